package io.hindcast.bench.peer;

import io.hindcast.bench.measure.Agreement;
import io.hindcast.bench.measure.Contest;
import io.hindcast.bench.measure.Report;
import io.hindcast.bench.measure.Section;
import io.hindcast.bench.measure.Timings;
import io.hindcast.bench.measure.Verdict;
import io.hindcast.bench.run.Plan;
import io.hindcast.connector.tck.postgresql.LocalPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Load and fold one aggregate: each peer on its own table, Hindcast on the same.
public final class Peers {
    /// How many times as fast Hindcast is to be, for the shorter and for the longer stream.
    private enum Goal {
        AXON("Axon 4.13, JDBC, Jackson, pages of 1,000", 2, 5),
        EMMETT("Emmett 0.42, aggregateStream", 4, 4),
        MESSAGE_DB("message-db 1.3.1 read by node, pages of 1,000", 2.5, 3);

        private final String name;
        private final double[] times;

        Goal(String name, double shorter, double longer) {
            this.name = name;
            this.times = new double[] {shorter, longer};
        }
    }

    private record Pair(Goal goal, Peer peer, HindcastPeer hindcast) {}

    private final Plan plan;
    private final List<Integer> lengths;

    public Peers(Plan plan) {
        this.plan = plan;
        this.lengths = List.of(100_000, 1_000_000);
    }

    public Report run() throws Exception {
        if (!NodePeer.isPossible()) {
            return new Report(List.of(), List.of());
        }
        Path folder = NodePeer.install(Files.createDirectory(plan.scratch().resolve("peers")));
        try (var server = LocalPostgres.start()) {
            var stores = new PeerStores(server);
            var pairs = pairs(stores, folder);
            try {
                return compete(stores, pairs);
            } finally {
                for (Pair pair : pairs) {
                    pair.peer().close();
                    pair.hindcast().close();
                }
            }
        }
    }

    private List<Pair> pairs(PeerStores stores, Path folder) throws Exception {
        long seed = plan.size().seed();
        var pairs = new ArrayList<Pair>();
        stores.create("axon");
        var axon = axon(stores);
        stores.fillAxon(lengths, seed);
        pairs.add(new Pair(Goal.AXON, axon, hindcast(stores, "axon")));

        stores.create("emmett");
        var emmett = NodePeer.start(folder, "emmett.mjs", stores.nodeUrl("emmett"));
        emmett.load("schema");
        stores.fillEmmett(lengths, seed);
        pairs.add(new Pair(Goal.EMMETT, emmett, hindcast(stores, "emmett")));

        stores.create("messagedb");
        stores.fillMessageDb(lengths, seed, folder.resolve("node_modules/@eventide/message-db/database"));
        var messageDb = NodePeer.start(folder, "message-db.mjs", stores.nodeUrl("messagedb"));
        pairs.add(new Pair(Goal.MESSAGE_DB, messageDb, hindcast(stores, "messagedb")));
        return pairs;
    }

    private static AxonPeer axon(PeerStores stores) throws SQLException {
        var axon = new AxonPeer(stores.connect("axon"));
        axon.createTables();
        return axon;
    }

    private static HindcastPeer hindcast(PeerStores stores, String database) {
        return new HindcastPeer(stores.jdbcUrl(database));
    }

    private Report compete(PeerStores stores, List<Pair> pairs) throws Exception {
        var section = new Section(
                "One aggregate, beside other libraries",
                "One stream loaded from PostgreSQL and folded to its last state: the peer on the table that it keeps itself,"
                        + " Hindcast on the same table, in the same round. The goal is for what `hindcast state --at head`"
                        + " does; beside it what the window does, which keeps every state that there ever was.",
                "peer",
                "events",
                "peer, ms",
                "Hindcast, ms",
                "Hindcast is so many times as fast",
                "goal",
                "Hindcast with all states kept, ms");
        var figures = new ArrayList<String>();
        boolean reached = true;
        for (int size = 0; size < lengths.size(); size++) {
            int length = lengths.get(size);
            compare(stores, pairs, length);
            var timings = contest(pairs, length);
            for (int i = 0; i < pairs.size(); i++) {
                Goal goal = pairs.get(i).goal();
                Timings peer = timings.get(3 * i);
                Timings ours = timings.get(3 * i + 1);
                section.row(
                        goal.name,
                        "%,d".formatted(length),
                        peer.millis(),
                        ours.millis(),
                        ours.rateAgainst(peer),
                        "≥ " + Timings.number(goal.times[size]),
                        timings.get(3 * i + 2).millis());
                double times = ours.medianRateAgainst(peer);
                reached &= times >= goal.times[size];
                figures.add("%s %s at %,d".formatted(goal.name.split("[ ,]")[0], Timings.number(times), length));
            }
        }
        section.note("Compared before timing, to the last cent: balance, number of movements, owner, and the total of each"
                + " of 2,000 counterparties, with plain Java. Peers for node run in a process that stays up; Axon runs in"
                + " the process of Hindcast. One round before counting as warming up, 3 counted.");
        return new Report(List.of(section), List.of(Verdict.of("P4", reached, String.join(", ", figures))));
    }

    private static void compare(PeerStores stores, List<Pair> pairs, int length) throws Exception {
        String stream = PeerHistory.stream(length);
        for (Pair pair : pairs) {
            Agreement.require(pair.goal().name, stores.expected(length), pair.peer().load(stream));
            String ours = "Hindcast beside " + pair.goal().name;
            Agreement.require(ours, stores.expected(length), pair.hindcast().load(stream));
            Agreement.require(ours, stores.expected(length), pair.hindcast().loadWithHistory(stream));
        }
    }

    private static List<Timings> contest(List<Pair> pairs, int length) throws Exception {
        String stream = PeerHistory.stream(length);
        var contest = new Contest(1, 3);
        for (Pair pair : pairs) {
            contest.with(pair.goal().name, () -> pair.peer().load(stream).hashCode());
            contest.with("Hindcast", () -> pair.hindcast().load(stream).hashCode());
            contest.with("Hindcast, all states", () -> pair.hindcast().loadWithHistory(stream).hashCode());
        }
        return contest.run();
    }
}
