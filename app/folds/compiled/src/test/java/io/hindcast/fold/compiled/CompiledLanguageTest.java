package io.hindcast.fold.compiled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.FoldEvent;
import io.hindcast.engine.fold.FoldFailure;
import io.hindcast.engine.fold.FoldLanguage.Compiled;
import io.hindcast.engine.fold.TreeEditor;
import io.hindcast.engine.payload.StandardPayloads;
import io.hindcast.engine.session.FoldFinder;
import io.hindcast.engine.session.InstalledFold;
import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.StateText;
import io.hindcast.engine.state.StateValue;
import io.hindcast.event.ByteSlice;
import io.hindcast.event.Event;
import io.hindcast.event.PayloadShape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompiledLanguageTest {
    private static final FoldFinder FINDER = new FoldFinder(List.of(new CompiledLanguage()));
    private static final PayloadShape JSON = PayloadShape.of(PayloadShape.Formats.JSON);

    private static final String ACCOUNT =
            """
            package bank;
            import java.math.BigDecimal;
            import java.time.*;
            import java.util.*;
            import org.axonframework.eventsourcing.EventSourcingHandler;
            public class Account {
                public enum Status { OPEN, CLOSED }
                public record Id(UUID value) {}
                public record Line(String what, BigDecimal amount, Optional<String> memo) {}
                public record Opened(Id id, LocalDate on, Map<String, Integer> limits, Status status) {}
                public record Moved(BigDecimal amount, List<Line> lines, Instant at, long big) {}
                public static class Renamed { private String owner; private transient int cache; }
                private Id id;
                private BigDecimal balance = new BigDecimal("0.00");
                private final List<Line> lines = new ArrayList<>();
                private Map<String, Integer> limits;
                private Set<Status> seen = new HashSet<>();
                private Instant last;
                private long big;
                private String owner;
                private static int created;
                protected Account() { created++; }
                @EventSourcingHandler protected void on(Opened e) {
                    id = e.id(); limits = e.limits(); seen.add(e.status()); seen.add(Status.CLOSED);
                }
                @EventSourcingHandler void on(Moved e, Instant recorded) {
                    balance = balance.add(e.amount()); lines.addAll(e.lines());
                    last = e.at() == null ? recorded : e.at(); big = e.big();
                    if (e.amount().signum() == 0) throw new IllegalStateException("secret " + e);
                }
                @EventSourcingHandler private void renamed(Renamed e) { owner = e.owner; }
                public void on(Line notMarked) { throw new AssertionError(); }
            }
            """;

    private static final String OPENED =
            """
            {"id":{"value":"6ccf4504-c7dc-4efa-a82d-29ac20e029c3"},"on":"2026-01-02","limits":{"b":2,"a":1},"status":"OPEN"}""";
    private static final String MOVED =
            """
            {"amount":"10.50","lines":[{"what":"x","amount":0.1234567890123456789,"memo":null}],"big":3544790567247868102}""";
    private static final String AFTER =
            """
            {"id":{"value":"6ccf4504-c7dc-4efa-a82d-29ac20e029c3"},"balance":10.50,"lines":[{"what":"x",\
            "amount":0.1234567890123456789,"memo":null}],"limits":{"b":2,"a":1},"seen":["CLOSED","OPEN"],\
            "last":"2026-01-02T03:04:05Z","big":3544790567247868102,"owner":"Ann"}""";

    @TempDir
    private Path folder = Path.of("");

    private Path axon() throws IOException {
        return UserJar.build(
                folder, Map.of("Account.java", ACCOUNT), Map.of(), EventSourcingHandler.class, EventHandler.class);
    }

    private static Fold fold(Path jar, String name) {
        Compiled compiled = FINDER.read(Path.of(jar + name));
        assertThat(compiled).isInstanceOf(Compiled.Ready.class);
        return ((Compiled.Ready) compiled).fold();
    }

    private static String refused(Path jar, String name) {
        Compiled compiled = FINDER.read(Path.of(jar + name));
        assertThat(compiled).isInstanceOf(Compiled.Rejected.class);
        return ((Compiled.Rejected) compiled).errors().getFirst().message();
    }

    private static FoldEvent event(String type, String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        var slice = new ByteSlice(bytes, 0, bytes.length);
        var header = new Event(
                "a-1",
                "Account",
                OptionalLong.of(1),
                Optional.empty(),
                Optional.empty(),
                type,
                Optional.of(Instant.parse("2026-01-02T03:04:05Z")),
                slice,
                slice,
                Optional.empty());
        return new FoldEvent(header, new StandardPayloads().decode(slice, JSON), Absent.ABSENT);
    }

    private static TreeEditor begun(Fold fold) {
        var editor = new TreeEditor();
        editor.begin();
        fold.begin("Account", editor);
        editor.commit();
        return editor;
    }

    private static StateValue state(Fold fold, TreeEditor editor, FoldEvent... events) throws FoldFailure {
        for (FoldEvent event : events) {
            editor.begin();
            fold.apply(event, editor);
            editor.commit();
        }
        return editor.root();
    }

    @Test
    void an_axon_aggregate_replays_with_its_own_handlers() throws IOException, FoldFailure {
        Fold fold = fold(axon(), "#bank.Account");

        StateValue state = state(
                fold,
                begun(fold),
                event("bank.Account$Opened", OPENED),
                event("Moved", MOVED),
                event("bank.Account.Renamed", "{\"owner\":\"Ann\"}"),
                event("Unknown", "{}"));

        assertThat(StateText.compact(state)).isEqualTo(AFTER);
        assertThat(fold.knows("Account", "bank.Account$Moved")).isTrue();
        assertThat(fold.knows("Account", "Unknown")).isFalse();
    }

    @Test
    void a_replay_may_go_on_from_any_state() throws IOException, FoldFailure {
        Fold fold = fold(axon(), "#bank.Account");
        StateValue first = state(fold, begun(fold), event("Opened", OPENED), event("Moved", MOVED));

        StateValue state = state(fold, new TreeEditor(first), event("Renamed", "{\"owner\":\"Ann\"}"));

        assertThat(StateText.compact(state)).isEqualTo(AFTER);
    }

    @Test
    void a_handler_that_throws_is_told_by_its_kind_and_leaves_the_state() throws IOException, FoldFailure {
        Fold fold = fold(axon(), "#bank.Account");
        TreeEditor editor = begun(fold);
        String before = StateText.compact(state(fold, editor, event("Moved", MOVED)));
        editor.begin();

        assertThatThrownBy(() -> fold.apply(event("Moved", "{\"amount\":0,\"lines\":[],\"big\":1}"), editor))
                .isInstanceOf(FoldFailure.class)
                .hasMessage("on threw IllegalStateException");
        editor.rollback();

        assertThat(StateText.compact(editor.root())).isEqualTo(before);
        assertThat(StateText.compact(state(fold, editor, event("Renamed", "{\"owner\":\"Bo\"}"))))
                .isEqualTo(before.replace("\"owner\":null", "\"owner\":\"Bo\""));
    }

    @Test
    void a_value_that_does_not_fit_names_the_field() throws IOException {
        Fold fold = fold(axon(), "#bank.Account");
        TreeEditor editor = begun(fold);

        assertThatThrownBy(() -> fold.apply(event("Moved", "{\"amount\":\"ten\",\"lines\":[]}"), editor))
                .isInstanceOf(FoldFailure.class)
                .hasMessage("/amount of Moved: text is no number");
    }

    @Test
    void a_plain_record_and_a_sealed_event_fold() throws IOException, FoldFailure {
        Path jar = UserJar.build(
                folder,
                Map.of(
                        "Cart.java",
                        """
                        import java.math.BigDecimal;
                        public record Cart(int items, BigDecimal total) {
                            public sealed interface Change permits Added, Cleared {}
                            public record Added(int count, BigDecimal price) implements Change {}
                            public record Cleared() implements Change {}
                            public Cart apply(Change change) {
                                return switch (change) {
                                    case Added a -> new Cart(items + a.count(), (total == null ? BigDecimal.ZERO : total).add(a.price()));
                                    case Cleared c -> new Cart(0, BigDecimal.ZERO);
                                };
                            }
                        }
                        """),
                Map.of());
        Fold fold = fold(jar, "#Cart");
        TreeEditor editor = begun(fold);

        assertThat(StateText.compact(state(
                        fold,
                        editor,
                        event("Added", "{\"count\":2,\"price\":1.10}"),
                        event("Added", "{\"count\":1,\"price\":2}"))))
                .isEqualTo("{\"items\":3,\"total\":3.10}");
        assertThat(StateText.compact(state(fold, editor, event("Cleared", "{}")))).isEqualTo("{\"items\":0,\"total\":0}");
    }

    @Test
    void a_provider_brings_folds_by_name() throws IOException, FoldFailure {
        Path jar = UserJar.build(
                folder,
                Map.of(
                        "Mine.java",
                        """
                        package mine;
                        import io.hindcast.engine.fold.*;
                        import io.hindcast.engine.state.*;
                        public class Mine implements FoldProvider, Fold {
                            public java.util.List<Fold> folds() { return java.util.List.of(this); }
                            public String name() { return "counting"; }
                            public String digest() { return "1"; }
                            public void begin(String category, StateEditor state) {}
                            public void apply(FoldEvent event, StateEditor state) throws FoldFailure {
                                state.add(FieldPath.parse("/n"), Num.of(1));
                            }
                        }
                        """),
                Map.of("META-INF/services/io.hindcast.engine.fold.FoldProvider", "mine.Mine"),
                Fold.class,
                Event.class);

        assertThat(fold(jar, "#counting").name()).isEqualTo("counting");
        Fold only = fold(jar, "");
        assertThat(StateText.compact(state(only, begun(only), event("A", "{}"), event("B", "{}"))))
                .isEqualTo("{\"n\":2}");
    }

    @Test
    void without_the_jars_of_axon_the_marks_cannot_be_seen() throws IOException {
        Path alone = Files.copy(axon(), Files.createDirectory(folder.resolve("alone")).resolve("alone.jar"));

        assertThat(refused(alone, "#bank.Account"))
                .contains("marked @EventSourcingHandler")
                .contains("into a folder alone.lib");
    }

    @Test
    void what_is_missing_is_told_in_a_sentence() throws IOException {
        Path jar = axon();
        Path torn = Files.write(folder.resolve("torn.jar"), new byte[] {1, 2, 3});
        Path other = UserJar.build(
                Files.createDirectory(folder.resolve("other")),
                Map.of("B.java", "public class B { public void on(E e) {} public static class E {} }"),
                Map.of());

        assertThat(refused(jar, "")).contains("declares no fold").contains("user.jar#com.example.Account");
        assertThat(refused(jar, "#bank.Nobody")).isEqualTo("There is no fold and no class bank.Nobody in user.jar.");
        assertThat(refused(jar, "#bank.Account$Id")).contains("has no method that takes an event");
        assertThat(refused(torn, "#x.Y")).contains("no class x.Y");
        assertThat(refused(folder.resolve("none.jar"), "#x.Y")).contains("no fold file");
        assertThat(refused(UserJar.without(other, "B$E.class"), "#B")).contains("B$E is missing");
    }

    @Test
    void a_folder_of_jars_lists_marked_aggregates_and_providers_and_says_why_others_are_broken() throws IOException, FoldFailure {
        Path here = Files.createDirectory(folder.resolve("folds"));
        Path axon = axon();
        Files.copy(axon, here.resolve("bank.jar"));
        Files.createDirectory(here.resolve("bank.lib"));
        try (var lib = Files.list(axon.resolveSibling("user.lib"))) {
            for (Path jar : lib.toList()) {
                Files.copy(jar, here.resolve("bank.lib").resolve(jar.getFileName()));
            }
        }
        Files.copy(axon, here.resolve("alone.jar"));
        Files.write(here.resolve("torn.jar"), new byte[] {1, 2, 3});
        var finder = new FoldFinder(List.of(new CompiledLanguage()), List.of(folder.resolve("none"), here));

        assertThat(finder.installed().stream().map(CompiledLanguageTest::line))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("broken alone.jar#bank.Account: ").contains("the annotation itself is missing"),
                        line -> assertThat(line).startsWith("code bank.jar#bank.Account: "),
                        line -> assertThat(line).startsWith("broken torn.jar: "));
        assertThat(finder.read(Path.of("bank.jar#bank.Account"))).isInstanceOf(Compiled.Ready.class);
        assertThat(finder.isCode(Path.of("bank.jar#bank.Account"))).isTrue();
    }

    private static String line(InstalledFold installed) {
        String file = installed.reference().getFileName().toString();
        return switch (installed) {
            case InstalledFold.Working working -> "%s %s: %s".formatted(working.isCode() ? "code" : "rules", file, working.fold().name());
            case InstalledFold.Broken broken -> "broken %s: %s".formatted(file, broken.reason());
        };
    }
}
