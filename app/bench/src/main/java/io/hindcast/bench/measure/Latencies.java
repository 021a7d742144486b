package io.hindcast.bench.measure;

import java.util.Arrays;
import java.util.function.LongUnaryOperator;

/// Many short calls, each timed on its own.
public final class Latencies {
    private static final double THOUSAND = 1_000.0;

    private final long[] sorted;

    private Latencies(long[] nanos) {
        this.sorted = nanos.clone();
        Arrays.sort(sorted);
    }

    /// Calls once for each input; the answers are summed so that no call can be left out.
    public static Latencies of(long[] inputs, LongUnaryOperator call) {
        long[] nanos = new long[inputs.length];
        long sum = 0;
        for (int i = 0; i < inputs.length; i++) {
            long begin = System.nanoTime();
            sum += call.applyAsLong(inputs[i]);
            nanos[i] = System.nanoTime() - begin;
        }
        if (sum == Long.MIN_VALUE) {
            throw new IllegalStateException("an unlikely sum");
        }
        return new Latencies(nanos);
    }

    public static Latencies ofNanos(long[] nanos) {
        return new Latencies(nanos);
    }

    /// In microseconds.
    public double percentile(double percent) {
        int at = (int) Math.ceil(percent / 100 * sorted.length) - 1;
        return sorted[Math.clamp(at, 0, sorted.length - 1)] / THOUSAND;
    }

    public double most() {
        return sorted[sorted.length - 1] / THOUSAND;
    }
}
