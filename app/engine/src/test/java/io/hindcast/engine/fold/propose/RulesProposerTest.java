package io.hindcast.engine.fold.propose;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.engine.fold.RealStore;
import io.hindcast.engine.fold.propose.SampledStream.SampledSnapshot;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.work.Cancellation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
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

    @ParameterizedTest
    @FieldSource("STORES")
    void a_state_that_lies_in_a_field_of_its_own_is_found_there(String name) {
        List<SampledStream> wrapped = sample(RealStore.load(name)).stream()
                .map(stream -> new SampledStream(
                        stream.stream(),
                        stream.category(),
                        stream.events(),
                        stream.snapshots().stream()
                                .map(snapshot -> new SampledSnapshot(
                                        snapshot.version(), Fields.of("s", Fields.of("t", snapshot.state()))))
                                .toList()))
                .toList();

        Proposal proposal = propose(wrapped);

        assertThat(proposal.rules()).contains("snapshot: { root: \"/s/t\" }");
        assertThat(proposal.unexplained()).hasSize(1);
        assertThat(proposal.rules())
                .contains("# not explained: %s v%d at "
                        .formatted(
                                proposal.unexplained().getFirst().stream(),
                                proposal.unexplained().getFirst().version()));
    }

    @Test
    void evidence_names_events_that_support_and_the_stretch_that_contradicts() {
        List<SampledStream> all = sample(RealStore.load("message-db"));
        Proposal proposal = propose(all);
        var unexplained = proposal.unexplained().getFirst();

        assertThat(proposal.rules())
                .containsPattern("#   AccountOpened: alone between snapshots that agree \\d+ times, such as account-\\S+@0")
                .containsPattern("#   MoneyDeposited: (never alone; with others|alone) between snapshots that agree \\d+ times, such as account-\\S+@\\d+")
                .contains("between them lie %s@%d to %s@%d"
                        .formatted(unexplained.stream(), unexplained.agreedAt() + 1, unexplained.stream(), unexplained.version()));
        assertThat(all.stream().filter(stream -> stream.stream().equals(unexplained.stream())).findFirst().orElseThrow().snapshots())
                .extracting(SampledSnapshot::version)
                .contains(unexplained.agreedAt());
    }

    @Test
    void a_proposal_from_a_handful_of_snapshots_says_that_they_are_too_few() {
        List<SampledStream> all = sample(RealStore.load("message-db"));
        SampledStream rich = all.stream()
                .max(Comparator.comparingInt(stream -> stream.snapshots().size()))
                .orElseThrow();
        var poor = new SampledStream(
                rich.stream(), rich.category(), rich.events(), rich.snapshots().subList(0, 3));

        assertThat(propose(List.of(poor)).rules()).contains("# Too few snapshots to be sure");
        assertThat(propose(List.of(poor)).hasTooFewSnapshots()).isTrue();
        assertThat(propose(all).rules()).doesNotContain("Too few");
    }

    @ParameterizedTest
    @FieldSource("STORES")
    void the_order_of_the_sample_does_not_change_the_proposal(String name) {
        List<SampledStream> streams = sample(RealStore.load(name));
        String rules = propose(streams).rules();

        for (long seed = 0; seed < 3; seed++) {
            var shuffled = new ArrayList<>(streams);
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(propose(shuffled).rules()).as("seed %d", seed).isEqualTo(rules);
        }
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
