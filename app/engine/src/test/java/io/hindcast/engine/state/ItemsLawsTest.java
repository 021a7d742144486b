package io.hindcast.engine.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ItemsLawsTest {
    @Test
    void items_behave_as_a_list_over_any_edits() {
        for (long seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            var model = new ArrayList<StateValue>();
            Items items = Items.EMPTY;
            int appends = 40 + random.nextInt(50);
            for (int edit = 0; edit < (seed % 10 == 0 ? 6_000 : 400); edit++) {
                var value = Num.of(edit);
                int kind = random.nextInt(100);
                if (kind < appends || model.isEmpty()) {
                    model.add(value);
                    items = items.with(value);
                } else if (kind % 2 == 0) {
                    int at = random.nextInt(model.size());
                    model.set(at, value);
                    items = items.replaced(at, value);
                } else {
                    int at = random.nextInt(model.size());
                    model.remove(at);
                    items = items.removed(at);
                }
                assertThat(items.size()).as("seed %d edit %d", seed, edit).isEqualTo(model.size());
            }
            assertThat(items.values()).as("seed %d", seed).isEqualTo(model);
            assertThat(items).as("seed %d", seed).isEqualTo(new Items(model)).hasSameHashCodeAs(new Items(model));
            for (int i = 0; i < model.size(); i++) {
                assertThat(items.values().get(i)).as("seed %d at %d", seed, i).isEqualTo(model.get(i));
                assertThat(items.at(FieldPath.ROOT.child(i))).isEqualTo(model.get(i));
            }
        }
    }

    @Test
    void a_queue_that_grows_at_one_end_and_shrinks_at_the_other_stays_right() {
        Items items = Items.EMPTY;
        for (int i = 0; i < 50; i++) {
            items = items.with(Num.of(i));
        }
        for (int i = 50; i < 20_000; i++) {
            items = items.with(Num.of(i)).removed(0);
        }

        assertThat(items.values().getFirst()).isEqualTo(Num.of(19_950));
        assertThat(items.values().getLast()).isEqualTo(Num.of(19_999));
        assertThat(items.size()).isEqualTo(50);
    }

    @Test
    void an_edit_leaves_what_it_was_made_from_alone() {
        Items base = Items.EMPTY;
        for (int i = 0; i < 2_000; i++) {
            base = base.with(Num.of(i));
        }
        List<StateValue> before = new ArrayList<>(base.values());
        Items edited = base;
        for (int i = 0; i < 1_000; i++) {
            edited = edited.removed(i).replaced(0, Null.NULL).with(Bool.TRUE);
        }

        assertThat(base.values()).isEqualTo(before);
        assertThat(edited).isNotEqualTo(base);
    }

    @Test
    void there_is_no_item_outside() {
        Items items = new Items(List.of(Num.of(1)));

        assertThat(List.of("1", "-1", "x", "", "00", "99999999999"))
                .allSatisfy(step -> assertThat(items.item(step)).isEqualTo(Absent.ABSENT));
        assertThatThrownBy(() -> items.removed(1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> items.replaced(-1, Null.NULL)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
