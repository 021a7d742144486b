package io.hindcast.engine.fold;

import static io.hindcast.engine.fold.FoldEvents.event;
import static io.hindcast.engine.fold.FoldEvents.list;
import static io.hindcast.engine.fold.FoldEvents.num;
import static io.hindcast.engine.fold.FoldEvents.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Opaque;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import org.junit.jupiter.api.Test;

class MergeFoldTest {
    private final MergeFold fold = new MergeFold();
    private final TreeEditor state = new TreeEditor();

    @Test
    void it_says_that_it_guesses() {
        assertThat(fold.isGuess()).isTrue();
        assertThat(fold.name()).isEqualTo("merge fold (a guess)");
    }

    @Test
    void fields_are_laid_over_what_was_said_before() throws FoldFailure {
        apply(object("owner", "Ada", "limit", 5));
        apply(object("limit", 7));

        assertThat(state.root()).isEqualTo(object("owner", "Ada", "limit", 7));
    }

    @Test
    void nested_objects_are_merged_and_lists_are_replaced() throws FoldFailure {
        apply(object("address", object("city", "Bern", "zip", "3000"), "tags", list("a", "b")));
        apply(object("address", object("zip", "3001"), "tags", list("c")));

        assertThat(state.root())
                .isEqualTo(object("address", object("city", "Bern", "zip", "3001"), "tags", list("c")));
    }

    @Test
    void null_sets_null_and_the_next_event_folds() throws FoldFailure {
        apply(object("a", Null.NULL));
        apply(object("b", 1));

        assertThat(state.root()).isEqualTo(object("a", Null.NULL, "b", 1));
    }

    @Test
    void a_body_that_is_no_object_stands_under_the_event_type() throws FoldFailure {
        fold.apply(event("Renamed", new Text("Ada")), state);
        fold.apply(event("Touched", Absent.ABSENT), state);

        assertThat(state.root()).isEqualTo(object("Renamed", "Ada"));
    }

    @Test
    void an_unreadable_body_is_a_failure_with_the_reason() {
        var opaque = new Opaque("not JSON: unexpected end at byte 4", 4, "{\"a\"");

        assertThatThrownBy(() -> fold.apply(event("Broken", opaque), state))
                .isInstanceOf(FoldFailure.class)
                .hasMessage("unreadable: not JSON: unexpected end at byte 4");
    }

    @Test
    void ten_thousand_levels_merge() throws FoldFailure {
        apply(nested(10_000, num("1")));
        apply(nested(10_000, num("2")));

        StateValue here = state.root();
        for (int i = 0; i < 10_000; i++) {
            here = ((Fields) here).field("d");
        }
        assertThat(here).isEqualTo(num("2"));
    }

    private void apply(Fields data) throws FoldFailure {
        fold.apply(event("Something", data), state);
    }

    private static Fields nested(int depth, StateValue value) {
        StateValue nested = value;
        for (int i = 0; i < depth; i++) {
            nested = Fields.of("d", nested);
        }
        return (Fields) nested;
    }
}
