package io.hindcast.engine.timeline;

import java.util.List;

/// Buckets of one kind of thing at all levels: the finest is filled, each coarser one is the sum of pairs of the one
/// below. Not safe for use by several threads.
final class Levels {
    /// How many levels are kept above the finest; coarser questions fold the coarsest.
    static final int ABOVE = 16;

    private Buckets[] levels = new Buckets[ABOVE + 1];
    private long total;

    Levels() {
        for (int i = 0; i < levels.length; i++) {
            levels[i] = new Buckets();
        }
    }

    long total() {
        return total;
    }

    int pages() {
        return levels[0].pages();
    }

    /// Adds counts of the finest level and brings the coarser ones up to date where they changed.
    ///
    /// @param count how many events all of them have
    void add(List<Buckets> more, long count) {
        more.forEach(levels[0]::add);
        total += count;
        long[] changed = more.stream().flatMapToLong(Buckets::pageNumbers).sorted().distinct().toArray();
        int pages = changed.length;
        for (int level = 1; level < levels.length; level++) {
            int above = 0;
            for (int i = 0; i < pages; i++) {
                levels[level].sumPairs(levels[level - 1], changed[i]);
                if (above == 0 || changed[above - 1] != changed[i] >> 1) {
                    changed[above++] = changed[i] >> 1;
                }
            }
            pages = above;
        }
    }

    /// Drops the finest level; a new coarsest one is made.
    void coarsen() {
        Buckets[] fewer = new Buckets[levels.length];
        System.arraycopy(levels, 1, fewer, 0, levels.length - 1);
        Buckets top = new Buckets();
        Buckets below = levels[levels.length - 1];
        below.pageNumbers().forEach(page -> top.sumPairs(below, page));
        fewer[levels.length - 1] = top;
        levels = fewer;
    }

    /// Adds the counts of the buckets of a level, above the finest one, to the target.
    ///
    /// @return how many buckets were looked at
    int addTo(int above, Buckets.Range range, Buckets.Target target) {
        int level = Math.min(above, ABOVE);
        int up = above - level;
        return levels[level].addTo(new Buckets.Range(range.from() << up, range.to() << up), up, target);
    }
}
