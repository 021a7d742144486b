package io.hindcast.engine.fold.propose;

import static io.hindcast.engine.fold.FoldEvents.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hindcast.engine.fold.propose.StoreSampler.Bounds;
import io.hindcast.engine.history.MemorySource;
import io.hindcast.engine.payload.StandardPayloads;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoreSamplerTest {
    @Test
    void streams_with_snapshots_are_taken_whole_and_decoded() {
        var sample = sample(store(3, 4), Bounds.USUAL);

        assertThat(sample).extracting(SampledStream::stream).containsExactly("ledger-0", "ledger-1", "ledger-2");
        assertThat(sample.getFirst().events()).hasSize(4);
        assertThat(sample.getFirst().events().getFirst().data()).isEqualTo(object("amount", 1));
        assertThat(sample.getFirst().snapshots())
                .containsExactly(new SampledStream.SampledSnapshot(3, object("total", 4)));
    }

    @Test
    void no_more_than_the_bounds_is_read() {
        var source = store(10, 4);

        assertThat(sample(source, new Bounds(2, 1_000, 5))).hasSize(2);
        assertThat(source.rowsRead()).isEqualTo(8);
        assertThat(sample(store(10, 4), new Bounds(10, 6, 5)))
                .extracting(stream -> stream.events().size())
                .containsExactly(4, 2);
    }

    @Test
    void snapshots_of_events_that_were_not_read_are_left_out() {
        var sample = sample(store(1, 4), new Bounds(1, 2, 5));

        assertThat(sample.getFirst().snapshots()).isEmpty();
    }

    @Test
    void a_store_without_snapshots_gives_its_first_page() {
        var source = new MemorySource()
                .event("a-1", 0, "E", "", "{\"x\":1}")
                .event("b-1", 0, "F", "", "{}")
                .event("a-1", 1, "E", "", "{}");

        assertThat(sample(source, Bounds.USUAL))
                .extracting(SampledStream::stream, stream -> stream.events().size())
                .containsExactly(tuple("a-1", 2), tuple("b-1", 1));
    }

    @Test
    void a_wish_to_stop_ends_the_sampling() {
        var cancellation = Cancellation.never();
        cancellation.cancel();

        assertThat(new StoreSampler(store(3, 4), new StandardPayloads(), Bounds.USUAL)
                        .sample(Progress.SILENT, cancellation))
                .allSatisfy(stream -> assertThat(stream.snapshots()).isEmpty());
    }

    @Test
    void rules_come_out_of_a_store() {
        var sample = sample(store(4, 6), Bounds.USUAL);

        assertThat(new RulesProposer().propose(sample, Cancellation.never()).rules())
                .contains("add: { total: /amount }");
    }

    private static List<SampledStream> sample(MemorySource source, Bounds bounds) {
        return new StoreSampler(source, new StandardPayloads(), bounds).sample(Progress.SILENT, Cancellation.never());
    }

    private static MemorySource store(int streams, int events) {
        var source = new MemorySource();
        for (int s = 0; s < streams; s++) {
            int total = 0;
            for (int e = 0; e < events; e++) {
                source.event("ledger-" + s, e, "Credited", "", "{\"amount\":%d}".formatted(1 + e * s));
                total += 1 + e * s;
            }
            source.snapshot("ledger-" + s, events - 1, "{\"total\":%d}".formatted(total));
        }
        return source;
    }
}
