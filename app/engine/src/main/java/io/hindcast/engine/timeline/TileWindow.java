package io.hindcast.engine.timeline;

/// A run of buckets of one level. A bucket of level k is 2^k places wide and starts at a multiple of that, whatever the
/// window: buckets never move while the view does.
///
/// @param level the width of a bucket as a power of two
/// @param first number of the first bucket
/// @param length how many buckets
public record TileWindow(int level, long first, int length) {
    private static final int LONGEST = 1 << 16;

    public TileWindow {
        if (level < 0 || level > 60 || length < 0 || length > LONGEST) {
            throw new IllegalArgumentException("no window of %d buckets on level %d".formatted(length, level));
        }
    }

    /// The buckets that touch the places from one (inclusive) to another (exclusive), and some more on either side.
    public static TileWindow covering(int level, long from, long to, int padding) {
        long first = (from >> level) - padding;
        long last = (Math.max(from, to - 1) >> level) + padding;
        return new TileWindow(level, first, (int) Math.min(LONGEST, last - first + 1));
    }

    /// The level whose buckets are at least as wide as asked and less than twice that.
    public static int levelFor(double placesPerBucket) {
        int level = 0;
        while (level < 60 && (double) (1L << level) < placesPerBucket) {
            level++;
        }
        return level;
    }

    /// The first place of the i-th bucket of the window; [#length()] gives the end of the window.
    public long placeOf(int bucket) {
        return (first + bucket) << level;
    }

    public long from() {
        return placeOf(0);
    }

    /// The first place behind the window.
    public long to() {
        return placeOf(length);
    }
}
