package io.hindcast.engine.fold;

import static io.hindcast.engine.fold.FoldEvents.list;
import static io.hindcast.engine.fold.FoldEvents.num;
import static io.hindcast.engine.fold.FoldEvents.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.Change;
import io.hindcast.engine.state.Difference;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Matching;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TreeEditorTest {
    @Test
    void an_empty_editor_has_no_fields() {
        assertThat(new TreeEditor().root()).isEqualTo(Fields.EMPTY);
    }

    @Test
    void a_write_makes_the_parents_it_needs() {
        var editor = new TreeEditor();
        editor.begin();

        editor.set(path("/a/b/c"), num("1"));

        assertThat(editor.root()).isEqualTo(object("a", object("b", object("c", 1))));
        assertThat(editor.commit()).containsExactly(change("/a", Absent.ABSENT, object("b", object("c", 1))));
    }

    @Test
    void several_writes_of_one_path_are_one_change() {
        var editor = new TreeEditor(object("a", 1));
        editor.begin();

        editor.set(path("/a"), num("2"));
        editor.set(path("/a"), num("3"));

        assertThat(editor.commit()).containsExactly(change("/a", num("1"), num("3")));
    }

    @Test
    void a_write_that_comes_to_nothing_is_no_change_and_keeps_the_first_spelling() throws FoldFailure {
        var editor = new TreeEditor(object("a", num("1.5")));
        editor.begin();

        editor.set(path("/a"), num("9"));
        editor.set(path("/a"), num("1.50"));

        assertThat(editor.commit()).isEmpty();
        assertThat(editor.read(path("/a"))).hasToString("1.5");
    }

    @Test
    void addition_is_exact_and_nothing_counts_as_zero() throws FoldFailure {
        var editor = new TreeEditor(object("a", num("0.1"), "b", Null.NULL));

        editor.add(path("/a"), num("0.2"));
        editor.add(path("/b"), num("9007199254740993"));
        editor.add(path("/c"), num("0.1234567890123456789"));

        assertThat(editor.root())
                .hasToString("{a=0.3, b=9007199254740993, c=0.1234567890123456789}");
    }

    @Test
    void adding_to_text_fails_and_names_the_place() {
        var editor = new TreeEditor(object("a", "much"));

        assertThatThrownBy(() -> editor.add(path("/a"), num("1")))
                .isInstanceOf(FoldFailure.class)
                .hasMessage("/a of the state is text, a number was expected");
    }

    @Test
    void appending_goes_to_the_end_and_names_only_the_new_item() throws FoldFailure {
        var editor = new TreeEditor(object("lines", list(1, 2)));
        editor.begin();

        editor.append(path("/lines"), num("3"));

        assertThat(editor.root()).isEqualTo(object("lines", list(1, 2, 3)));
        assertThat(editor.commit()).containsExactly(change("/lines/2", Absent.ABSENT, num("3")));
    }

    @Test
    void appending_to_nothing_makes_a_list_and_appending_to_a_number_fails() throws FoldFailure {
        var editor = new TreeEditor(object("n", 1));

        editor.append(path("/new"), num("1"));

        assertThat(editor.read(path("/new"))).isEqualTo(list(1));
        assertThatThrownBy(() -> editor.append(path("/n"), num("1")))
                .hasMessage("/n of the state is a number, a list was expected");
    }

    @Test
    void paths_lead_into_items() throws FoldFailure {
        var editor = new TreeEditor(object("lines", list(object("amount", 1), object("amount", 2))));
        editor.begin();

        editor.add(path("/lines/1/amount"), num("5"));

        assertThat(editor.read(path("/lines/1/amount"))).isEqualTo(num("7"));
        assertThat(editor.commit()).containsExactly(change("/lines/1/amount", num("2"), num("7")));
    }

    @Test
    void a_removed_item_moves_those_behind_it() {
        var editor = new TreeEditor(object("lines", list("a", "b", "c")));

        editor.remove(path("/lines/1"));

        assertThat(editor.root()).isEqualTo(object("lines", list("a", "c")));
    }

    @Test
    void setting_nothing_removes() {
        var editor = new TreeEditor(object("a", 1, "b", 2));
        editor.begin();

        editor.set(path("/a"), Absent.ABSENT);

        assertThat(editor.commit()).containsExactly(change("/a", num("1"), Absent.ABSENT));
        assertThat(editor.root()).isEqualTo(object("b", 2));
    }

    @Test
    void a_rolled_back_event_leaves_no_trace_not_even_in_the_order_of_fields() throws FoldFailure {
        var before = object("a", 1, "b", object("x", 1, "y", 2), "lines", list(1, 2));
        var editor = new TreeEditor(before);
        editor.begin();

        editor.remove(path("/a"));
        editor.set(path("/b/x"), num("9"));
        editor.remove(path("/b/x"));
        editor.set(path("/b/z"), num("9"));
        editor.append(path("/lines"), num("3"));
        editor.append(path("/lines"), num("4"));
        editor.set(path("/new/deep"), num("1"));
        editor.set(path("/b"), num("5"));
        editor.rollback();

        assertThat(editor.root()).isEqualTo(before).hasToString(before.toString());
        assertThat(editor.commit()).isEmpty();
    }

    @Test
    void what_is_not_written_is_shared() {
        var untouched = object("big", list(1, 2, 3));
        var editor = new TreeEditor(object("untouched", untouched, "n", 1));

        editor.set(path("/n"), num("2"));

        assertThat(editor.read(path("/untouched"))).isSameAs(untouched);
        assertThat(editor.root()).isSameAs(editor.root());
    }

    @Test
    void a_root_once_given_out_never_changes() {
        var editor = new TreeEditor(object("n", object("deep", 1)));
        editor.set(path("/n/deep"), num("2"));
        StateValue given = editor.root();

        editor.set(path("/n/deep"), num("3"));

        assertThat(given).isEqualTo(object("n", object("deep", 2)));
        assertThat(editor.root()).isEqualTo(object("n", object("deep", 3)));
    }

    @Test
    void ten_thousand_levels_are_written_read_compared_and_taken_back() {
        var deep = new FieldPath(Collections.nCopies(10_000, "d"));
        var editor = new TreeEditor();
        editor.set(deep, num("1"));
        editor.root();
        editor.begin();

        editor.set(deep, num("2"));
        editor.root();

        assertThat(editor.read(deep)).isEqualTo(num("2"));
        assertThat(editor.commit()).containsExactly(new Change(deep, num("1"), num("2")));
        editor.set(deep.child("beyond"), num("3"));
        editor.rollback();
        assertThat(editor.read(deep)).isEqualTo(num("2"));
    }

    @Test
    void for_any_writes_the_changes_are_the_difference_and_lead_from_the_old_root_to_the_new() {
        for (int seed = 0; seed < 400; seed++) {
            var random = new Random(seed);
            var editor = new TreeEditor(randomValue(random, 3));
            for (int event = 0; event < 5; event++) {
                StateValue before = editor.root();
                editor.begin();
                int writes = random.nextInt(8);
                for (int i = 0; i < writes; i++) {
                    randomWrite(random, editor);
                }
                StateValue after = editor.root();
                if (random.nextInt(4) == 0) {
                    editor.rollback();
                    assertThat(editor.root()).as("seed %d", seed).hasToString(before.toString());
                    continue;
                }
                List<Change> changes = editor.commit();
                assertThat(changes)
                        .as("seed %d", seed)
                        .containsExactlyInAnyOrderElementsOf(Difference.between(before, after, Matching.BY_PLACE));
                assertThat(applied(before, changes)).as("seed %d", seed).isEqualTo(after);
            }
        }
    }

    @Test
    void settling_an_event_leaves_the_state_that_committing_it_leaves_down_to_the_spelling() {
        for (int seed = 0; seed < 400; seed++) {
            StateValue start = randomValue(new Random(seed), 3);
            var committing = new TreeEditor(start);
            var settling = new TreeEditor(start);
            var one = new Random(seed);
            var other = new Random(seed);
            for (int event = 0; event < 5; event++) {
                committing.begin();
                settling.begin();
                for (int i = 0; i < 4; i++) {
                    randomWrite(one, committing);
                    randomWrite(other, settling);
                }
                committing.commit();
                settling.settle();
            }

            assertThat(settling.root()).as("seed %d", seed).hasToString(committing.root().toString());
        }
    }

    @Test
    void writes_by_known_paths_are_those_by_plain_paths_down_to_the_spelling_and_the_order_of_fields() {
        for (int seed = 0; seed < 1_500; seed++) {
            StateValue start = randomValue(new Random(seed), 3);
            var plain = new TreeEditor(start);
            var known = new TreeEditor(start);
            var one = new Random(seed);
            var other = new Random(seed);
            for (int event = 0; event < 8; event++) {
                plain.begin();
                known.begin();
                for (int i = 0; i < 5; i++) {
                    numberOrScalar(one, plain, false);
                    numberOrScalar(other, known, true);
                }
                String what = "seed %d event %d".formatted(seed, event);
                switch (seed % 3) {
                    case 0 -> assertThat(known.commit()).as(what).isEqualTo(plain.commit());
                    case 1 -> {
                        plain.settle();
                        known.settle();
                    }
                    default -> {
                        if (event % 2 == 0) {
                            plain.rollback();
                            known.rollback();
                        } else {
                            plain.commit();
                            known.settle();
                        }
                    }
                }
                if (seed % 2 == 0) {
                    assertThat(known.root()).as(what).hasToString(plain.root().toString());
                }
            }
            assertThat(known.root()).as("seed %d", seed).hasToString(plain.root().toString());
        }
    }

    @Test
    void a_sum_beyond_a_long_goes_on_exactly() throws FoldFailure {
        var editor = new TreeEditor(object("n", num("9000000000000000000")));
        var path = new KnownPath(path("/n"), 0);

        editor.add(path, 9_000_000_000_000_000_000L, 0);
        editor.add(path, 5, 18);
        editor.add(path, -1, 0);

        assertThat(editor.root()).hasToString("{n=17999999999999999999.000000000000000005}");
    }

    @Test
    void the_number_of_a_known_path_is_no_more_than_a_hint() throws FoldFailure {
        var editor = new TreeEditor(object("a", 1, "b", 2));

        editor.add(new KnownPath(path("/a"), 0), 5, 0);
        editor.add(new KnownPath(path("/b"), 0), 5, 0);
        editor.add(new KnownPath(path("/b"), 1_000_000), 5, 0);

        assertThat(editor.root()).isEqualTo(object("a", 6, "b", 12));
    }

    private static final List<FieldPath> PLACES =
            List.of(path("/a"), path("/b"), path("/a/c"), path("/c/a"), path("/c/a/b"), path("/c"), path("/0"));
    private static final List<KnownPath> KNOWN =
            PLACES.stream().map(place -> new KnownPath(place, PLACES.indexOf(place))).toList();

    /// The kinds of writes that have a short way, between others that get in their way.
    private static void numberOrScalar(Random random, StateEditor editor, boolean known) {
        int place = random.nextInt(PLACES.size());
        int amount = random.nextInt(3) - 1;
        int scale = random.nextInt(3);
        switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> {
                try {
                    if (known) {
                        editor.add(KNOWN.get(place), amount, scale);
                    } else {
                        editor.add(PLACES.get(place), Num.of(amount, scale));
                    }
                } catch (FoldFailure _) {
                    editor.set(PLACES.get(place), Num.of(amount, scale));
                }
            }
            case 4, 5, 6 -> {
                StateValue value = random.nextBoolean() ? new Text("t" + amount) : Num.of(amount * 10L, scale);
                if (known) {
                    editor.set(KNOWN.get(place), value);
                } else {
                    editor.set(PLACES.get(place), value);
                }
            }
            case 7 -> {
                StateValue read = known ? editor.read(KNOWN.get(place)) : editor.read(PLACES.get(place));
                editor.set(path("/seen"), new Text(read.toString()));
            }
            default -> randomWrite(random, editor);
        }
    }

    private static StateValue applied(StateValue root, List<Change> changes) {
        var editor = new TreeEditor(root);
        var removals = new ArrayList<Change>();
        for (Change change : changes) {
            if (change.after().isPresent()) {
                editor.set(change.path(), change.after());
            } else {
                removals.add(change);
            }
        }
        removals.reversed().forEach(change -> editor.remove(change.path()));
        return editor.root();
    }

    private static void randomWrite(Random random, StateEditor editor) {
        FieldPath path = randomPath(random);
        switch (random.nextInt(5)) {
            case 0 -> editor.remove(path);
            case 1 -> {
                try {
                    editor.append(path, randomValue(random, 1));
                } catch (FoldFailure _) {
                    editor.set(path, Items.EMPTY);
                }
            }
            case 2 -> {
                try {
                    editor.add(path, Num.of(random.nextInt(3)));
                } catch (FoldFailure _) {
                    editor.set(path, Num.of(1));
                }
            }
            default -> editor.set(path, randomValue(random, 2));
        }
    }

    private static FieldPath randomPath(Random random) {
        FieldPath path = FieldPath.ROOT;
        int depth = 1 + random.nextInt(3);
        for (int i = 0; i < depth; i++) {
            path = random.nextInt(4) == 0 ? path.child(random.nextInt(3)) : path.child("abc".substring(random.nextInt(3)).substring(0, 1));
        }
        return path;
    }

    private static StateValue randomValue(Random random, int depth) {
        return switch (depth == 0 ? random.nextInt(3) : random.nextInt(6)) {
            case 0 -> Num.of(random.nextInt(4));
            case 1 -> new Text("t" + random.nextInt(3));
            case 2 -> Null.NULL;
            case 3 -> list(randomValue(random, depth - 1), randomValue(random, depth - 1));
            default -> object("a", randomValue(random, depth - 1), "c", randomValue(random, depth - 1));
        };
    }

    private static FieldPath path(String pointer) {
        return FieldPath.parse(pointer);
    }

    private static Change change(String path, StateValue before, StateValue after) {
        return new Change(path(path), before, after);
    }
}
