package io.hindcast.engine.fold.propose;

import static io.hindcast.engine.fold.FoldEvents.list;
import static io.hindcast.engine.fold.FoldEvents.num;
import static io.hindcast.engine.fold.FoldEvents.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.engine.fold.FoldEvent;
import io.hindcast.engine.fold.propose.SampledStream.SampledSnapshot;
import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Opaque;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.event.ByteSlice;
import io.hindcast.event.Event;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InventedHistoriesTest {
    @Test
    void for_any_ledger_the_altered_snapshots_are_named_and_nothing_else() {
        for (int seed = 0; seed < 40; seed++) {
            List<SampledStream> ledger = ledger(new Random(seed), 12, 60);
            List<SampledStream> altered = altered(ledger, 3, 5, "balance");
            altered = altered(altered, 7, 2, "entries");

            Proposal proposal = propose(altered);

            assertThat(proposal.unexplained().stream()
                            .map(one -> one.stream() + " " + one.changes().getFirst().path()))
                    .as("seed %d%n%s", seed, proposal.rules())
                    .containsExactly("ledger-03 /balance", "ledger-07 /entries");
            assertThat(proposal.explained()).isEqualTo(proposal.snapshots() - 2);
        }
    }

    @Test
    void the_same_sample_gives_the_same_text_whatever_the_order_of_streams() {
        List<SampledStream> ledger = ledger(new Random(1), 8, 40);

        assertThat(propose(ledger.reversed()).rules()).isEqualTo(propose(ledger).rules());
    }

    @Test
    void a_field_that_nothing_explains_is_left_out_and_said() {
        List<SampledStream> ledger = ledger(new Random(2), 8, 40);

        Proposal proposal = propose(ledger);

        assertThat(proposal.fields())
                .filteredOn(evidence -> evidence.field().equals(FieldPath.parse("/noise")))
                .singleElement()
                .satisfies(evidence -> assertThat(evidence.kept()).isFalse());
        assertThat(proposal.rules()).contains("# /noise: ").contains("(left out)");
        assertThat(proposal.unexplained()).isEmpty();
    }

    @Test
    void without_snapshots_the_proposal_is_to_merge_and_says_why() {
        var stream = new SampledStream("a-1", "a", List.of(event("a-1", 0, "E", object("x", 1))), List.of());

        Proposal proposal = propose(List.of(stream));

        assertThat(proposal.rules()).contains("There are no snapshots to learn from").contains("otherwise: merge");
        assertThat(proposal.fold().knows("a", "E")).isFalse();
        assertThat(proposal.snapshots()).isZero();
    }

    @Test
    void nothing_at_all_gives_no_rules_but_no_trouble_either() {
        assertThat(propose(List.of(new SampledStream("a", "a", List.of(), List.of()))).unexplained())
                .isEmpty();
        assertThat(propose(List.of()).unexplained()).isEmpty();
    }

    @Test
    void several_categories_become_several_folds() {
        var streams = new ArrayList<SampledStream>(ledger(new Random(3), 6, 40));
        ledger(new Random(4), 6, 40).forEach(stream -> streams.add(new SampledStream(
                "x" + stream.stream(), "other", stream.events(), stream.snapshots())));

        Proposal proposal = propose(streams);

        assertThat(proposal.fold().covers("ledger")).isTrue();
        assertThat(proposal.fold().covers("other")).isTrue();
        assertThat(proposal.fold().covers("third")).isFalse();
    }

    @Test
    void strange_names_never_break_the_rules_that_are_written() {
        Fields body = object("a b", 1, "new\nline", 2, "c{d}", 3, "quote\"", "x", "", 4, "e/f", 5);
        var events = new ArrayList<FoldEvent>();
        var snapshots = new ArrayList<SampledSnapshot>();
        for (int i = 0; i < 6; i++) {
            String type = List.of("Plain", "has, comma", "st*r", " spaced ", "tab\t", "ünï").get(i);
            events.add(event("s", i, type, i == 3 ? new Opaque("not JSON", 2, "{") : body));
            snapshots.add(new SampledSnapshot(i, body));
        }
        snapshots.add(new SampledSnapshot(5, new Opaque("not JSON", 2, "{")));

        Proposal proposal = propose(List.of(new SampledStream("s", "c", events, snapshots)));

        assertThat(proposal.snapshots()).isEqualTo(6);
        assertThat(proposal.rules()).startsWith("# Proposed by Hindcast");
    }

    @Test
    void categories_that_rules_do_not_tell_apart_do_not_break_them() {
        var streams = new ArrayList<SampledStream>();
        for (String category : List.of("", "  ", "a", " a ", "a,b", "b,", "tab\t")) {
            streams.add(new SampledStream(
                    "s" + streams.size(), category, List.of(event("s" + streams.size(), 0, "T", object("n", 1))), List.of()));
        }

        Proposal proposal = propose(streams);

        assertThat(proposal.fold().covers("a")).isTrue();
    }

    @Test
    void a_wish_to_stop_is_heard_and_said() {
        var cancellation = Cancellation.never();
        cancellation.cancel();

        assertThat(new RulesProposer().propose(ledger(new Random(5), 4, 20), cancellation).rules())
                .contains("Stopped early");
    }

    private static Proposal propose(List<SampledStream> streams) {
        return new RulesProposer().propose(streams, Cancellation.never());
    }

    private static List<SampledStream> altered(List<SampledStream> streams, int stream, int snapshot, String field) {
        var all = new ArrayList<>(streams);
        SampledStream old = all.get(stream);
        var snapshots = new ArrayList<>(old.snapshots());
        SampledSnapshot before = snapshots.get(snapshot);
        snapshots.set(
                snapshot,
                new SampledSnapshot(before.version(), ((Fields) before.state()).with(field, num("4711.11"))));
        all.set(stream, new SampledStream(old.stream(), old.category(), old.events(), snapshots));
        return all;
    }

    /// Ledgers with text amounts, fees, a name that is sometimes null, a status, and a field of pure noise.
    private static List<SampledStream> ledger(Random random, int streams, int events) {
        var all = new ArrayList<SampledStream>();
        for (int s = 0; s < streams; s++) {
            all.add(ledger(random, "ledger-%02d".formatted(s), events));
        }
        return all;
    }

    private static SampledStream ledger(Random random, String name, int length) {
        var events = new ArrayList<FoldEvent>();
        var snapshots = new ArrayList<SampledSnapshot>();
        BigDecimal balance = BigDecimal.ZERO;
        int entries = 0;
        String status = "new";
        StateValue owner = Absent.ABSENT;
        for (int i = 0; i < length; i++) {
            BigDecimal amount = BigDecimal.valueOf(1 + random.nextInt(100_000), 2);
            BigDecimal fee = BigDecimal.valueOf(random.nextInt(50), 2);
            switch (i == 0 ? 4 : random.nextInt(5)) {
                case 0, 1 -> {
                    events.add(event(name, i, "app.Credited", object("amount", amount.toString(), "rate", fee)));
                    balance = balance.add(amount);
                    entries++;
                }
                case 2 -> {
                    events.add(event(name, i, "app.Debited", object("amount", amount.toString(), "fee", fee)));
                    balance = balance.subtract(amount).subtract(fee);
                    entries++;
                }
                case 3 -> {
                    status = status.equals("held") ? "open" : "held";
                    events.add(event(name, i, status.equals("held") ? "app.Held" : "app.Released", object("by", "x")));
                }
                default -> {
                    StateValue renamed = i > 0 && random.nextInt(3) == 0 ? Null.NULL : object("n", name + i).field("n");
                    events.add(event(name, i, i == 0 ? "app.Opened" : "app.Renamed", object("owner_name", renamed)));
                    owner = renamed instanceof Null ? owner : renamed;
                    status = i == 0 ? "open" : status;
                }
            }
            if (i % 7 == 6) {
                snapshots.add(new SampledSnapshot(
                        i,
                        object(
                                "balance", balance, "entries", Integer.toString(entries), "status", status,
                                "ownerName", owner, "noise", random.nextInt(), "list", list(1))));
            }
        }
        return new SampledStream(name, "ledger", events, snapshots);
    }

    private static FoldEvent event(String stream, long version, String type, StateValue data) {
        var header = new Event(
                stream,
                "ledger",
                OptionalLong.of(version),
                Optional.empty(),
                Optional.empty(),
                type,
                Optional.empty(),
                ByteSlice.empty(),
                ByteSlice.empty(),
                Optional.empty());
        return new FoldEvent(header, data, Absent.ABSENT);
    }
}
