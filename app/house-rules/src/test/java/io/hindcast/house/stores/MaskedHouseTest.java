package io.hindcast.house.stores;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.audit.journal.Journal;
import io.hindcast.audit.journal.JournalEntry;
import io.hindcast.audit.journal.Journals;
import io.hindcast.audit.mask.RevealEntry;
import io.hindcast.audit.mask.RevealEntry.What;
import io.hindcast.cli.Curtain;
import io.hindcast.cli.ExitCode;
import io.hindcast.cli.Reveals;
import io.hindcast.cli.Terminal;
import io.hindcast.connector.Location;
import io.hindcast.engine.mask.MaskFinder;
import io.hindcast.engine.mask.MaskFinder.Found;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Text;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Canaries in a store that a real system wrote, masks over them: whatever verb and format, none of them gets out.
class MaskedHouseTest {
    private static final String MASKS =
            """
            masks:
              - { name: owner, field: owner }
              - { name: renamed, path: /name, types: OwnerRenamed }
              - { name: renamed from, path: /previousName }
              - { name: limit, field: overdraftLimit }
              - { name: changed limit, path: /limit }
              - { name: iban, pattern: 'DE[0-9]{20}', keep: 4 }
              - { name: who, header: actor }
              - { name: request, header: correlationId }
            """;

    /// The name of a person, that of a snapshot alone, an account, a clerk, an amount, a request.
    private static final List<String> CANARIES = List.of(
            "Canaria", "Ownerbird", "Snapbird", "DE57500132206205306388", "canary.teller", "987654321", "cafe1234-canary");

    private static final String STREAM = "accounts/ACC-10018";

    /// Every verb of the command line with the questions that are asked of it; `{}` is the store, `{seal}` and the like are files.
    private static final Map<String, List<String>> QUESTIONS = new TreeMap<>(Map.ofEntries(
            Map.entry("open", List.of("open {} --snapshot {out}.png")),
            Map.entry("inspect", List.of("inspect {}")),
            Map.entry("streams", List.of("streams {}")),
            Map.entry("events", List.of("events {}", "events {} --contains Ownerbird", "events {} --follow --limit 40")),
            Map.entry("state", List.of("state {} --stream {stream}", "state {} --stream {stream} --at v7", "state {} --stream {stream} --fold {js}")),
            Map.entry(
                    "states",
                    List.of("states {} --category accounts", "states {} --category accounts --columns /owner,/overdraftLimit")),
            Map.entry(
                    "rollforward",
                    List.of(
                            "rollforward {} --category accounts --field /overdraftLimit --from 2000-01-01",
                            "rollforward {} --category accounts --field /overdraftLimit --from 2000-01-01 --by stream")),
            Map.entry(
                    "find",
                    List.of(
                            "find {} --contains Ownerbird",
                            "find {} --contains canary.teller --stream {stream}",
                            "find {} --where overdraftLimit=987654321",
                            "find {} --where owner=Ownerbird")),
            Map.entry(
                    "diff",
                    List.of(
                            "diff {} --stream {stream} --from v1",
                            "diff {} --stream {stream} --mute v1",
                            "diff {} --stream {stream} --against {other}",
                            "diff {} --stream {stream} --against {js}",
                            "diff {} --category accounts --against {other}")),
            Map.entry(
                    "blame",
                    List.of("blame {} --stream {stream} --field /nothing", "blame {} --stream {stream} --field /owner")),
            Map.entry("verify", List.of("verify {} --all")),
            Map.entry("check", List.of("check {}", "check {} --findings")),
            Map.entry("marks", List.of("marks {}")),
            Map.entry("marks add", List.of("marks add {} --stream {stream} --at v1 --kind note --text odd")),
            Map.entry("marks change", List.of("marks change {} M2 --text even")),
            Map.entry("marks remove", List.of("marks remove {} M2 --why done")),
            Map.entry("marks restore", List.of("marks restore {} M2")),
            Map.entry("marks history", List.of("marks history {}", "marks history {} M2")),
            Map.entry("marks legend", List.of("marks legend {}")),
            Map.entry("marks verify", List.of("marks verify {}")),
            Map.entry("marks journal", List.of("marks journal {}")),
            Map.entry("masks check", List.of("masks check {}")),
            Map.entry("capsule", List.of("capsule {} --all --out {out}.hcap")),
            Map.entry("seal", List.of("seal {} --out {out}.seal")),
            Map.entry("seal verify", List.of("seal verify {} {seal}")),
            Map.entry("seal prove", List.of("seal prove {} {seal} --stream {stream} --at v1")),
            Map.entry("seal check", List.of("seal check {proof} {seal}")),
            Map.entry("seal request", List.of("seal request {seal}")),
            Map.entry("seal token", List.of("seal token {seal} {seal}")),
            Map.entry(
                    "report",
                    Stream.of(
                                    "stream --stream {stream} --show v1,v2",
                                    "states --category accounts",
                                    "rollforward --category accounts --field /overdraftLimit --from 2000-01-01",
                                    "verify",
                                    "integrity",
                                    "findings")
                            .flatMap(template -> Stream.of(
                                    "report {} --out {out} --format pdf,xlsx,csv,json,html --template " + template,
                                    "report {} --out {out} --format html,csv --lang de --template " + template))
                            .toList()),
            Map.entry("connectors", List.of("connectors")),
            Map.entry("folds", List.of("folds")),
            Map.entry("folds propose", List.of("folds propose {}")),
            Map.entry("folds check", List.of("folds check {fold} --store {}", "folds check {js} --store {}")),
            Map.entry("mapping", List.of("mapping {ndjson}"))));

    /// What these say about files that are none of theirs is a sentence as well.
    private static final Set<String> NOT_ANSWERED = Set.of("seal check", "seal token");

    @TempDir
    Path scratch = Path.of("");

    private String store = "";
    private Path masks = Path.of("");
    private int runs;

    @BeforeEach
    void plantsCanaries() throws IOException, SQLException {
        Path own = Files.createDirectory(scratch.resolve("store"));
        store = real().location(own, new TestServers());
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + store);
                var statement = connection.createStatement()) {
            statement.execute("UPDATE events SET event = replace(event, 'Anna Schröder', 'Canaria Ownerbird')");
            statement.execute("UPDATE events SET event = replace(event, 'alice.teller', 'canary.teller')");
            statement.execute("UPDATE events SET event = replace(event, 'ec959b07-919c-417b-8cd9-79e12cca9dc6', 'cafe1234-canary')");
            statement.execute("UPDATE events SET event = replace(event, '\"overdraftLimit\":0', '\"overdraftLimit\":987654321') WHERE aggregate_id = 'ACC-10018'");
            statement.execute("UPDATE events SET event = replace(event, '\"owner\":\"Canaria Ownerbird\"', '\"owner\":\"Canaria Snapbird\"')"
                    + " WHERE aggregate_id = 'ACC-10018' AND version = 9");
        }
        masks = Files.writeString(scratch.resolve("masks-here.yaml"), MASKS);
        Files.writeString(
                scratch.resolve("other.folds.yaml"), Files.readString(real().rules()).replace("/owner/name", "/iban"));
        Files.writeString(
                scratch.resolve("throws.js"),
                """
                export const initialState = {}
                export const evolve = (s, e) => { if (e.data.owner) { s[e.data.owner.name ?? e.data.owner].and().so }; throw { name: e.data.overdraftLimit } }
                """);
        Files.writeString(
                scratch.resolve("lines.ndjson"),
                "{\"a\":\"x\",\"b\":1,\"c\":\"Canaria\",\"d\":\"2024-01-01T00:00:00Z\"}\n{\"a\":\"x\",\"b\":2,\"c\":\"Canaria\",\"d\":\"2024-01-02T00:00:00Z\"}\n");
    }

    private static RealStore real() {
        return RealStore.all().stream().filter(one -> one.folder().equals("evtstore-sqlite")).findFirst().orElseThrow();
    }

    private TestHouse.Answer run(List<String> arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var clock = InstantSource.fixed(Instant.parse("2026-04-07T08:00:00Z"));
        var journals = new Journals(scratch.resolve("journals"), clock, "auditor");
        var terminal = new Terminal(
                new PrintWriter(out),
                new PrintWriter(err),
                false,
                _ -> Optional.empty(),
                _ -> Optional.empty(),
                new Curtain(new MaskFinder(scratch.resolve("person"), _ -> Optional.empty()), Reveals.into(journals)));
        int code = TestHouse.run(terminal, arguments);
        return new TestHouse.Answer(code, out.toString(), err.toString());
    }

    private List<String> arguments(String question, Path into) {
        var arguments = new ArrayList<String>();
        for (String word : question.split(" ")) {
            arguments.add(word.replace("{stream}", STREAM)
                    .replace("{out}", into.resolve("out").toString())
                    .replace("{seal}", scratch.resolve("kept.seal").toString())
                    .replace("{fold}", real().rules().toString())
                    .replace("{js}", scratch.resolve("throws.js").toString())
                    .replace("{proof}", scratch.resolve("no.proof").toString())
                    .replace("{other}", scratch.resolve("other.folds.yaml").toString())
                    .replace("{ndjson}", scratch.resolve("lines.ndjson").toString())
                    .replace("{}", store));
        }
        boolean opensAStore = question.contains("{}") || question.contains("{ndjson}");
        if (opensAStore) {
            arguments.addAll(List.of("--masks", masks.toString()));
        }
        String verb = arguments.getFirst();
        if (Files.exists(marks()) && List.of("marks", "events", "report", "capsule").contains(verb)) {
            arguments.addAll(List.of("--journal", marks().toString()));
        }
        boolean folds = List.of("state", "states", "rollforward", "find", "diff", "blame", "verify", "check", "masks", "report").contains(verb);
        if (folds && !question.contains("--fold")) {
            arguments.addAll(List.of("--fold", real().rules().toString()));
        }
        return arguments;
    }

    /// A journal as the verbs find it that take marks up.
    private Path marks() {
        return scratch.resolve("marks.journal");
    }

    private void putsDownAMarkAndAReveal() {
        run(List.of("marks", "add", store, "--stream", STREAM, "--at", "v1", "--kind", "note", "--text", "seen", "--journal", marks().toString()));
        new RevealEntry(new What.OneStream(STREAM), "window", "case 7")
                .into(new Journal(marks(), store, InstantSource.fixed(Instant.EPOCH), "auditor"), Found.NOTHING);
    }

    private static List<List<String>> formats(String question) {
        return switch (verbOf(question)) {
            case "open", "report", "seal prove", "seal check", "seal request", "seal token", "folds check" -> List.of(List.of());
            case "marks add", "marks change", "marks remove", "marks restore" -> List.of(List.of());
            case "capsule", "connectors", "seal", "seal verify", "folds" -> List.of(List.of("-o", "json"), List.of("-o", "table"));
            case "folds propose" -> List.of(List.of(), List.of("-o", "json"));
            case "inspect", "state", "mapping" -> texts().toList();
            default -> question.contains("--follow")
                    ? Stream.of("table", "ndjson", "csv").map(format -> List.of("-o", format)).toList()
                    : Stream.concat(texts(), Stream.of(List.of("--xlsx", "{out}.xlsx"))).toList();
        };
    }

    /// The longest key that a question begins with.
    private static String verbOf(String question) {
        return QUESTIONS.keySet().stream()
                .filter(verb -> (question + " ").startsWith(verb + " "))
                .max(Comparator.comparingInt(String::length))
                .orElseThrow();
    }

    private static Stream<List<String>> texts() {
        return Stream.of("table", "json", "ndjson", "csv").map(format -> List.of("-o", format));
    }

    private String asked(String question, List<String> format) throws IOException {
        Path into = Files.createDirectory(scratch.resolve("run" + runs++));
        var arguments = arguments(question, into);
        format.forEach(word -> arguments.add(word.replace("{out}", into.resolve("out").toString())));
        TestHouse.Answer answer = run(arguments);
        String all = answer.out() + "\n" + answer.err() + "\n" + Unpacked.textOf(into);
        assertThat(answer.err()).as("%s", arguments).doesNotContain("made a mistake");
        if (!question.contains("/nothing") && !question.startsWith("open") && !NOT_ANSWERED.contains(verbOf(question))) {
            assertThat(answer.code()).as("%s: %s", arguments, answer.err()).isNotIn(ExitCode.USAGE, ExitCode.REFUSED);
        }
        return all;
    }

    @Test
    void no_canary_gets_out_of_any_verb_in_any_format() throws IOException {
        assertThat(run(List.of("seal", store, "--out", scratch.resolve("kept.seal").toString())).code()).isEqualTo(ExitCode.DONE);
        putsDownAMarkAndAReveal();

        for (List<String> questions : QUESTIONS.values()) {
            for (String question : questions) {
                for (List<String> format : formats(question)) {
                    assertThat(asked(question, format)).as("%s %s", question, format).doesNotContain(CANARIES);
                }
            }
        }
    }

    /// Else the test above would be about nothing.
    @Test
    void without_masks_the_canaries_are_everywhere() throws IOException {
        for (String verb : List.of("events", "state", "states", "diff", "blame", "verify", "capsule", "report")) {
            String question = QUESTIONS.getOrDefault(verb, List.of()).stream()
                            .filter(it -> !it.contains("{js}")) // what a failing script says holds nothing of an event
                            .toList()
                            .getLast()
                    + " --reveal control";

            assertThat(CANARIES).as(question).anyMatch(asked(question, formats(question).getFirst())::contains);
        }
    }

    @Test
    void a_verb_that_nobody_thought_of_is_missed_here() {
        List<String> verbs = commands(List.of("--help")).stream()
                .flatMap(verb -> Stream.concat(
                        Stream.of(verb).filter(it -> !it.equals("masks")),
                        commands(List.of(verb, "--help")).stream().map(sub -> verb + " " + sub)))
                .toList();

        assertThat(verbs).contains("marks journal", "seal prove");
        assertThat(QUESTIONS.keySet()).containsExactlyInAnyOrderElementsOf(verbs);
    }

    private List<String> commands(List<String> help) {
        return run(help).out().lines()
                .dropWhile(line -> !line.startsWith("Commands:"))
                .skip(1)
                .takeWhile(line -> line.startsWith("  "))
                .filter(line -> line.length() > 2 && line.charAt(2) != ' ')
                .map(line -> line.strip().split("[ ,]")[0])
                .toList();
    }

    @Test
    void with_a_reason_they_are_shown_and_the_journal_says_who_when_and_why() throws IOException {
        TestHouse.Answer hidden = run(List.of("state", store, "--stream", STREAM, "--masks", masks.toString(), "--fold", real().rules().toString()));
        TestHouse.Answer shown = run(List.of(
                "state", store, "--stream", STREAM, "--masks", masks.toString(), "--fold", real().rules().toString(), "--reveal", "case 7"));

        assertThat(hidden.out()).contains("‹masked: owner›").doesNotContain("Canaria");
        assertThat(hidden.err()).contains("Masks are on: masks-here.yaml.").contains("owner 1 in state");
        assertThat(shown.out()).contains("Canaria", "987654321");
        JournalEntry entry = journal().getLast();
        assertThat(entry.kind()).isEqualTo("reveal");
        assertThat(entry.who()).isEqualTo("auditor");
        assertThat(entry.at()).isEqualTo(Instant.parse("2026-04-07T08:00:00Z"));
        assertThat(entry.body().at(FieldPath.parse("/where"))).isEqualTo(new Text("state"));
        assertThat(entry.body().at(FieldPath.parse("/reason"))).isEqualTo(new Text("case 7"));
    }

    @Test
    void rules_that_a_person_names_lift_none_of_those_beside_the_store() throws IOException {
        Files.copy(masks, Path.of(store).resolveSibling("masks.yaml"));
        Path other = Files.writeString(scratch.resolve("other.yaml"), "masks:\n  - { name: type, field: type, keep: 32 }\n");

        TestHouse.Answer added = run(List.of("events", store, "--masks", other.toString(), "-o", "json"));
        TestHouse.Answer lifted = run(List.of("events", store, "--masks", other.toString(), "--reveal", "case 8", "-o", "json"));

        assertThat(added.err()).contains("Masks are on: masks.yaml beside the store, other.yaml.");
        assertThat(added.out()).contains("‹masked: owner›").doesNotContain(CANARIES);
        assertThat(lifted.out()).contains("Canaria");
        JournalEntry entry = journal().getLast();
        assertThat(entry.body().at(FieldPath.parse("/what"))).isEqualTo(new Text("store"));
        assertThat(entry.body().at(FieldPath.parse("/masks"))).isEqualTo(new Text("masks.yaml beside the store, other.yaml"));
    }

    @Test
    void another_spelling_of_the_store_lifts_nothing() throws IOException {
        Files.copy(masks, Path.of(store).resolveSibling("masks.yaml"));
        Path link = Files.createSymbolicLink(Files.createDirectory(scratch.resolve("links")).resolve("x.db"), Path.of(store));
        Path workspace = Files.writeString(scratch.resolve("two.hindcast"), "one = %1$s\nother = %2$s\n".formatted(store, link));

        for (String spelled : List.of("jdbc:sqlite:" + store, link.toString(), workspace.toString())) {
            TestHouse.Answer answer = run(List.of("events", spelled, "-o", "json"));

            assertThat(answer.code()).as("%s: %s", spelled, answer.err()).isEqualTo(ExitCode.DONE);
            assertThat(answer.out()).as(spelled).contains("‹masked: owner›").doesNotContain(CANARIES);
        }
    }

    @Test
    void a_report_that_was_made_with_fewer_masks_is_not_repeated_under_more() throws IOException {
        Path fewer = Files.writeString(scratch.resolve("fewer.yaml"), "masks:\n  - { name: limit, field: overdraftLimit }\n");
        Path into = Files.createDirectory(scratch.resolve("report"));
        run(List.of("report", store, "--template", "verify", "--format", "json", "--out", into.toString(), "--masks", fewer.toString(), "--fold", real().rules().toString()));
        Files.copy(masks, Path.of(store).resolveSibling("masks.yaml"));
        String manifest = into.resolve("verify.manifest.json").toString();

        TestHouse.Answer refused = run(List.of("report", "--reperform", manifest));

        assertThat(refused.code()).isEqualTo(ExitCode.USAGE);
        assertThat(refused.err()).contains("that the report was made without").contains("--reveal REASON");
        assertThat(run(List.of("report", "--reperform", manifest, "--reveal", "case 9")).out()).isEqualTo("identical\n");
        assertThat(journal().getLast().body().at(FieldPath.parse("/reason"))).isEqualTo(new Text("case 9"));
    }

    private List<JournalEntry> journal() {
        return new Journals(scratch.resolve("journals"), InstantSource.fixed(Instant.EPOCH), "").of(new Location(store)).read().entries();
    }

    @Test
    void nothing_is_revealed_without_a_reason_or_where_it_cannot_be_put_down() throws IOException {
        TestHouse.Answer empty = run(List.of("events", store, "--masks", masks.toString(), "--reveal", " "));
        Files.writeString(scratch.resolve("journals"), "a file where a folder should be");
        TestHouse.Answer unwritten = run(List.of("events", store, "--masks", masks.toString(), "--reveal", "case 7"));

        assertThat(empty.code()).isEqualTo(ExitCode.USAGE);
        assertThat(empty.err()).contains("needs a reason");
        assertThat(unwritten.code()).isEqualTo(ExitCode.USAGE);
        assertThat(unwritten.err()).contains("Nothing is revealed");
        assertThat(empty.out() + unwritten.out()).doesNotContain(CANARIES);
    }

    @Test
    void masks_beside_the_store_are_found_and_broken_ones_stop_everything() throws IOException {
        Files.writeString(Path.of(store).resolveSibling("masks.yaml"), "masks:\n  - name: owner\n    fields: owner\n");

        TestHouse.Answer broken = run(List.of("events", store));

        assertThat(broken.code()).isEqualTo(ExitCode.USAGE);
        assertThat(broken.err()).contains("masks.yaml, line 3, column 5").contains("did you mean `field`?");
        assertThat(broken.out()).isEmpty();
    }

    @Test
    void a_value_that_is_masked_in_events_alone_is_found_where_it_still_shows() throws IOException {
        Path narrow = Files.writeString(
                scratch.resolve("narrow.yaml"), "masks:\n  - { name: owner, field: owner, in: data }\n  - { name: typo, field: ownerr }\n");

        TestHouse.Answer answer = run(List.of(
                "masks", "check", store, "--masks", narrow.toString(), "--fold", real().rules().toString(), "-o", "csv"));

        assertThat(answer.code()).isEqualTo(ExitCode.FOUND);
        assertThat(answer.out().lines())
                .anyMatch(line -> line.startsWith("shows,,data,/previousName,"))
                .anyMatch(line -> line.startsWith("shows,,state,/owner,"))
                .anyMatch(line -> line.startsWith("idle,typo,") && line.endsWith("owner"));
        assertThat(answer.out() + answer.err()).doesNotContain(CANARIES);
        assertThat(run(List.of("masks", "check", store)).code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void names_of_streams_are_masked_in_rows_and_messages_and_a_seal_is_refused() throws IOException {
        Path names = Files.writeString(
                scratch.resolve("names.yaml"), "masks:\n  - { name: account, header: stream }\n  - { name: id, pattern: 'ACC-[0-9]+', in: [data, metadata, state] }\n");
        putsDownAMarkAndAReveal();
        for (String question : List.of("streams {}", "events {}", "verify {}", "check {} --findings", "diff {} --category accounts --against {other}",
                "rollforward {} --category accounts --field /owner --from 2000-01-01", "capsule {} --all --out {out}.hcap",
                "states {} --category accounts", "find {} --where overdraftLimit=987654321", "events {} --follow --limit 40", "marks {}",
                "marks journal {}", "report {} --out {out} --format html,json --template states --category accounts",
                "report {} --out {out} --format html,json --template verify --lang de", "report {} --out {out} --format html,json --template findings")) {
            Path into = Files.createDirectory(scratch.resolve("names" + runs++));
            var arguments = arguments(question, into);
            arguments.set(arguments.indexOf(masks.toString()), names.toString());
            TestHouse.Answer answer = run(arguments);

            assertThat(answer.out() + answer.err() + Unpacked.textOf(into)).as(question).doesNotContain("ACC-1").contains("‹masked: ");
        }
        var seal = List.of("seal", store, "--out", scratch.resolve("no.seal").toString(), "--masks", names.toString());
        assertThat(run(seal).err()).contains("A mask means names of streams here");
        assertThat(scratch.resolve("no.seal")).doesNotExist();
    }

    @Test
    void a_masked_report_repeats_itself_and_says_what_is_masked() throws IOException {
        Path into = Files.createDirectory(scratch.resolve("report"));
        run(List.of("report", store, "--template", "verify", "--format", "json,csv,html", "--out", into.toString(), "--masks", masks.toString(), "--fold", real().rules().toString()));

        TestHouse.Answer again = run(List.of("report", "--reperform", into.resolve("verify.manifest.json").toString()));

        assertThat(again.out()).isEqualTo("identical\n");
        assertThat(Files.readString(into.resolve("verify.html"))).contains("Masks lie over this report").contains("owner: ");
    }
}
