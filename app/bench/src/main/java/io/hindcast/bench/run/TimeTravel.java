package io.hindcast.bench.run;

import io.hindcast.bench.data.OneStream;
import io.hindcast.bench.data.Rules;
import io.hindcast.bench.measure.Agreement;
import io.hindcast.bench.measure.Latencies;
import io.hindcast.bench.measure.Section;
import io.hindcast.bench.measure.Timings;
import io.hindcast.bench.peer.ReduxPeer;
import io.hindcast.bench.peer.ReduxPeer.Jump;
import io.hindcast.engine.payload.StandardPayloads;
import io.hindcast.engine.replay.HistoryLoader;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// Random jumps in a history, beside the library behind the Redux DevTools over the same movements.
final class TimeTravel {
    private static final int EVENTS = 200_000;
    private static final int ACCOUNTS = 100;
    private static final FieldPath BALANCE = FieldPath.parse("/balance");
    private static final FieldPath MOVEMENTS = FieldPath.parse("/movements");

    private final Plan plan;
    private final StreamHistory history;
    private final int[] jumps;

    /// @param ours a jump of Hindcast
    /// @param ourBytes an event, beside the events themselves
    record Result(Jump ours, double ourBytes, ReduxPeer.Result peer) {
        boolean isNear() {
            return ours.p99() <= 5 * peer.jump().p99() && ourBytes * 20 <= peer.bytesAnAction();
        }

        String words() {
            return "beside redux-devtools p99 %s times as long at %s of its memory"
                    .formatted(Timings.number(ours.p99() / peer.jump().p99()), Timings.number(ourBytes / peer.bytesAnAction()));
        }
    }

    TimeTravel(Plan plan) {
        this.plan = plan;
        var stream = new OneStream(plan.size().seed(), EVENTS, ACCOUNTS);
        this.history = new HistoryLoader(stream, new StandardPayloads())
                .load(OneStream.NAME, Rules.ledger(), Progress.SILENT, Cancellation.never());
        this.jumps = new SplittableRandom(plan.size().seed())
                .ints(LongHistory.CALLS, 0, EVENTS)
                .toArray();
    }

    /// Absent without node.
    Optional<Result> measure() throws IOException {
        var movements = new ArrayList<String>(EVENTS);
        for (int i = 0; i < EVENTS; i++) {
            movements.add(account(i) + " " + (isOut(i) ? "-" : "") + cents(history.data(i).at(FieldPath.parse("/amount"))));
        }
        var folder = Files.createDirectory(plan.scratch().resolve("redux"));
        Optional<ReduxPeer.Result> peer = ReduxPeer.measure(movements, jumps, folder);
        if (peer.isEmpty()) {
            return Optional.empty();
        }
        List<String> found = peer.get().found();
        for (int i = 0; i < found.size(); i++) {
            Agreement.require("the state after event " + jumps[i], here(jumps[i]), found.get(i));
        }
        Latencies ours = LongHistory.twice(jumps, index -> history.stateAfter(index).at(BALANCE).isPresent() ? 1 : 0);
        double held = (double) history.held() / EVENTS;
        return Optional.of(new Result(Jump.of(ours), held, peer.get()));
    }

    private String account(int index) {
        return history.data(index).at(FieldPath.parse("/accountId")) instanceof Text(String name) ? name : "";
    }

    private boolean isOut(int index) {
        return history.event(index).type().equals("MoneyWithdrawn");
    }

    private String here(int index) {
        StateValue state = history.stateAfter(index);
        var account = new FieldPath(List.of("accounts", account(index)));
        return "%s %s %s %s"
                .formatted(
                        cents(state.at(BALANCE)),
                        state.at(MOVEMENTS),
                        cents(state.at(account.child("total"))),
                        state.at(account.child("count")));
    }

    private static String cents(StateValue amount) {
        BigDecimal value = amount instanceof Num number ? number.value() : BigDecimal.ZERO;
        return value.movePointRight(2).toBigIntegerExact().toString();
    }

    static Section section(Result result) {
        var section = new Section(
                "Time travel, beside the Redux DevTools",
                "%,d movements on %d accounts, %,d random jumps, one field read; the peer keeps every state in node, its memory without the actions themselves."
                        .formatted(EVENTS, ACCOUNTS, LongHistory.CALLS),
                "who",
                "p50, µs",
                "p99, µs",
                "worst, µs",
                "bytes an event");
        row(section, ReduxPeer.NAME, result.peer().jump(), result.peer().bytesAnAction());
        row(section, "Hindcast", result.ours(), result.ourBytes());
        return section.note("Compared before timing, at %,d of the jumps: balance, number of movements, and total and count of the account that moved last."
                .formatted(result.peer().found().size()));
    }

    private static void row(Section section, String name, Jump jump, double bytes) {
        section.row(
                name,
                Timings.number(jump.median()),
                Timings.number(jump.p99()),
                Timings.number(jump.worst()),
                Timings.number(bytes));
    }
}
