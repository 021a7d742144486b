package io.hindcast.audit.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.audit.fake.Events;
import io.hindcast.audit.fake.MemorySource;
import io.hindcast.audit.report.Block;
import io.hindcast.audit.report.Block.Drawing;
import io.hindcast.audit.report.Block.Sentence;
import io.hindcast.audit.report.TimelinePicture;
import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.engine.replay.Moment;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import io.hindcast.event.Event;
import io.hindcast.event.Position;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimelinesTest {
    private static final Instant TENTH = Events.START.plusSeconds(600);
    private static final Instant TWENTIETH = Events.START.plusSeconds(1_200);

    private static HeaderIndex index(List<Event> events) {
        OpenStore store = MemorySource.store(events);
        store.buildIndex(Progress.SILENT, Cancellation.never());
        return store.index();
    }

    private static List<Block> blocks(Optional<Moment> from, Moment to) {
        HeaderIndex index = index(Events.sound(30));
        return Timelines.blocks(
                index, _ -> true, Optional.of(Period.of(index, from, to)), Map.of(), "timeline.numbered");
    }

    private static TimelinePicture picture(List<Block> blocks) {
        return ((Drawing) blocks.getLast()).picture();
    }

    private static List<String> sentences(List<Block> blocks) {
        return blocks.stream()
                .filter(Sentence.class::isInstance)
                .map(block -> ((Sentence) block).key())
                .toList();
    }

    @Test
    void what_lies_behind_the_key_date_is_drawn_apart_not_counted_and_said() {
        List<Block> blocks = blocks(Optional.empty(), new Moment.AtInstant(TENTH));

        assertThat(picture(blocks).within()).isEqualTo(10);
        assertThat(picture(blocks).outside()).isEqualTo(20);
        assertThat(picture(blocks).lanes().getFirst().events()).isEqualTo(10);
        assertThat(picture(blocks).limits()).containsExactly(TENTH);
        assertThat(sentences(blocks)).containsExactly("timeline.lanes", "timeline.outside");
    }

    @Test
    void what_lies_before_the_period_is_no_part_of_it() {
        List<Block> blocks = blocks(Optional.of(new Moment.AtInstant(TENTH)), new Moment.AtInstant(TWENTIETH));

        assertThat(picture(blocks).within()).isEqualTo(10);
        assertThat(picture(blocks).outside()).isEqualTo(20);
        assertThat(picture(blocks).limits()).containsExactly(TENTH, TWENTIETH);
    }

    @Test
    void a_version_and_a_position_cut_as_well_as_an_instant() {
        assertThat(picture(blocks(Optional.empty(), new Moment.AtVersion(4))).within()).isEqualTo(12);
        assertThat(picture(blocks(Optional.empty(), new Moment.AtPosition(Position.of(7)))).within()).isEqualTo(7);
    }

    @Test
    void a_report_up_to_the_head_has_one_colour_and_no_word_about_it() {
        List<Block> blocks = blocks(Optional.empty(), Moment.HEAD);

        assertThat(picture(blocks).outside()).isZero();
        assertThat(picture(blocks).limits()).isEmpty();
        assertThat(sentences(blocks)).containsExactly("timeline.lanes");
    }

    @Test
    void a_moment_takes_in_everything_up_to_the_last_event_at_or_before_it() {
        List<Event> events = Events.with(Events.sound(30), 3, event -> Events.recordedAt(event, TWENTIETH));
        HeaderIndex index = index(events);

        Period period = Period.of(index, Optional.empty(), new Moment.AtInstant(TENTH));

        assertThat(period.includes(3)).as("it stands before an event of the same stream that is in").isTrue();
        assertThat(period.includes(9)).isTrue();
        assertThat(period.includes(10)).isFalse();
    }
}
