package io.hindcast.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.connector.Location;
import io.hindcast.engine.compare.CategoryComparison;
import io.hindcast.engine.compare.Divergence;
import io.hindcast.engine.compare.FoldComparison;
import io.hindcast.engine.fold.MergeFold;
import io.hindcast.engine.history.MemorySource;
import io.hindcast.engine.payload.StandardPayloads;
import io.hindcast.engine.whatif.EventPick;
import io.hindcast.engine.whatif.Hypothesis;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CategoryComparisonTest {
    private static final List<String> STREAMS = List.of("account-1", "account-2", "account-3");
    private final MemorySource source = new MemorySource();
    private final List<String> found = new ArrayList<>();

    private OpenStore store() {
        for (String stream : STREAMS) {
            source.event(stream, 1, "Opened", "", "{\"owner\": \"%s\"}".formatted(stream));
            source.event(stream, 2, "Renamed", "", "{\"owner\": \"somebody\"}");
        }
        return new IndexedStore(
                "memory",
                source,
                new StandardPayloads(),
                new FoldFinder(List.of()).find(new Location("memory:x"), source));
    }

    private CategoryComparison.Result run(Cancellation cancellation) {
        var otherwise = Hypothesis.NONE.muting(EventPick.atVersion("account-2", 2)).over(new MergeFold());
        return new CategoryComparison(new FoldComparison(false))
                .run(store(), STREAMS, new MergeFold(), otherwise, it -> found.add(text(it)), Progress.SILENT, cancellation);
    }

    private static String text(Divergence divergence) {
        return divergence.stream() + " " + divergence.event().orElseThrow().version().orElseThrow() + " "
                + divergence.changes();
    }

    @Test
    void each_stream_has_its_own_first_divergence_and_is_read_once() {
        CategoryComparison.Result result = run(Cancellation.never());

        assertThat(found).singleElement().asString().startsWith("account-2 2 ").contains("/owner".substring(1));
        assertThat(result).isEqualTo(new CategoryComparison.Result(3, 3, 1));
        assertThat(result.isComplete()).isTrue();
        assertThat(source.rowsRead()).isEqualTo(6);
    }

    @Test
    void a_cancelled_run_says_how_far_it_came() {
        var cancelled = new Cancellation();
        cancelled.cancel();

        CategoryComparison.Result result = run(cancelled);

        assertThat(result.isComplete()).isFalse();
        assertThat(result.compared()).isZero();
        assertThat(found).isEmpty();
    }
}
