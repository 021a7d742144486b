package io.hindcast.engine.timeline;

import io.hindcast.engine.timeline.FoldedTime.Stretch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Folds the gaps between events that are longer than about a hundredth of the whole time.
///
/// Threshold and width are powers of two, so that a growing history changes them seldom.
final class IdleGaps {
    private static final int PARTS = 128; // a gap is idle from a 128th to a 256th of the time on
    private static final int SHARE = 4; // breaks take no more than a quarter of what the events take
    private static final int FEW = 12; // and a few breaks no more than if they were twelve
    private static final long LEAST_WIDTH = 1L << 26; // a minute, where events take no time at all
    private static final long SHORTEST = 1_000;

    private IdleGaps() {}

    static FittedScale fold(Population population) {
        if (population.isEmpty()) {
            return new FittedScale(TimeScale.TIME, population.events(), 0, -1);
        }
        long idle = Long.highestOneBit(Math.max(1, (population.last() - population.first()) / PARTS));
        if (idle < SHORTEST) {
            return new FittedScale(TimeScale.TIME, population.events(), population.first(), population.last());
        }
        List<Stretch> gaps = gaps(population, idle);
        long width = width(population, gaps, idle);
        List<Stretch> folds = gaps.stream()
                .map(gap -> new Stretch(gap.from() + width / 2, gap.to() - width / 2))
                .toList();
        return new FittedScale(
                FoldedTime.of(folds, width),
                population.events(),
                population.first() - idle,
                population.last() + idle);
    }

    /// The gaps longer than a length: each goes over the end of a part of that length, so the ends of parts are enough.
    private static List<Stretch> gaps(Population population, long idle) {
        int parts = (int) ((population.last() - population.first()) / idle) + 1;
        long[] lowest = new long[parts];
        long[] highest = new long[parts];
        Arrays.fill(lowest, Long.MAX_VALUE);
        Arrays.fill(highest, Long.MIN_VALUE);
        population.forEach(micros -> {
            int part = (int) ((micros - population.first()) / idle);
            lowest[part] = Math.min(lowest[part], micros);
            highest[part] = Math.max(highest[part], micros);
        });
        var gaps = new ArrayList<Stretch>();
        long before = population.first();
        for (int part = 0; part < parts; part++) {
            if (lowest[part] <= highest[part]) {
                if (lowest[part] - before > idle) {
                    gaps.add(new Stretch(before, lowest[part]));
                }
                before = highest[part];
            }
        }
        return gaps;
    }

    /// All breaks are equally wide: a part of what is left, and less than half of the shortest gap.
    private static long width(Population population, List<Stretch> gaps, long idle) {
        long active = population.last() - population.first();
        for (Stretch gap : gaps) {
            active -= gap.to() - gap.from();
        }
        long share = active / ((long) SHARE * Math.max(FEW, gaps.size()));
        return Math.min(idle / 2, Math.max(LEAST_WIDTH, Long.highestOneBit(share)));
    }
}
