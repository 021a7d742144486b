package io.hindcast.audit.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.audit.fake.Events;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import io.hindcast.event.ByteSlice;
import io.hindcast.event.StoredSnapshot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One pass over the store says of every snapshot what its own stream, read alone, says of it.
class StoreVerificationTest {
    private static final Comparator<VerifiedSnapshot> ORDER = Comparator.comparing(
                    (VerifiedSnapshot one) -> one.snapshot().stream())
            .thenComparingLong(one -> one.snapshot().version());

    /// With wrong ones, unreadable ones, ones without an event, and an event that cannot be folded.
    private static Ledger spoilt(long seed) {
        var random = new Random(seed);
        var ledger = new Ledger(seed).grow(1 + random.nextInt(12), 400);
        ledger.snapEvery(1 + random.nextInt(15));
        var all = List.copyOf(ledger.snapshots);
        for (int i = 0; i < 5 && !all.isEmpty(); i++) {
            var one = all.get(random.nextInt(all.size()));
            var state = (Fields) Ledger.state(Ledger.FOLD, ledger.eventsOf(one.stream()).subList(0, (int) one.version()));
            ledger.snap(one.stream(), one.version(), state.with("balance", Num.of(random.nextInt(1_000))));
        }
        ledger.snap("account-0", 9_999, Fields.EMPTY);
        ledger.snap("account-none", 1, Fields.EMPTY);
        int broken = random.nextInt(ledger.events.size());
        ledger.events.set(broken, Events.data(ledger.events.get(broken), "{"));
        if (!ledger.snapshots.isEmpty()) {
            var last = ledger.snapshots.getFirst();
            ledger.snapshots.set(0, new StoredSnapshot(last.stream(), last.category(), last.version(), "", last.recordedAt(), ByteSlice.ofText("{"), last.place(), last.trouble()));
        }
        if (random.nextBoolean()) {
            disturb(ledger, random);
        }
        return ledger;
    }

    /// Two events of a stream stand in the store in the other order.
    private static void disturb(Ledger ledger, Random random) {
        int at = random.nextInt(ledger.events.size() - 1);
        for (int other = at + 1; other < ledger.events.size(); other++) {
            if (ledger.events.get(other).stream().equals(ledger.events.get(at).stream())) {
                var one = ledger.events.get(at);
                ledger.events.set(at, Events.version(one, ledger.events.get(other).version().orElseThrow()));
                ledger.events.set(other, Events.version(ledger.events.get(other), one.version().orElseThrow()));
                return;
            }
        }
    }

    private static List<VerifiedSnapshot> alone(OpenStore store) {
        var verifier = new SnapshotVerifier();
        var told = new ArrayList<VerifiedSnapshot>();
        store.source().snapshots().orElseThrow().countByStream().keySet().forEach(stream -> {
            var history = store.history(stream, Ledger.FOLD, Progress.SILENT, Cancellation.never());
            store.snapshots(stream).forEach(one -> told.add(new VerifiedSnapshot(bare(one), verifier.verify(store, history, one))));
        });
        return told;
    }

    private static StoredSnapshot bare(StoredSnapshot one) {
        return new StoredSnapshot(one.stream(), one.category(), one.version(), one.type(), one.recordedAt(), ByteSlice.empty(), one.place(), one.trouble());
    }

    private static List<VerifiedSnapshot> inOnePass(OpenStore store, long memory) {
        var told = new ArrayList<VerifiedSnapshot>();
        var extent = new StoreVerification(store, Ledger.FOLD, memory).run(0, told::add, Progress.SILENT, Cancellation.never());
        assertThat(extent.isComplete()).isTrue();
        assertThat(extent.told()).isEqualTo(extent.snapshots()).isEqualTo(told.size());
        told.sort(ORDER);
        return told;
    }

    @Test
    void one_pass_says_what_each_stream_alone_says() {
        for (long seed = 0; seed < 150; seed++) {
            var ledger = spoilt(seed);

            assertThat(inOnePass(ledger.source().inPagesOf(37).opened(), 1 << 30)).as("seed %d", seed).isEqualTo(alone(ledger.store()));
        }
    }

    /// As from a store that keeps versions inside of bodies, or snapshots in several tables.
    @Test
    void snapshots_that_come_out_of_order_are_compared_at_their_versions() {
        for (long seed = 0; seed < 20; seed++) {
            var ledger = spoilt(seed);
            var expected = alone(ledger.store());
            Collections.shuffle(ledger.snapshots, new Random(seed));

            assertThat(inOnePass(ledger.source().inPagesOf(37).opened(), 1 << 30)).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 4_000, 40_000})
    void little_memory_costs_passes_and_changes_nothing(long memory) {
        for (long seed = 0; seed < 20; seed++) {
            var ledger = spoilt(seed);

            assertThat(inOnePass(ledger.source().inPagesOf(37).opened(), memory)).as("seed %d", seed).isEqualTo(alone(ledger.store()));
        }
    }

    @Test
    void a_run_that_was_stopped_goes_on_where_it_was() {
        for (long seed = 0; seed < 60; seed++) {
            var ledger = spoilt(seed);
            var cancellation = new Cancellation();
            int[] pages = {0};
            int stopAt = 3 + (int) (seed % 12);
            var source = ledger.source().inPagesOf(37);
            OpenStore store = source.opened();
            store.buildIndex(Progress.SILENT, Cancellation.never());
            source.telling(() -> {
                if (++pages[0] == stopAt) {
                    cancellation.cancel();
                }
            });
            var told = new ArrayList<VerifiedSnapshot>();
            var extent = new StoreVerification(store, Ledger.FOLD, 1 << 30).run(0, told::add, Progress.SILENT, cancellation);

            if (!extent.isComplete()) {
                var rest = new StoreVerification(ledger.source().inPagesOf(37).opened(), Ledger.FOLD, 1 << 30)
                        .run(extent.events(), told::add, Progress.SILENT, Cancellation.never());
                assertThat(rest.isComplete()).isTrue();
            }

            told.sort(ORDER);
            assertThat(told).as("seed %d", seed).isEqualTo(alone(ledger.store()));
        }
    }

    @Test
    void the_same_store_is_told_in_the_same_order() {
        var ledger = new Ledger(3).grow(9, 2_000);
        ledger.snapEvery(7);
        var one = new ArrayList<VerifiedSnapshot>();
        var two = new ArrayList<VerifiedSnapshot>();
        new StoreVerification(ledger.store(), Ledger.FOLD).run(0, one::add, Progress.SILENT, Cancellation.never());
        new StoreVerification(ledger.store(), Ledger.FOLD).run(0, two::add, Progress.SILENT, Cancellation.never());

        assertThat(one).isEqualTo(two).hasSize(ledger.snapshots.size());
    }

    @Test
    void too_many_drifts_are_not_all_looked_into() {
        var ledger = new Ledger(3).grow(3, 500);
        ledger.snapEvery(2);
        List.copyOf(ledger.snapshots).forEach(one -> ledger.snap(one.stream(), one.version(), Fields.of("balance", Num.of(-1))));

        var result = Verification.of(ledger.store(), Ledger.FOLD, List.of(), 0, Progress.SILENT, Cancellation.never());

        assertThat(result.drifts()).isEqualTo(ledger.snapshots.size()).isGreaterThan(Verification.EXPLAINED);
        assertThat(result.snapshots().stream()
                        .filter(one -> one.explanation().orElseThrow().hint() instanceof Hint.NotTried))
                .hasSize(ledger.snapshots.size() - Verification.EXPLAINED);
    }
}
