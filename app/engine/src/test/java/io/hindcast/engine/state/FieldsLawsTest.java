package io.hindcast.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FieldsLawsTest {
    @Test
    void fields_behave_as_a_linked_map_over_any_edits() {
        for (long seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            int names = 1 + random.nextInt(seed % 10 == 0 ? 3_000 : 80);
            int removals = random.nextInt(60);
            var model = new LinkedHashMap<String, StateValue>();
            Fields fields = Fields.EMPTY;
            for (int edit = 0; edit < names * 3; edit++) {
                String name = name(random, names);
                if (random.nextInt(100) < removals) {
                    model.remove(name);
                    fields = fields.without(name);
                } else {
                    var value = Num.of(edit);
                    model.put(name, value);
                    fields = fields.with(name, value);
                }
                if (edit % 17 == 0) {
                    String other = name(random, names);
                    assertThat(fields.field(other))
                            .as("seed %d edit %d", seed, edit)
                            .isEqualTo(model.getOrDefault(other, Absent.ABSENT));
                }
            }
            agrees(fields, model, seed);
        }
    }

    @Test
    void an_edit_leaves_what_it_was_made_from_alone() {
        for (long seed = 0; seed < 100; seed++) {
            var random = new Random(seed);
            Fields base = many(1 + random.nextInt(200));
            var model = model(base);
            Fields edited = base;
            for (int edit = 0; edit < 100; edit++) {
                String name = "n" + random.nextInt(200);
                edited = random.nextBoolean() ? edited.with(name, Num.of(-edit)) : edited.without(name);
            }
            agrees(base, model, seed);
        }
    }

    @Test
    void many_names_set_at_once_are_the_same_as_one_after_the_other() {
        for (long seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            Fields base = many(1 + random.nextInt(400)).without("n" + random.nextInt(400));
            String[] names = random.ints(0, 420).distinct().limit(1 + random.nextInt(100)).mapToObj(n -> "n" + n).toArray(String[]::new);
            var values = new StateValue[names.length];
            Fields expected = base;
            for (int i = 0; i < names.length; i++) {
                values[i] = random.nextInt(5) == 0 ? Absent.ABSENT : Num.of(-i);
                expected = expected.with(names[i], values[i]);
            }

            assertThat(base.withAll(names, values).toString()).as("seed %d", seed).isEqualTo(expected.toString());
        }
    }

    @Test
    void equality_and_hash_do_not_look_at_the_order() {
        for (long seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            Fields fields = many(1 + random.nextInt(120));
            var entries = new ArrayList<>(fields.entries());
            Collections.shuffle(entries, random);
            Fields shuffled = Fields.EMPTY;
            for (Map.Entry<String, StateValue> entry : entries) {
                shuffled = shuffled.with(entry.getKey(), entry.getValue());
            }

            assertThat(shuffled).as("seed %d", seed).isEqualTo(fields).hasSameHashCodeAs(fields);
            assertThat(shuffled.with("n0", Null.NULL)).as("seed %d", seed).isNotEqualTo(fields);
        }
    }

    @Test
    void names_with_the_same_hash_are_told_apart() {
        var names = new ArrayList<>(List.of(""));
        for (int length = 0; length < 9; length++) {
            var longer = new ArrayList<String>();
            names.forEach(name -> longer.addAll(List.of(name + "Aa", name + "BB")));
            names.clear();
            names.addAll(longer);
        }
        Fields fields = Fields.EMPTY;
        for (int i = 0; i < names.size(); i++) {
            fields = fields.with(names.get(i), Num.of(i));
        }

        assertThat(fields.names()).isEqualTo(names);
        for (int i = 0; i < names.size(); i++) {
            assertThat(fields.field(names.get(i))).isEqualTo(Num.of(i));
            assertThat(fields.without(names.get(i)).size()).isEqualTo(names.size() - 1);
        }
    }

    @Test
    void setting_absent_removes() {
        assertThat(many(40).with("n3", Absent.ABSENT)).isEqualTo(many(40).without("n3"));
        assertThat(Fields.of("a", Null.NULL).with("a", Absent.ABSENT)).isSameAs(Fields.EMPTY);
        assertThat(Fields.of("a", Absent.ABSENT)).isEqualTo(Fields.EMPTY);
    }

    @Test
    void removing_what_is_not_there_changes_nothing() {
        Fields fields = many(50);

        assertThat(fields.without("none")).isSameAs(fields);
    }

    @Test
    void a_builder_keeps_first_places_and_last_values() {
        for (int count : List.of(5, 31, 32, 33, 500)) {
            var builder = Fields.builder(0);
            for (int i = 0; i < count; i++) {
                builder.put("n" + i, Num.of(i));
            }
            for (int i = count - 1; i >= 0; i -= 2) {
                builder.put("n" + i, Num.of(-i));
            }
            Fields fields = builder.build();

            assertThat(fields.size()).isEqualTo(count);
            assertThat(fields.names().getFirst()).isEqualTo("n0");
            assertThat(fields.names().getLast()).isEqualTo("n" + (count - 1));
            assertThat(fields.field("n" + (count - 1))).isEqualTo(Num.of(-(count - 1)));
            assertThat(fields.field("n" + (count - 2))).isEqualTo(Num.of(count - 2));
        }
    }

    @Test
    void values_ten_thousand_deep_can_be_compared_hashed_and_shown() {
        StateValue one = deep(10_000, 1);
        StateValue same = deep(10_000, 1);
        StateValue other = deep(10_000, 2);

        assertThat(one.equals(same)).isTrue();
        assertThat(one.hashCode()).isEqualTo(same.hashCode());
        assertThat(one.equals(other)).isFalse();
        assertThat(one.toString()).contains("…");
    }

    private static StateValue deep(int depth, long bottom) {
        StateValue value = Num.of(bottom);
        for (int i = 0; i < depth; i++) {
            value = i % 2 == 0 ? Fields.of("a", value) : new Items(List.of(value));
        }
        return value;
    }

    private static String name(Random random, int names) {
        return "n" + random.nextInt(names);
    }

    private static Fields many(int count) {
        Fields fields = Fields.EMPTY;
        for (int i = 0; i < count; i++) {
            fields = fields.with("n" + i, Num.of(i));
        }
        return fields;
    }

    private static Map<String, StateValue> model(Fields fields) {
        var model = new LinkedHashMap<String, StateValue>();
        fields.entries().forEach(entry -> model.put(entry.getKey(), entry.getValue()));
        return model;
    }

    private static void agrees(Fields fields, Map<String, StateValue> model, long seed) {
        assertThat(fields.size()).as("seed %d", seed).isEqualTo(model.size());
        assertThat(fields.names()).as("seed %d", seed).isEqualTo(new ArrayList<>(model.keySet()));
        assertThat(model(fields)).as("seed %d", seed).isEqualTo(model);
        assertThat(fields).as("seed %d", seed).isEqualTo(Fields.of(model)).hasSameHashCodeAs(Fields.of(model));
        model.forEach((name, value) ->
                assertThat(fields.field(name)).as("seed %d %s", seed, name).isEqualTo(value));
    }
}
