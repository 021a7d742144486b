package io.hindcast.bench.run;

import io.hindcast.bench.data.OneStream;
import io.hindcast.bench.measure.Agreement;
import io.hindcast.bench.measure.Latencies;
import io.hindcast.connector.ReadRequest;
import io.hindcast.engine.fold.EventReader;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.payload.PayloadDecoder;
import io.hindcast.engine.payload.StandardPayloads;
import io.hindcast.engine.replay.FieldPattern;
import io.hindcast.engine.replay.FoldRun;
import io.hindcast.engine.replay.HistoryLoader;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import io.hindcast.event.EventPage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// A long stream, folded once and looked at in every way.
final class LongHistory {
    static final int CALLS = 20_000;
    static final int FIELDS = 100;
    static final int COMPARED = 20;

    private static final FieldPath BALANCE = FieldPath.parse("/balance");
    private static final double MILLION = 1e6;

    private final OneStream stream;
    private final Fold rules;
    private final PayloadDecoder decoder = new StandardPayloads();
    private final SplittableRandom random;

    /// @param loadSeconds to read, fold and keep the stream
    /// @param heldPerEvent bytes beside the events themselves, on and off the heap
    /// @param replayMillis to fold from the first event to the middle one
    record Result(
            OneStream stream,
            double loadSeconds,
            double heldPerEvent,
            double replayMillis,
            Latencies state,
            Latencies fields,
            Latencies forwards,
            Latencies backwards,
            Latencies changes,
            Latencies frames,
            double firstBlameMillis,
            double blameMillis,
            double curveMillis) {}

    LongHistory(OneStream stream, Fold rules) {
        this.stream = stream;
        this.rules = rules;
        this.random = new SplittableRandom(stream.seed());
    }

    Result measure() throws Exception {
        long begin = System.nanoTime();
        StreamHistory history = new HistoryLoader(stream, decoder)
                .load(OneStream.NAME, rules, Progress.SILENT, Cancellation.never());
        double load = (System.nanoTime() - begin) / 1e9;
        double held = (double) history.held() / history.size();
        double replay = compare(history);
        int[] places = random.ints(CALLS, 0, history.size()).toArray();
        int middle = history.size() / 2;
        int steps = Math.min(CALLS, history.size() / 4);
        IntToLong one = index -> history.stateAfter(index).at(BALANCE).isPresent() ? 1 : 0;
        Latencies state = twice(places, one);
        Latencies fields = twice(places, index -> read(history, index));
        Latencies forwards = twice(run(middle, 1, steps), one);
        Latencies backwards = twice(run(middle, -1, steps), one);
        Latencies changes = twice(run(middle, 1, steps), index -> history.changesAt(index).size());
        double firstBlame = millis(() -> blame(history));
        double blame = millis(() -> blame(history));
        double curve = millis(() -> history.fields().curve(account(0, "total"), 0, history.size() - 1, 1_920));
        Latencies frames = new Slider(history, stream.seed()).frames();
        return new Result(
                stream, load, held, replay, state, fields, forwards, backwards, changes, frames, firstBlame, blame, curve);
    }

    private static int blame(StreamHistory history) {
        return history.fields()
                .changes(FieldPattern.of(account(1, "total")), 0, history.size() - 1, FIELDS)
                .size();
    }

    private static FieldPath account(int number, String field) {
        return new FieldPath(List.of("accounts", "account-" + number, field));
    }

    private long read(StreamHistory history, int index) {
        var state = history.stateAfter(index);
        long present = 0;
        for (int i = 0; i < FIELDS; i++) {
            present += state.at(account(random.nextInt(stream.accounts()), "total")).isPresent() ? 1 : 0;
        }
        return present;
    }

    private static int[] run(int from, int step, int count) {
        int[] places = new int[count];
        Arrays.setAll(places, i -> from + step * i);
        return places;
    }

    interface IntToLong {
        long applyAsLong(int index);
    }

    static Latencies twice(int[] places, IntToLong call) {
        long[] inputs = Arrays.stream(places).asLongStream().toArray();
        Latencies.of(inputs, place -> call.applyAsLong((int) place));
        return Latencies.of(inputs, place -> call.applyAsLong((int) place));
    }

    private static double millis(Runnable piece) {
        long begin = System.nanoTime();
        piece.run();
        return (System.nanoTime() - begin) / MILLION;
    }

    /// Folds all events once more, without a log, and compares whole states on the way.
    ///
    /// @return milliseconds to the middle event, comparing left out
    private double compare(StreamHistory history) {
        int[] places = random.ints(COMPARED, 0, history.size()).sorted().toArray();
        var run = FoldRun.fromTheStart(rules, "ledger");
        var reader = new EventReader(decoder, stream.info().data(), stream.info().metadata());
        int at = 0;
        int next = 0;
        long nanos = 0;
        try (var cursor = stream.read(ReadRequest.stream(OneStream.NAME))) {
            for (Optional<EventPage> page = cursor.next(); page.isPresent(); page = cursor.next()) {
                for (int row = 0; row < page.get().size(); row++, at++) {
                    long begin = System.nanoTime();
                    run.pass(reader.event(page.get(), row));
                    nanos += at < history.size() / 2 ? System.nanoTime() - begin : 0;
                    for (; next < places.length && places[next] == at; next++) {
                        Agreement.require("the state after event " + at, run.state(), history.stateAfter(at));
                    }
                }
            }
        }
        return nanos / MILLION;
    }
}
