package io.hindcast.engine.fold.propose;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.engine.fold.RealStore;
import io.hindcast.engine.fold.propose.SampledStream.SampledSnapshot;
import io.hindcast.engine.work.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class RulesProposerTest {
    static final List<String> STORES = RealStore.ALL;

    /// The one altered snapshot of each store.
    private static final Map<String, String> ALTERED = Map.of(
            "message-db", "v60 /balance 15644.38 for 14644.38",
            "axon4-jdbc-postgresql", "v85 /balance 7253.96 for 7241.62",
            "pyeventsourcing-postgresql", "v149 /balance 29145.41 for 28645.41",
            "emmett-postgresql", "v40 /balance 2691.47 for 2941.47",
            "evtstore-postgres", "v52 /balance 8779.17 for 8679.17");

    @ParameterizedTest
    @FieldSource("STORES")
    void a_store_without_rules_gives_rules_that_name_exactly_its_altered_snapshot(String name) {
        Proposal proposal = propose(sample(RealStore.load(name)));

        assertThat(proposal.unexplained().stream()
                        .flatMap(one -> one.changes().stream()
                                .map(change -> "v%d %s %s for %s"
                                        .formatted(one.version(), change.path(), change.before(), change.after()))))
                .as(proposal.rules())
                .containsExactly(ALTERED.getOrDefault(name, ""));
    }

    @ParameterizedTest
    @FieldSource("STORES")
    void the_money_fields_of_real_stores_are_all_kept(String name) {
        Proposal proposal = propose(sample(RealStore.load(name)));

        assertThat(proposal.fields().stream()
                        .filter(Proposal.Evidence::kept)
                        .map(evidence -> evidence.field().toString().replace("_", "").toLowerCase(Locale.ROOT)))
                .as(proposal.rules())
                .contains("/balance", "/status", "/overdraftlimit");
    }

    private static Proposal propose(List<SampledStream> streams) {
        return new RulesProposer().propose(streams, Cancellation.never());
    }

    private static List<SampledStream> sample(RealStore store) {
        var streams = new ArrayList<SampledStream>();
        store.streams().forEach((name, events) -> streams.add(new SampledStream(
                name,
                events.getFirst().header().category(),
                events,
                store.snapshots().stream()
                        .filter(snapshot -> snapshot.stream().equals(name))
                        .map(snapshot -> new SampledSnapshot(snapshot.version(), snapshot.state()))
                        .toList())));
        return streams;
    }
}
