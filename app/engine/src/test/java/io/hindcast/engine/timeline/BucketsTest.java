package io.hindcast.engine.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Buckets at all levels beside a plain map, with lone buckets far away, and with counts that no byte can hold.
class BucketsTest {
    private static final int LONGEST = 2_000;

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_level_counts_what_a_plain_map_counts(long seed) {
        var random = new Random(seed);
        var levels = new Levels();
        var plain = new TreeMap<Long, Integer>();
        for (int time = 0; time < 4; time++) {
            levels.add(counted(random, plain), 1);
        }
        int finest = 0;
        for (int question = 0; question < 30; question++) {
            if (question % 10 == 9) {
                levels.coarsen();
                finest++;
            }
            int above = random.nextInt(Levels.ABOVE + 4);
            int level = finest + above;
            int length = 1 + random.nextInt(LONGEST);
            long first = (somewhere(random) >> level) - random.nextInt(length);

            int[] found = new int[length];
            levels.addTo(above, new Buckets.Range(first, first + length), new Buckets.Target(found, 0, 1));

            assertThat(found).as("seed %d, level %d from %d", seed, level, first).isEqualTo(sums(plain, level, first, length));
        }
    }

    private static List<Buckets> counted(Random random, NavigableMap<Long, Integer> plain) {
        var all = new ArrayList<Buckets>();
        for (int part = 0; part < 3; part++) {
            var buckets = new Buckets();
            for (int run = 0; run < 40; run++) {
                long bucket = somewhere(random);
                int times = random.nextInt(10) == 0 ? 200 + random.nextInt(200) : 1 + random.nextInt(3);
                for (int i = 0; i < times; i++) {
                    buckets.add(bucket);
                    plain.merge(bucket, 1, Integer::sum);
                }
            }
            all.add(buckets);
        }
        return all;
    }

    private static long somewhere(Random random) {
        return random.nextInt(20) == 0 ? random.nextLong() >> 8 : random.nextInt(1_000) - 200;
    }

    private static int[] sums(NavigableMap<Long, Integer> plain, int level, long first, int length) {
        int[] sums = new int[length];
        plain.subMap(first << level, (first + length) << level)
                .forEach((bucket, count) -> sums[(int) ((bucket >> level) - first)] += count);
        return sums;
    }

    @Test
    void counts_around_255_are_exact_when_they_are_added_and_when_they_are_summed() {
        for (int count = 253; count < 259; count++) {
            var one = new Buckets();
            for (int i = 0; i < count; i++) {
                one.add(7);
            }
            var levels = new Levels();
            levels.add(List.of(one), count);
            levels.add(List.of(one), count);

            int[] fine = new int[8];
            levels.addTo(0, new Buckets.Range(0, 8), new Buckets.Target(fine, 0, 1));
            int[] coarse = new int[4];
            levels.addTo(1, new Buckets.Range(0, 4), new Buckets.Target(coarse, 0, 1));

            assertThat(fine).containsExactly(0, 0, 0, 0, 0, 0, 0, 2 * count);
            assertThat(coarse).containsExactly(0, 0, 0, 2 * count);
            assertThat(levels.total()).isEqualTo(2L * count);
        }
    }
}
