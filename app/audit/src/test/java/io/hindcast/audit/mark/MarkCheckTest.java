package io.hindcast.audit.mark;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.audit.fake.Events;
import io.hindcast.audit.fake.MemorySource;
import io.hindcast.audit.mark.MarkContent.Note;
import io.hindcast.audit.mark.Standing.CannotTell;
import io.hindcast.audit.mark.Standing.Changed;
import io.hindcast.audit.mark.Standing.Holds;
import io.hindcast.audit.mark.Standing.Missing;
import io.hindcast.audit.mark.Standing.Part;
import io.hindcast.connector.ConnectorException;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import io.hindcast.event.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MarkCheckTest {
    private static final List<Event> SOUND = Events.sound(30);

    /// A mark on every event, each called after its place among the events.
    private static List<Mark> onEveryEvent() {
        var binder = new Binder(MemorySource.store(SOUND));
        var marks = new ArrayList<Mark>();
        for (int i = 0; i < SOUND.size(); i++) {
            marks.add(mark("M" + i, binder.event(EventAddress.of(SOUND.get(i))).orElseThrow()));
        }
        return marks;
    }

    private static Mark mark(String id, Binding binding) {
        var added = new MarkChange(MarkChange.Deed.ADDED, 1, Instant.EPOCH, "ada", new Note(""), "");
        return new Mark(id, binding, List.of(added));
    }

    private static Checked check(OpenStore store, List<Mark> marks) {
        return MarkCheck.of(store.source(), marks, Progress.SILENT, Cancellation.never());
    }

    private static void assertOnlyChanged(List<Event> today, int at, Part... parts) {
        Checked checked = check(MemorySource.store(today), onEveryEvent());

        assertThat(checked.invalid()).isEqualTo(1);
        assertThat(checked.byId().get("M" + at)).isInstanceOfSatisfying(Changed.class, changed -> assertThat(changed.parts())
                .containsExactly(parts));
    }

    private static List<Event> with(int at, UnaryOperator<Event> change) {
        return Events.with(SOUND, at, change);
    }

    @Test
    void marks_of_an_unchanged_store_hold() {
        Checked checked = check(MemorySource.store(SOUND), onEveryEvent());

        assertThat(checked.isComplete()).isTrue();
        assertThat(checked.byId()).hasSize(30).allSatisfy((_, standing) -> assertThat(standing).isEqualTo(new Holds()));
    }

    @Test
    void a_changed_part_of_an_event_is_named_and_no_other_mark_is_touched() {
        assertOnlyChanged(with(7, event -> Events.data(event, "{\"amount\":70}")), 7, Part.DATA);
        assertOnlyChanged(with(7, event -> Events.metadata(event, "{}")), 7, Part.METADATA);
        assertOnlyChanged(with(7, event -> Events.type(event, "Withdrawn")), 7, Part.TYPE);
        assertOnlyChanged(with(7, event -> Events.recordedAt(event, Events.START)), 7, Part.RECORDED_TIME);
        assertOnlyChanged(with(7, event -> Events.id(event, "other")), 7, Part.EVENT_ID);
        assertOnlyChanged(
                with(7, event -> Events.data(Events.type(event, "Withdrawn"), "{}")), 7, Part.DATA, Part.TYPE);
    }

    @Test
    void what_was_and_what_is_are_told() {
        Checked checked = check(MemorySource.store(with(7, event -> Events.type(event, "Withdrawn"))), onEveryEvent());

        assertThat(checked.byId().get("M7"))
                .isEqualTo(new Changed(List.of(new Standing.Difference(Part.TYPE, "Deposited", "Withdrawn"))));
    }

    @Test
    void an_event_that_was_renumbered_is_known_again_by_its_id() {
        assertOnlyChanged(with(29, event -> Events.version(event, 77)), 29, Part.VERSION);
    }

    @Test
    void an_event_that_is_gone_is_missing() {
        var today = new ArrayList<>(SOUND);
        today.remove(4);

        Checked checked = check(MemorySource.store(today), onEveryEvent());

        assertThat(checked.invalid()).isEqualTo(1);
        assertThat(checked.byId().get("M4")).isEqualTo(new Missing());
    }

    @Test
    void of_two_events_with_one_version_the_bound_one_counts() {
        var today = new ArrayList<>(SOUND);
        today.addFirst(Events.data(Events.id(SOUND.get(3), "copy"), "{}"));

        assertThat(check(MemorySource.store(today), onEveryEvent()).invalid()).isZero();
    }

    @Test
    void a_mark_of_a_stream_holds_while_the_stream_grows_and_not_when_its_past_changes() {
        Mark bound = mark("M1", new Binder(MemorySource.store(Events.sound(15)))
                .stream("account-1", Progress.SILENT, Cancellation.never())
                .orElseThrow());

        assertThat(check(MemorySource.store(SOUND), List.of(bound)).byId().get("M1")).isEqualTo(new Holds());
        assertThat(check(MemorySource.store(with(4, event -> Events.data(event, "{}"))), List.of(bound)).byId().get("M1"))
                .isInstanceOfSatisfying(Changed.class, changed -> assertThat(changed.parts()).containsExactly(Part.EVENTS));
        assertThat(check(MemorySource.store(Events.sound(6)), List.of(bound)).byId().get("M1")).isInstanceOf(Changed.class);
        assertThat(check(MemorySource.store(Events.sound(1)), List.of(bound)).byId().get("M1")).isEqualTo(new Missing());
    }

    @Test
    void a_mark_from_a_store_of_another_kind_cannot_be_told() {
        var bound = (Binding.ToEvent) new Binder(MemorySource.store(SOUND))
                .event(EventAddress.version("account-1", 2))
                .orElseThrow();
        var elsewhere = new StoreName("axon4-jdbc", "", "elsewhere");
        var foreign = new Binding.ToEvent(
                elsewhere, "no-such-stream", bound.version(), bound.position(), bound.eventId(), bound.type(),
                bound.recordedAt(), bound.event(), bound.data(), bound.metadata());

        Checked checked = check(MemorySource.store(SOUND), List.of(mark("M1", foreign), mark("M2", new Binding.ToStore(elsewhere))));

        assertThat(checked.byId().values())
                .allSatisfy(standing -> assertThat(standing).isInstanceOfSatisfying(
                        CannotTell.class, told -> assertThat(told.kind()).isEqualTo(Standing.Why.OTHER_STORE)));
    }

    @Test
    void a_store_that_fails_leaves_marks_undecided() {
        var failing = MemorySource.of(SOUND).telling(() -> {
            throw new ConnectorException(ConnectorException.Kind.INTERNAL, "the disk is gone");
        });

        Checked checked = check(failing.opened(), onEveryEvent());

        assertThat(checked.invalid()).isZero();
        assertThat(checked.byId()).hasSize(30).allSatisfy((_, standing) -> assertThat(standing.word()).isEqualTo("unchecked"));
    }

    @Test
    void a_check_that_is_stopped_says_so() {
        var cancellation = new Cancellation();
        OpenStore store = MemorySource.of(SOUND).inPagesOf(2).telling(cancellation::cancel).opened();

        Checked checked = MarkCheck.of(store.source(), onEveryEvent(), Progress.SILENT, cancellation);

        assertThat(checked.isComplete()).isFalse();
        assertThat(checked.byId()).hasSize(30).allSatisfy((_, standing) -> assertThat(standing).isInstanceOf(CannotTell.class));
    }

    @Test
    void a_stream_is_read_once_for_all_its_marks() {
        var pages = new ArrayList<Integer>();
        OpenStore store = MemorySource.of(SOUND).telling(() -> pages.add(1)).opened();

        check(store, onEveryEvent());

        assertThat(pages).hasSize(3 * 2);
    }

    /// 200 seeds: an edit of one event makes the marks of that event invalid, and no other.
    @Test
    void an_edit_makes_the_marks_of_its_event_invalid_and_no_other() {
        for (int seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            int at = random.nextInt(SOUND.size());
            int salt = random.nextInt();
            UnaryOperator<Event> edit = switch (random.nextInt(4)) {
                case 0 -> event -> Events.data(event, "{\"amount\":" + salt + ",\"valueDate\":\"2026-01-01\"}");
                case 1 -> event -> Events.metadata(event, "{\"causationId\":" + salt + "}");
                case 2 -> event -> Events.type(event, "T" + salt);
                default -> event -> Events.recordedAt(event, Events.START.minusSeconds(1 + LongStream.of(salt).map(Math::abs).sum()));
            };

            Checked checked = check(MemorySource.store(with(at, edit)), onEveryEvent());

            assertThat(checked.byId().entrySet().stream().filter(one -> one.getValue().isInvalid()).map(Map.Entry::getKey))
                    .as("seed %d", seed)
                    .containsExactly("M" + at);
        }
    }
}
