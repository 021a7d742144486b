package io.hindcast.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    @Test
    void changed_added_and_removed_fields_are_told_at_their_depth() {
        Fields before = Fields.of("a", Fields.of("x", Num.of(1)).with("y", Num.of(2))).with("gone", Bool.TRUE);
        Fields after = Fields.of("new", Null.NULL).with("a", Fields.of("x", Num.of(1)).with("y", Num.of(3)));

        assertThat(told(before, after)).containsExactly("CHANGED /a/y", "REMOVED /gone", "ADDED /new");
    }

    @Test
    void numbers_are_compared_by_value() {
        assertThat(told(Num.parse("1.50"), Num.parse("1.5"))).isEmpty();
    }

    @Test
    void items_with_an_identity_are_matched_by_it() {
        Items before = new Items(List.of(line("a", 1), line("b", 2), line("c", 3)));
        Items after = new Items(List.of(line("x", 9), line("a", 1), line("c", 4)));

        assertThat(told(Fields.of("lines", before), Fields.of("lines", after)))
                .containsExactly("REMOVED /lines/1", "ADDED /lines/0", "CHANGED /lines/2/amount");
    }

    @Test
    void items_in_another_order_are_one_change_of_the_list() {
        Items before = new Items(List.of(line("a", 1), line("b", 2), line("c", 3)));
        Items after = new Items(List.of(line("c", 3), line("a", 1), line("b", 5)));

        List<Change> changes = Difference.between(before, after);

        assertThat(told(before, after)).containsExactly("CHANGED ", "CHANGED /2/amount");
        assertThat(changes.getFirst()).isEqualTo(new Change(FieldPath.ROOT, before, after));
    }

    @Test
    void items_without_identity_are_aligned_by_what_is_common() {
        assertThat(told(numbers(1, 2, 3, 4, 5), numbers(1, 3, 9, 5, 6)))
                .containsExactly("REMOVED /1", "CHANGED /2", "ADDED /4");
        assertThat(told(numbers(1, 2, 3), numbers(2, 3))).containsExactly("REMOVED /0");
        assertThat(told(numbers(1, 1, 1), numbers(1, 1))).containsExactly("REMOVED /2");
    }

    @Test
    void by_place_means_by_place() {
        List<Change> changes = Difference.between(numbers(1, 2, 3), numbers(2, 3), Matching.BY_PLACE);

        assertThat(changes).extracting(Change::toString).hasSize(3);
        assertThat(changes.getFirst().path()).hasToString("/0");
    }

    @Test
    void an_identity_that_stands_twice_is_none() {
        Items before = new Items(List.of(line("a", 1), line("a", 2)));
        Items after = new Items(List.of(line("a", 1), line("a", 3)));

        assertThat(told(before, after)).containsExactly("CHANGED /1/amount");
    }

    @Test
    void there_is_a_difference_exactly_when_values_differ_and_every_path_leads_there() {
        for (long seed = 0; seed < 3_000; seed++) {
            var random = new Random(seed);
            StateValue before = value(random, 4);
            StateValue after = random.nextInt(3) == 0 ? value(random, 4) : edited(random, before);

            List<Change> changes = Difference.between(before, after);

            assertThat(changes.isEmpty()).as("seed %d", seed).isEqualTo(before.equals(after));
            for (Change change : changes) {
                assertThat(change.before().equals(change.after())).as("seed %d", seed).isFalse();
                if (change.kind() == Change.Kind.REMOVED) {
                    assertThat(before.at(change.path())).as("seed %d", seed).isEqualTo(change.before());
                } else {
                    assertThat(after.at(change.path())).as("seed %d", seed).isEqualTo(change.after());
                }
            }
        }
    }

    @Test
    void a_difference_twenty_thousand_deep_is_found() {
        StateValue before = Num.of(1);
        StateValue after = Num.of(2);
        for (int i = 0; i < 10_000; i++) {
            before = Fields.of("a", new Items(List.of(before)));
            after = Fields.of("a", new Items(List.of(after)));
        }

        List<Change> changes = Difference.between(before, after);

        assertThat(changes).hasSize(1);
        assertThat(changes.getFirst().path().steps()).hasSize(20_000);
    }

    private static List<String> told(StateValue before, StateValue after) {
        return Difference.between(before, after).stream()
                .map(change -> change.kind() + " " + change.path())
                .toList();
    }

    private static Fields line(String id, long amount) {
        return Fields.of("lineId", new Text(id)).with("amount", Num.of(amount));
    }

    private static Items numbers(long... numbers) {
        Items items = Items.EMPTY;
        for (long number : numbers) {
            items = items.with(Num.of(number));
        }
        return items;
    }

    private static StateValue edited(Random random, StateValue value) {
        if (random.nextInt(6) == 0) {
            return value(random, 2);
        }
        return switch (value) {
            case Fields fields when fields.size() > 0 -> {
                String name = fields.names().get(random.nextInt(fields.size()));
                yield random.nextInt(4) == 0 ? fields.without(name) : fields.with(name, edited(random, fields.field(name)));
            }
            case Items items when items.size() > 0 -> {
                if (random.nextInt(4) == 0) {
                    var shuffled = new ArrayList<>(items.values());
                    Collections.shuffle(shuffled, random);
                    yield new Items(shuffled);
                }
                int at = random.nextInt(items.size());
                yield items.replaced(at, edited(random, items.values().get(at)));
            }
            case Absent _, Null _, Bool _, Num _, Text _, Opaque _, Fields _, Items _ -> value(random, 1);
        };
    }

    private static StateValue value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 7 : 4)) {
            case 0 -> Num.of(random.nextInt(4));
            case 1 -> new Text("t" + random.nextInt(4));
            case 2 -> Bool.of(random.nextBoolean());
            case 3 -> Null.NULL;
            case 4, 5 -> {
                Fields fields = random.nextBoolean() ? Fields.of("id", Num.of(random.nextInt(20))) : Fields.EMPTY;
                for (int i = random.nextInt(4); i > 0; i--) {
                    fields = fields.with("f" + random.nextInt(5), value(random, depth - 1));
                }
                yield fields;
            }
            default -> {
                Items items = Items.EMPTY;
                for (int i = random.nextInt(6); i > 0; i--) {
                    items = items.with(value(random, depth - 1));
                }
                yield items;
            }
        };
    }
}
