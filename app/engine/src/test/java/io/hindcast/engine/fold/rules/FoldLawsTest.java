package io.hindcast.engine.fold.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.engine.fold.EventReader;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.FoldEvent;
import io.hindcast.engine.fold.FoldFailure;
import io.hindcast.engine.fold.FoldLanguage.Compiled;
import io.hindcast.engine.fold.MergeFold;
import io.hindcast.engine.fold.StateEditor;
import io.hindcast.engine.fold.TreeEditor;
import io.hindcast.engine.payload.StandardPayloads;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateText;
import io.hindcast.engine.state.StateValue;
import io.hindcast.event.Bookmark;
import io.hindcast.event.EventPage;
import io.hindcast.event.PayloadShape;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What must hold for any history: hundreds of seeds of events with everything odd in them, folded by rules that use
/// every word of the language, and by the merge fold.
class FoldLawsTest {
    private static final PayloadShape JSON = PayloadShape.of(PayloadShape.Formats.JSON);
    private static final int SEEDS = 400;
    private static final List<String> TYPES =
            List.of("Opened", "In", "Out", "Lined", "Unlined", "Told", "Cleared", "Old", "Both", "Unknown", "Shared");

    private final StandardPayloads payloads = new StandardPayloads();
    private final List<Fold> folds = List.of(rules(), new MergeFold());

    @Test
    void an_event_on_the_tape_does_what_the_decoded_event_does() {
        for (long seed = 0; seed < SEEDS; seed++) {
            EventPage page = history(new Random(seed), "account-1", 30);
            for (Fold fold : folds) {
                var reader = new EventReader(payloads, JSON, JSON);
                var taped = begun(fold);
                var decoded = begun(fold);
                for (int row = 0; row < page.size(); row++) {
                    FoldEvent lying = reader.event(page, row);
                    var value = new FoldEvent(
                            page.event(row),
                            payloads.decode(page.data(row), JSON),
                            payloads.decode(page.metadata(row), JSON));
                    String where = "seed %d event %d by %s".formatted(seed, row, fold.name());

                    assertThat(lying.unreadable()).as(where).isEqualTo(value.unreadable());
                    assertThat(apply(fold, lying, taped)).as(where).isEqualTo(apply(fold, value, decoded));
                    assertThat(text(taped)).as(where).isEqualTo(text(decoded));
                }
            }
        }
    }

    @Test
    void going_on_from_a_state_gives_what_reading_through_gives() {
        for (long seed = 0; seed < SEEDS; seed++) {
            var random = new Random(seed);
            EventPage page = history(random, "account-1", 25);
            int stop = random.nextInt(page.size());
            for (Fold fold : folds) {
                var through = begun(fold);
                fold(fold, page, 0, page.size(), through);
                var first = begun(fold);
                fold(fold, page, 0, stop, first);

                var resumed = new TreeEditor(first.root());
                fold(fold, page, stop, page.size(), resumed);

                assertThat(text(resumed)).as("seed %d by %s", seed, fold.name()).isEqualTo(text(through));
            }
        }
    }

    @Test
    void two_streams_come_to_the_same_in_any_order() {
        for (long seed = 0; seed < SEEDS; seed++) {
            var random = new Random(seed);
            EventPage one = history(random, "account-1", 15);
            EventPage other = history(random, "account-2", 15);
            for (Fold fold : folds) {
                var reader = new EventReader(payloads, JSON, JSON);
                var first = begun(fold);
                var second = begun(fold);
                for (int row = 0; row < 15; row++) {
                    apply(fold, reader.event(one, row), first);
                    apply(fold, reader.event(other, row), second);
                }
                var otherFirst = begun(fold);
                fold(fold, other, 0, 15, otherFirst);
                var oneLast = begun(fold);
                fold(fold, one, 0, 15, oneLast);

                assertThat(text(first)).as("seed %d by %s", seed, fold.name()).isEqualTo(text(oneLast));
                assertThat(text(second)).as("seed %d by %s", seed, fold.name()).isEqualTo(text(otherFirst));
            }
        }
    }

    @Test
    void an_editor_that_knows_no_slots_gets_the_same_state() {
        for (long seed = 0; seed < SEEDS; seed++) {
            EventPage page = history(new Random(seed), "account-1", 20);
            for (Fold fold : folds) {
                var reader = new EventReader(payloads, JSON, JSON);
                var slotted = begun(fold);
                var plain = begun(fold);
                for (int row = 0; row < page.size(); row++) {
                    apply(fold, reader.event(page, row), slotted);
                    apply(fold, reader.event(page, row), plain, new PathsOnly(plain));
                }

                assertThat(text(slotted)).as("seed %d by %s", seed, fold.name()).isEqualTo(text(plain));
            }
        }
    }

    /// Passes on what an editor has to have, and nothing of what it may have.
    private record PathsOnly(StateEditor state) implements StateEditor {
        @Override
        public StateValue read(FieldPath path) {
            return state.read(path);
        }

        @Override
        public void set(FieldPath path, StateValue value) {
            state.set(path, value);
        }

        @Override
        public void add(FieldPath path, Num amount) throws FoldFailure {
            state.add(path, amount);
        }

        @Override
        public void append(FieldPath path, StateValue value) throws FoldFailure {
            state.append(path, value);
        }

        @Override
        public void remove(FieldPath path) {
            state.remove(path);
        }
    }

    private static TreeEditor begun(Fold fold) {
        var editor = new TreeEditor();
        editor.begin();
        fold.begin("account", editor);
        editor.settle();
        return editor;
    }

    private void fold(Fold fold, EventPage page, int from, int to, TreeEditor editor) {
        var reader = new EventReader(payloads, JSON, JSON);
        for (int row = from; row < to; row++) {
            apply(fold, reader.event(page, row), editor);
        }
    }

    private static String apply(Fold fold, FoldEvent event, TreeEditor editor) {
        return apply(fold, event, editor, editor);
    }

    private static String apply(Fold fold, FoldEvent event, TreeEditor editor, StateEditor door) {
        editor.begin();
        try {
            fold.apply(event, door);
            editor.settle();
            return "";
        } catch (FoldFailure failure) {
            editor.rollback();
            return failure.reason();
        }
    }

    private static String text(TreeEditor editor) {
        return StateText.compact(editor.root());
    }

    private static EventPage history(Random random, String stream, int events) {
        var page = new EventPage.Builder(false, events);
        for (int i = 0; i < events; i++) {
            page.stream(stream, "account");
            page.type(TYPES.get(random.nextInt(TYPES.size())));
            page.version(i);
            page.data(body(random).getBytes(StandardCharsets.UTF_8));
            page.metadata("{\"user\":\"u%d\"}".formatted(random.nextInt(3)).getBytes(StandardCharsets.UTF_8));
            page.endRow();
        }
        return page.build(new Bookmark(stream));
    }

    private static String body(Random random) {
        if (random.nextInt(40) == 0) {
            return List.of("", "{", "[1]", "null", "{\"amount\":1", "\"text\"").get(random.nextInt(6));
        }
        var body = new StringBuilder("{");
        int fields = random.nextInt(7);
        for (int i = 0; i < fields; i++) {
            body.append(i == 0 ? "" : ",")
                    .append('"')
                    .append(List.of("amount", "fee", "name", "key", "lines", "deep", "am\\u006funt").get(random.nextInt(7)))
                    .append("\":")
                    .append(value(random, 2));
        }
        return body.append('}').toString();
    }

    private static String value(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 8 : 11)) {
            case 0 -> "null";
            case 1 -> random.nextBoolean() ? "true" : "\"\"";
            case 2 -> "\"" + random.nextInt(30) + ".50\"";
            case 3 -> "\"w" + random.nextInt(3) + "\"";
            case 4 -> List.of("-0", "0.00", "1E2", "9223372036854775807", "-9999999999999999999.1", "1e-20")
                    .get(random.nextInt(6));
            case 5, 6, 7 -> random.nextInt(100) - 50 + (random.nextBoolean() ? "." + random.nextInt(100) : "");
            case 8 -> "[" + value(random, depth - 1) + "," + value(random, depth - 1) + "]";
            default ->
                "{\"amount\":%s,\"key\":%s,\"amount\":%s}"
                        .formatted(value(random, 0), value(random, depth - 1), value(random, 0));
        };
    }

    private static Fold rules() {
        Compiled compiled = new RulesLanguage().compile("laws.folds.yaml", """
                fold: everything
                start: { balance: 0.00, moves: 0, lines: [], "by key": {} }
                upcast:
                  - { type: Old, when: /fee is present, rename: In, move: { fee: amount }, default: { key: k } }
                  - type: Both
                    split:
                      - { type: In }
                      - { type: Out, when: /fee is present, set: { amount: /fee } }
                on:
                  Opened: { set: { owner: /name, limit: number(/fee), deep: /deep }, status: OPEN }
                  In:
                    - { add: { balance: /amount, "by key/{/key}": /amount }, count: moves }
                    - { when: state /balance > 100 and /fee is missing, status: RICH }
                  Out: { subtract: { balance: /amount or 0 }, increment: moves, update: { owner: /name } }
                  Lined:
                    - { upsert: { lines: { key: key, item: { key: /key, amount: /amount } } } }
                    - { when: /fee is present, append: { notes: /fee } }
                  Unlined: { remove: { lines: { key: /key } } }
                  Told: [ { merge: /deep }, { merge: { inner: /deep } }, { delete: status } ]
                  Cleared: { clear: [ lines, notes, owner ], set: { shared: round(/amount / 3 to 2 half-even) } }
                  Shared: { set: { shared: round(/amount / 3 to 2 half-even), user: metadata /user } }
                otherwise: merge
                """);
        assertThat(compiled).isInstanceOf(Compiled.Ready.class);
        return ((Compiled.Ready) compiled).fold();
    }
}
