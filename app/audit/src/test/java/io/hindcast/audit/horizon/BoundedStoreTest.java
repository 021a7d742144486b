package io.hindcast.audit.horizon;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.audit.fake.Events;
import io.hindcast.audit.fake.MemorySource;
import io.hindcast.engine.session.CategorySummary;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.session.StreamSummary;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import io.hindcast.event.Event;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoundedStoreTest {
    @Test
    void a_stream_that_begins_behind_the_horizon_is_not_listed_and_the_others_have_the_events_within() {
        List<Event> early = List.of(Events.sound("account-1", 1, 1), Events.sound("account-1", 2, 2));
        var all = new ArrayList<>(early);
        all.add(Events.sound("account-1", 3, 3));
        all.add(Events.sound("account-2", 1, 4));
        OpenStore then = MemorySource.store(early);
        then.buildIndex(Progress.SILENT, Cancellation.never());

        var bounded = BoundedStore.of(
                        MemorySource.store(all), Horizon.of(then), Progress.SILENT, Cancellation.never())
                .orElseThrow();

        assertThat(bounded.streams()).extracting(StreamSummary::stream).containsExactly("account-1");
        assertThat(bounded.streams()).extracting(StreamSummary::events).containsExactly(2);
        assertThat(bounded.categories()).extracting(CategorySummary::events).containsExactly(2L);
    }
}
