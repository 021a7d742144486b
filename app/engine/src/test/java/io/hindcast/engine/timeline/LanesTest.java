package io.hindcast.engine.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.event.EventPage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LanesTest {
    @Test
    void all_keys_have_a_lane_in_order_of_their_labels_when_there_is_room() {
        HeaderIndex index = Histories.index(1, 4_000, 5, 3);

        var lanes = new Lanes(LaneGrouping.CATEGORY.keys(index), 10);

        assertThat(labels(lanes)).containsExactly("c0", "c1", "c2", "c3", "c4");
        assertThat(lanes.othersCount()).isZero();
    }

    @Test
    void the_keys_with_the_most_events_are_shown_and_the_others_share_a_lane() {
        HeaderIndex index = Histories.index(1, 4_000, 12, 3);

        var lanes = new Lanes(LaneGrouping.STREAM.keys(index), 7);

        long fewest = labels(lanes).stream()
                .mapToLong(name -> index.streamEntry(index.streamNamed(name).orElseThrow())
                        .events())
                .min()
                .orElseThrow();
        assertThat(lanes.size()).isEqualTo(8);
        assertThat(lanes.othersCount()).isEqualTo(index.streamCount() - 7);
        for (int event = 0; event < index.size(); event++) {
            int lane = lanes.laneOf(event);
            var stream = index.streamEntry(index.stream(event));
            if (lane == lanes.others()) {
                assertThat((long) stream.events()).isLessThanOrEqualTo(fewest);
            } else {
                assertThat(lanes.label(lane)).isEqualTo(stream.name());
            }
        }
    }

    @Test
    void a_stream_that_appears_later_joins_the_lane_of_its_category() {
        HeaderIndex index = Histories.index(1, 100, 1, 3);
        var lanes = new Lanes(LaneGrouping.CATEGORY.keys(index), 10);
        var page = new EventPage.Builder(false, 1);
        page.stream("late", "c0").type("T");
        page.endRow();
        page.stream("alien", "moon").type("T");
        page.endRow();
        index.append(page.build(new io.hindcast.event.Bookmark("")));

        lanes.catchUp();

        assertThat(lanes.laneOf(100)).isZero();
        assertThat(lanes.laneOf(101)).isEqualTo(lanes.others());
        assertThat(lanes.isStale()).isTrue();
    }

    @Test
    void the_most_frequent_types_have_a_colour_of_their_own() {
        HeaderIndex index = Histories.index(1, 4_000, 3, 20);

        var slots = new TypeSlots(index);

        assertThat(slots.names()).hasSize(TypeSlots.SHARED);
        assertThat(IntStream.range(0, 20).filter(type -> slots.slotOf(type) == TypeSlots.SHARED))
                .hasSize(13);
        assertThat(slots.slotOf(1_000)).isEqualTo(TypeSlots.SHARED);
    }

    private static List<String> labels(Lanes lanes) {
        return IntStream.range(0, lanes.others()).mapToObj(lanes::label).toList();
    }
}
