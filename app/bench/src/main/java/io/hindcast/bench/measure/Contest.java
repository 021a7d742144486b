package io.hindcast.bench.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Lets contenders do their work in turns: every round each of them once, beginning with another one every time, so
/// that what else the machine does hits all of them alike. Rounds of warming up are not counted.
public final class Contest {
    private final int warmups;
    private final int rounds;
    private final List<Contender> contenders = new ArrayList<>();

    /// Work to be timed.
    @FunctionalInterface
    public interface Work {
        /// @return something that depends on all of the work, so that none of it can be left out
        long run() throws Exception;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Contender(String name, Work work, long[] nanos) {}

    public Contest(int warmups, int rounds) {
        this.warmups = warmups;
        this.rounds = rounds;
    }

    public Contest with(String name, Work work) {
        contenders.add(new Contender(name, work, new long[rounds]));
        return this;
    }

    /// The timings in the order in which the contenders were named.
    ///
    /// @throws IllegalStateException when a contender's answer changes from round to round
    public List<Timings> run() throws Exception {
        long[] answers = new long[contenders.size()];
        for (int round = -warmups; round < rounds; round++) {
            for (int turn = 0; turn < contenders.size(); turn++) {
                int number = Math.floorMod(round + turn, contenders.size());
                Contender contender = contenders.get(number);
                long begin = System.nanoTime();
                long answer = contender.work.run();
                long took = System.nanoTime() - begin;
                if (round >= 0) {
                    contender.nanos[round] = took;
                }
                same(contender.name, round > -warmups ? answers[number] : answer, answer);
                answers[number] = answer;
            }
        }
        return contenders.stream()
                .map(contender -> new Timings(contender.name, Arrays.copyOf(contender.nanos, rounds)))
                .toList();
    }

    private static void same(String name, long before, long now) {
        if (before != now) {
            throw new IllegalStateException(name + " gave " + before + " and then " + now);
        }
    }
}
