package io.hindcast.bench.measure;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/// How long one contender took in each round, in nanoseconds.
@SuppressWarnings("ArrayRecordComponent")
public record Timings(String name, long[] nanos) {
    private static final double MILLION = 1_000_000.0;

    public double medianMillis() {
        return median(Arrays.stream(nanos).mapToDouble(nano -> nano / MILLION).toArray());
    }

    /// `412 (398–530)`: median, least and most, in milliseconds.
    public String millis() {
        return spread(Arrays.stream(nanos).mapToDouble(nano -> nano / MILLION).toArray());
    }

    /// So many things a second, in thousands, by the median.
    public String thousandsASecond(long things) {
        return number(things / medianMillis());
    }

    public String megabytesASecond(long bytes) {
        return number(bytes / medianMillis() / 1_000);
    }

    /// How many times as fast as another contender, round by round: its time over mine.
    public double[] speedAgainst(Timings limit) {
        return IntStream.range(0, nanos.length)
                .mapToDouble(round -> (double) limit.nanos[round] / nanos[round])
                .toArray();
    }

    /// `0.81 (0.76–0.83)`: the rate as a part of another contender's, by rounds.
    public String rateAgainst(Timings limit) {
        return spread(speedAgainst(limit));
    }

    public double medianRateAgainst(Timings limit) {
        return median(speedAgainst(limit));
    }

    public static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// `median (least–most)`.
    public static String spread(double[] values) {
        double least = Arrays.stream(values).min().orElse(0);
        double most = Arrays.stream(values).max().orElse(0);
        return "%s (%s–%s)".formatted(number(median(values)), number(least), number(most));
    }

    /// Three figures that count, no more than that.
    public static String number(double value) {
        double size = Math.abs(value);
        String form = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : size >= 0.1 ? "%.2f" : "%.4f";
        return String.format(Locale.ROOT, form, value);
    }
}
