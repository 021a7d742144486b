package io.hindcast.engine.timeline;

/// What is to be painted of one lane: for each bucket of a window the events by colour and the marks by kind.
/// Immutable once handed out.
public final class TimelineTile {
    private static final int[] NONE = {};

    private final int lane;
    private final TileWindow window;
    private final int[] events;
    private final int[] totals;
    private final byte[] dominant;
    private int[] marks = NONE;

    TimelineTile(int lane, TileWindow window) {
        this.lane = lane;
        this.window = window;
        this.events = new int[window.length() * TypeSlots.COUNT];
        this.totals = new int[window.length()];
        this.dominant = new byte[window.length()];
    }

    public int lane() {
        return lane;
    }

    public TileWindow window() {
        return window;
    }

    /// All events in the bucket.
    public int count(int bucket) {
        return totals[bucket];
    }

    /// The events in the bucket whose type has this colour, see [TypeSlots].
    public int count(int bucket, int slot) {
        return events[bucket * TypeSlots.COUNT + slot];
    }

    /// The colour of most events in the bucket, the first of equals; 0 where there are none.
    public int dominant(int bucket) {
        return dominant[bucket];
    }

    /// How many marks of a kind the bucket has. A mark is in every bucket above it, at every level.
    public int marks(int bucket, MarkKind kind) {
        return marks.length == 0 ? 0 : marks[bucket * MarkKind.COUNT + kind.place()];
    }

    /// The most events in one bucket of the tile.
    public int highest() {
        int highest = 0;
        for (int total : totals) {
            highest = Math.max(highest, total);
        }
        return highest;
    }

    public long total() {
        long total = 0;
        for (int count : totals) {
            total += count;
        }
        return total;
    }

    /// Sums the colours up, once all are counted, and finds that of the most.
    void sumUp() {
        for (int bucket = 0; bucket < totals.length; bucket++) {
            int total = 0;
            long most = 0; // the count, then how far from the last colour: a comparison instead of a jump for each
            for (int slot = 0; slot < TypeSlots.COUNT; slot++) {
                int count = events[bucket * TypeSlots.COUNT + slot];
                total += count;
                most = Math.max(most, (long) count * TypeSlots.COUNT + TypeSlots.SHARED - slot);
            }
            totals[bucket] = total;
            dominant[bucket] = (byte) (TypeSlots.SHARED - most % TypeSlots.COUNT);
        }
    }

    int[] events() {
        return events;
    }

    void countMarks(int bucket, MarkKind kind, int more) {
        if (marks.length == 0) {
            marks = new int[window.length() * MarkKind.COUNT];
        }
        marks[bucket * MarkKind.COUNT + kind.place()] += more;
    }
}
