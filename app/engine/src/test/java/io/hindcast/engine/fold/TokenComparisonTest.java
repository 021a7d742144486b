package io.hindcast.engine.fold;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.engine.payload.PayloadDecoder;
import io.hindcast.engine.payload.PayloadView;
import io.hindcast.engine.payload.StandardPayloads;
import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.Opaque;
import io.hindcast.engine.state.StateText;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import io.hindcast.event.ByteSlice;
import io.hindcast.event.PayloadShape;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What is told from tokens is what comparing decoded values says.
class TokenComparisonTest {
    private static final PayloadDecoder DECODER = new StandardPayloads();
    private static final PayloadShape JSON = PayloadShape.of(PayloadShape.Formats.JSON);
    private static final String[] NAMES = {"a", "b", "c", "name", "größe", "x\"y", "total"};

    @Test
    void tokens_say_nothing_else_than_values_over_random_states_and_snapshots() {
        int plain = 0;
        int agreeing = 0;
        for (long seed = 0; seed < 6_000; seed++) {
            var random = new Random(seed);
            StateValue state = fields(random, 3);
            String snapshot = written(random, random.nextInt(3) == 0 ? state : changed(random, state), true);
            SnapshotComparison how = how(random);

            boolean byTokens = how.agreesPlainly(view(snapshot), state);
            boolean byValues = how.compare(decoded(snapshot), state).agrees();

            if (byTokens) {
                assertThat(byValues).as("seed %d: %s against %s", seed, snapshot, state).isTrue();
            }
            plain += byTokens ? 1 : 0;
            agreeing += byValues ? 1 : 0;
        }
        assertThat(plain).isBetween(agreeing / 2, agreeing - 1);
    }

    @Test
    void what_a_fold_would_store_is_found_right_without_building_it_in_any_order_and_spelling() {
        for (long seed = 0; seed < 2_000; seed++) {
            var random = new Random(seed);
            StateValue state = withoutLists(fields(random, 3));
            String snapshot = written(random, state, false);

            assertThat(SnapshotComparison.PLAIN.agreesPlainly(view(snapshot), state))
                    .as("seed %d: %s", seed, snapshot)
                    .isTrue();
        }
    }

    @Test
    void the_last_of_a_name_that_stands_twice_counts() {
        var state = Fields.of("a", Num.of(1));

        assertThat(SnapshotComparison.PLAIN.agreesPlainly(view("{\"a\":1,\"a\":2}"), state)).isFalse();
        assertThat(SnapshotComparison.PLAIN.agreesPlainly(view("{\"b\":{},\"b\":1,\"a\":2,\"a\":1}"), state)).isTrue();
    }

    @Test
    void fields_of_the_snapshot_alone_may_stand_anywhere_at_the_top_and_nowhere_below() {
        var state = Fields.of("a", Fields.of("b", Num.of(1)));

        assertThat(SnapshotComparison.PLAIN.agreesPlainly(view("{\"version\":7,\"a\":{\"b\":1},\"id\":[]}"), state)).isTrue();
        assertThat(SnapshotComparison.PLAIN.agreesPlainly(view("{\"a\":{\"b\":1,\"id\":7}}"), state)).isFalse();
        assertThat(SnapshotComparison.PLAIN.agreesPlainly(view("{\"a\":{\"b\":1,\"id\":null}}"), state)).isTrue();
    }

    @Test
    void an_empty_object_is_no_empty_list() {
        var state = Fields.of("a", Items.EMPTY).with("b", Fields.EMPTY);

        assertThat(SnapshotComparison.PLAIN.agreesPlainly(view("{\"a\":[],\"b\":{}}"), state)).isTrue();
        assertThat(SnapshotComparison.PLAIN.agreesPlainly(view("{\"a\":{},\"b\":{}}"), state)).isFalse();
        assertThat(SnapshotComparison.PLAIN.agreesPlainly(view("{\"a\":[],\"b\":[]}"), state)).isFalse();
    }

    @Test
    void numbers_beyond_what_is_kept_on_the_tape_are_exact() {
        String digits = "123456789012345678901234567890.00000000000000000001";
        var state = Fields.of("a", Num.parse(digits));

        assertThat(SnapshotComparison.PLAIN.agreesPlainly(view("{\"a\":" + digits + "0}"), state)).isTrue();
        assertThat(SnapshotComparison.PLAIN.agreesPlainly(view("{\"a\":" + digits + "1}"), state)).isFalse();
    }

    @Test
    void renamed_ignored_and_enveloped_fields_are_told_from_tokens_too() {
        var how = new SnapshotComparison(
                FieldPath.parse("/state"),
                Map.of(FieldPath.parse("/saldo"), FieldPath.parse("/balance")),
                List.of(FieldPath.parse("/meta/at")),
                true,
                false);
        var state = Fields.of("balance", Num.of(150, 2)).with("meta", Fields.of("by", new Text("me")).with("at", Num.of(1)));

        assertThat(how.agreesPlainly(view("{\"v\":1,\"state\":{\"meta\":{\"at\":2,\"by\":\"me\"},\"saldo\":\"1.5\"}}"), state))
                .isTrue();
        assertThat(how.agreesPlainly(view("{\"v\":1,\"state\":{\"meta\":{\"at\":2,\"by\":\"me\"},\"saldo\":1.6}}"), state))
                .isFalse();
    }

    @Test
    void values_nested_deeper_than_any_stack_are_left_to_the_comparison_of_values() {
        StateValue deep = Num.of(1);
        for (int i = 0; i < 50_000; i++) {
            deep = Fields.of("a", deep);
        }
        String snapshot = "{\"a\":".repeat(50_000) + "1" + "}".repeat(50_000);

        assertThat(SnapshotComparison.PLAIN.agreesPlainly(view(snapshot), deep)).isFalse();
        assertThat(SnapshotComparison.PLAIN.compare(decoded(snapshot), deep).agrees()).isTrue();
    }

    private static PayloadView view(String snapshot) {
        PayloadView view = DECODER.view(JSON);
        view.turnTo(bytes(snapshot));
        return view;
    }

    private static StateValue decoded(String snapshot) {
        return DECODER.decode(bytes(snapshot), JSON);
    }

    private static ByteSlice bytes(String text) {
        return ByteSlice.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static SnapshotComparison how(Random random) {
        Map<FieldPath, FieldPath> renames = random.nextInt(4) == 0
                ? Map.of(path(random), path(random))
                : Map.of();
        List<FieldPath> ignored = random.nextInt(3) == 0 ? List.of(path(random)) : List.of();
        FieldPath root = random.nextInt(8) == 0 ? path(random) : FieldPath.ROOT;
        return new SnapshotComparison(root, renames, ignored, random.nextBoolean(), random.nextInt(4) == 0);
    }

    private static FieldPath path(Random random) {
        var path = FieldPath.ROOT.child(name(random));
        return random.nextInt(3) == 0 ? path.child(random.nextBoolean() ? name(random) : "0") : path;
    }

    private static String name(Random random) {
        return NAMES[random.nextInt(NAMES.length)];
    }

    private static Fields fields(Random random, int depth) {
        Fields fields = Fields.EMPTY;
        int count = random.nextInt(20) == 0 ? 40 : random.nextInt(5);
        for (int i = 0; i < count; i++) {
            fields = fields.with(count > 5 ? "n" + i : name(random), value(random, depth));
        }
        return fields;
    }

    private static StateValue value(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 8 : 11)) {
            case 0 -> Null.NULL;
            case 1 -> random.nextBoolean() ? Bool.TRUE : Bool.FALSE;
            case 2 -> new Text(random.nextBoolean() ? "tëxt" : "1.50");
            case 3 -> new Text("");
            case 4 -> Num.of(random.nextInt(5));
            case 5 -> Num.parse("0.1000000000000000000000000" + random.nextInt(3));
            case 6, 7 -> Num.of(random.nextInt(300), random.nextInt(3));
            case 8 -> new Items(List.of(value(random, depth - 1), value(random, depth - 1)));
            case 9 -> new Items(List.of(fields(random, depth - 1)));
            default -> fields(random, depth - 1);
        };
    }

    /// Something of it is another value, gone, new, or written as text.
    private static StateValue changed(Random random, StateValue value) {
        if (!(value instanceof Fields fields) || fields.size() == 0 || random.nextInt(4) == 0) {
            return value instanceof Num number && random.nextBoolean()
                    ? new Text(number.digits())
                    : value(random, 1);
        }
        if (random.nextInt(4) == 0) {
            return fields.with(random.nextBoolean() ? "more" : name(random), value(random, 1));
        }
        String name = fields.names().get(random.nextInt(fields.size()));
        return random.nextInt(4) == 0 ? fields.without(name) : fields.with(name, changed(random, fields.field(name)));
    }

    /// A JSON text of the value: fields in any order, now and then twice or with a null beside them; numbers spelt otherwise.
    private static String written(Random random, StateValue value, boolean doubles) {
        return switch (value) {
            case Fields fields -> {
                var members = new ArrayList<String>();
                var names = new ArrayList<>(fields.names());
                if (random.nextInt(3) == 0) {
                    Collections.shuffle(names, random);
                }
                for (String name : names) {
                    if (doubles && random.nextInt(30) == 0) {
                        members.add(member(random, name, Num.of(random.nextInt(9)), doubles));
                    }
                    members.add(member(random, name, fields.field(name), doubles));
                }
                yield "{" + String.join(", ", members) + "}";
            }
            case Items items ->
                "[" + String.join(",", items.values().stream().map(item -> written(random, item, doubles)).toList()) + "]";
            case Num number -> spelt(random, number);
            case Text(String text) -> text.equals("tëxt") && random.nextBoolean() ? "\"t\\u00ebxt\"" : StateText.compact(value);
            case Absent _, Null _, Bool _, Opaque _ -> StateText.compact(value);
        };
    }

    private static String member(Random random, String name, StateValue value, boolean doubles) {
        return StateText.compact(new Text(name)) + (random.nextBoolean() ? ":" : " : ") + written(random, value, doubles);
    }

    private static String spelt(Random random, Num number) {
        String digits = number.value().toPlainString();
        return switch (random.nextInt(5)) {
            case 0 -> digits + (digits.contains(".") ? "0" : ".0");
            case 1 -> digits + "e0";
            default -> digits;
        };
    }

    private static StateValue withoutLists(StateValue value) {
        if (value instanceof Fields fields) {
            var kept = Fields.builder(fields.size());
            fields.entries().forEach(entry -> kept.put(
                    entry.getKey(), entry.getValue() instanceof Items ? Null.NULL : withoutLists(entry.getValue())));
            return kept.build();
        }
        return value;
    }
}
