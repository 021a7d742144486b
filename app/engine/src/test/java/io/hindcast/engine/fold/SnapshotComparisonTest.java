package io.hindcast.engine.fold;

import static io.hindcast.engine.fold.FoldEvents.list;
import static io.hindcast.engine.fold.FoldEvents.num;
import static io.hindcast.engine.fold.FoldEvents.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.Change;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Text;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SnapshotComparisonTest {
    @Test
    void equal_values_agree_whatever_the_spelling_of_numbers() {
        var outcome = SnapshotComparison.PLAIN.compare(
                object("a", num("1.50"), "b", "2.0"), object("b", num("2"), "a", num("1.5")));

        assertThat(outcome.agrees()).isTrue();
    }

    @Test
    void a_drift_has_the_stored_value_before_and_the_replayed_value_after() {
        var outcome = SnapshotComparison.PLAIN.compare(object("a", object("b", "5.01")), object("a", object("b", 5)));

        assertThat(outcome.changes())
                .containsExactly(new Change(FieldPath.parse("/a/b"), new Text("5.01"), num("5")));
    }

    @Test
    void fields_of_the_snapshot_alone_are_named_and_fields_of_the_replay_alone_are_differences() {
        var outcome = SnapshotComparison.PLAIN.compare(object("id", 1, "a", 2), object("a", 2, "lost", 3));

        assertThat(outcome.notCovered()).containsExactly(FieldPath.parse("/id"));
        assertThat(outcome.changes())
                .containsExactly(new Change(FieldPath.parse("/lost"), Absent.ABSENT, num("3")));
    }

    @Test
    void null_and_missing_are_the_same_in_both_directions() {
        assertThat(SnapshotComparison.PLAIN
                        .compare(object("a", Null.NULL), object("b", Null.NULL))
                        .agrees())
                .isTrue();
    }

    @Test
    void a_guess_is_compared_only_where_both_say_something() {
        var outcome = SnapshotComparison.SHARED_FIELDS.compare(object("a", 1, "b", 2), object("a", 1, "b", 3, "c", 4));

        assertThat(outcome.changes()).extracting(change -> change.path().toString()).containsExactly("/b");
    }

    @Test
    void text_numbers_can_be_told_apart() {
        var strict = new SnapshotComparison(FieldPath.ROOT, Map.of(), List.of(), false, false);

        assertThat(strict.compare(object("a", "5"), object("a", 5)).agrees()).isFalse();
    }

    @Test
    void two_texts_are_compared_as_text() {
        assertThat(SnapshotComparison.PLAIN.compare(object("zip", "0800"), object("zip", "800")).agrees())
                .isFalse();
    }

    @Test
    void lists_are_compared_item_by_item_and_ignored_paths_cover_what_lies_below() {
        var comparison = new SnapshotComparison(
                FieldPath.ROOT, Map.of(), List.of(FieldPath.parse("/lines/0")), true, false);

        var outcome = comparison.compare(
                object("lines", list(object("n", 1), object("n", 2))),
                object("lines", list(object("n", 9), object("n", 3))));

        assertThat(outcome.changes()).extracting(change -> change.path().toString()).containsExactly("/lines/1/n");
    }

    @Test
    void names_can_be_swapped() {
        var comparison = new SnapshotComparison(
                FieldPath.ROOT,
                Map.of(FieldPath.parse("/a"), FieldPath.parse("/b"), FieldPath.parse("/b"), FieldPath.parse("/a")),
                List.of(),
                true,
                false);

        assertThat(comparison.compare(object("a", 1, "b", 2), object("a", 2, "b", 1)).agrees())
                .isTrue();
    }
}
