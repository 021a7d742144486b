package io.hindcast.house.stores;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hindcast.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What an auditor does with one store on a server, from a folder that keeps all that is written; remembers all that was said.
final class ReviewDay {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String VARIABLE = "REVIEW_PASSWORD";

    private final String location;
    private final ReviewedStore reviewed;
    private final Path folder;
    private final ReviewedEvent event;
    private final StringBuilder said = new StringBuilder();

    ReviewDay(String location, ReviewedStore reviewed, Path folder) throws IOException {
        this.location = location;
        this.reviewed = reviewed;
        this.folder = folder;
        this.event = anEvent();
    }

    /// One of the first events with an amount.
    private ReviewedEvent anEvent() throws IOException {
        String line = ask("events", location, "--limit", "200", "-o", "ndjson").out().lines()
                .filter(ReviewedEvent::fits)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no event of " + reviewed + " has an amount"));
        return ReviewedEvent.of(line, JSON.readTree(line));
    }

    ReviewedEvent event() {
        return event;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /// Everything that was printed, to the person or to another program.
    String said() {
        return said.toString();
    }

    /// With the auditor's name and password, as a person types it.
    TestHouse.Answer ask(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--user", ReviewedServers.AUDITOR, "--password-env", VARIABLE));
        return run(all);
    }

    /// Where no store is asked, or one that wants no password.
    TestHouse.Answer askNobody(String... arguments) {
        return run(List.of(arguments));
    }

    private TestHouse.Answer run(List<String> arguments) {
        TestHouse.Answer answer = TestHouse.run(Map.of(VARIABLE, ReviewedServers.PASSWORD), arguments);
        said.append(answer.out()).append(answer.err());
        assertThat(answer.code()).as("%s: %s", arguments, answer.err()).isIn(ExitCode.DONE, ExitCode.FOUND);
        return answer;
    }

    private void done(TestHouse.Answer answer) {
        assertThat(answer.code()).as(answer.out() + answer.err()).isEqualTo(ExitCode.DONE);
    }

    // marks

    /// @param verb of marks, or "" to list them
    private TestHouse.Answer marks(String verb, String store, List<String> more) {
        List<String> question = verb.isEmpty() ? List.of("marks", store) : List.of("marks", verb, store);
        return store.equals(location) ? ask(with(question, more, journal("review"))) : askNobody(with(question, more, journal("another")));
    }

    /// A note beside the event.
    void mark() {
        add(ofEvent(), "--kind", "note", "--text", "asked the branch");
    }

    /// A note, a tick mark and a finding beside the event, a note beside its stream.
    void marks() {
        mark();
        add(ofEvent(), "--kind", "tick", "--tick", "vouched");
        add(ofEvent(), "--kind", "finding", "--text", "Posted twice", "--amount", event.amount() + " EUR");
        add(ofStream(), "--kind", "note", "--text", "the whole stream");
        assertThat(marks("", location, List.of("-o", "csv")).out().lines().filter(row -> row.contains(",holds,"))).hasSize(4);
    }

    private List<String> ofStream() {
        return List.of("--stream", event.stream());
    }

    private List<String> ofEvent() {
        String version = event.version();
        return List.of("--stream", event.stream(), version.isEmpty() ? "--event-id" : "--at", version.isEmpty() ? event.id() : "v" + version);
    }

    private void add(List<String> place, String... mark) {
        var more = new ArrayList<>(place);
        more.addAll(List.of(mark));
        done(marks("add", location, more));
    }

    /// The rows of marks that no longer hold.
    List<String> invalidMarks() {
        return rows(marks("verify", location, List.of("-o", "csv")));
    }

    /// The same of marks that travelled in a capsule.
    List<String> invalidMarks(Path capsule) {
        return rows(marks("verify", capsule.toString(), List.of("-o", "csv")));
    }

    private static List<String> rows(TestHouse.Answer csv) {
        return csv.out().lines().skip(1).toList();
    }

    @SafeVarargs
    private static String[] with(List<String>... parts) {
        var all = new ArrayList<String>();
        for (List<String> part : parts) {
            all.addAll(part);
        }
        return all.toArray(String[]::new);
    }

    // reports

    /// The questions by the name of their report.
    private Map<String, List<String>> questions() {
        var all = new LinkedHashMap<String, List<String>>();
        all.put("stream", List.of("--stream", event.stream()));
        all.put("states", List.of("--category", event.category()));
        all.put("rollforward", List.of("--category", event.category(), "--field", "/balance", "--from", "v2"));
        all.put("verify", List.of());
        all.put("integrity", List.of());
        all.put("findings", List.of());
        return all;
    }

    /// @param formats as on the command line
    void reports(String formats) {
        questions().keySet().forEach(template -> report(template, formats));
    }

    private void report(String template, String formats) {
        List<String> written = List.of("--name", template, "--out", file("papers").toString(), "--format", formats);
        ask(with(List.of("report", location, "--template", template), written, rules(), journal("review"), questions().getOrDefault(template, List.of())));
        assertThat(file("papers").resolve(template + ".manifest.json")).isNotEmptyFile();
    }

    /// What a second run of each report says.
    Map<String, String> secondRuns() {
        var all = new LinkedHashMap<String, String>();
        questions().keySet().forEach(template -> all.put(template, secondRun(template)));
        return all;
    }

    private String secondRun(String template) {
        return ask("report", "--reperform", file("papers").resolve(template + ".manifest.json").toString()).out().strip();
    }

    // capsule

    /// The whole store in a file, with the marks.
    Path capsule() {
        Path capsule = file("review.hcap");
        ask(with(List.of("capsule", location, "--all", "--out", capsule.toString()), rules(), journal("review")));
        return capsule;
    }

    /// A capsule answers as its store does; the marks in it have ids that begin otherwise.
    void answersAsTheStore(Path capsule) {
        for (String verb : List.of("streams", "verify", "events")) {
            List<String> more = verb.equals("verify") ? rules() : verb.equals("events") ? journal("review") : List.of();
            TestHouse.Answer ofStore = ask(with(List.of(verb, location, "-o", "ndjson"), more));
            more = verb.equals("events") ? journal("another") : List.of();
            isTheSame(askNobody(with(List.of(verb, capsule.toString(), "-o", "ndjson"), more)), ofStore);
        }
    }

    private List<String> rules() {
        return List.of("--fold", reviewed.rules().toString());
    }

    private List<String> journal(String name) {
        return List.of("--journal", file(name + ".journal").toString());
    }

    private static void isTheSame(TestHouse.Answer ofCapsule, TestHouse.Answer ofStore) {
        List<String> lines = ofCapsule.out().replace("{\"id\":\"C", "{\"id\":\"M").lines().toList();
        List<String> expected = ofStore.out().lines().toList();
        assertThat(lines).hasSameSizeAs(expected);
        for (int line = 0; line < lines.size(); line++) {
            assertThat(lines.get(line)).isEqualTo(expected.get(line));
        }
    }

    // masks

    /// Nothing of the amount, in answers, a report and a capsule.
    void masks() throws IOException {
        Path rules = Files.writeString(file("masks.yaml"), "masks:\n  - { name: amounts, pattern: '%s' }\n".formatted(event.amount().replace(".", "\\.")));
        List<String> masked = List.of("--masks", rules.toString());
        Path behind = Files.createDirectory(file("masked"));
        String shown = ask(with(List.of("events", location, "--stream", event.stream(), "-o", "ndjson"), masked)).out();
        ask(with(List.of("capsule", location, "--stream", event.stream(), "--out", behind.resolve("m.hcap").toString()), masked));
        ask(with(List.of("report", location, "--template", "integrity", "--format", "csv,json", "--out", behind.toString()), masked));
        assertThat(shown).contains("‹masked: amounts").doesNotContain("\"" + event.amount(), ":" + event.amount());
        assertThat(Unpacked.textOf(behind)).doesNotContain(":" + event.amount() + ",");
    }

    // seal

    Path seal() {
        Path seal = file("review.seal.json");
        done(ask("seal", location, "--out", seal.toString()));
        done(askNobody("seal", "request", seal.toString()));
        return seal;
    }

    /// A request is answered, and the answer kept.
    void stamp(OwnAuthority authority) {
        Path token = file("answer.tsr");
        authority.answer(file("review.seal.json.tsq"), token);
        done(askNobody("seal", "token", file("review.seal.json").toString(), token.toString(), "--trust", authority.root().toString(), "--keep"));
    }

    JsonNode verdict(Path seal) throws IOException {
        return JSON.readTree(ask("seal", "verify", location, seal.toString(), "-o", "json").out());
    }
}
