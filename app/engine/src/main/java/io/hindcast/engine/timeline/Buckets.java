package io.hindcast.engine.timeline;

import java.util.Arrays;
import java.util.stream.LongStream;

/// Counts by bucket number, in pages that exist only where something was counted: a lone event in the year 1 costs one
/// page, not two thousand years. A page takes a byte a bucket until one of its counts is above 255, and an int from then
/// on: of the finest buckets, of which there are the most, nearly all hold a few events.
final class Buckets {
    static final int SHIFT = 7;
    static final int PAGE = 1 << SHIFT;
    private static final int MASK = PAGE - 1;
    private static final int MOST_NARROW = 255;
    private static final byte[] NOT_NARROW = {};
    private static final int[] NOT_WIDE = {};

    private long[] numbers = {}; // of the pages, in order
    private byte[][] narrow = {};
    private int[][] wide = {};
    private int size;
    private int last;

    void add(long bucket) {
        int page = pageOf(bucket >> SHIFT);
        int place = (int) bucket & MASK;
        byte[] counts = narrow[page];
        if (counts.length > 0 && counts[place] != (byte) MOST_NARROW) {
            counts[place]++;
        } else {
            widened(page)[place]++;
        }
    }

    void add(Buckets other) {
        for (int theirs = 0; theirs < other.size; theirs++) {
            int page = pageOf(other.numbers[theirs]);
            for (int place = 0; place < PAGE; place++) {
                int more = other.count(theirs, place);
                if (more > 0) {
                    put(page, place, count(page, place) + more);
                }
            }
        }
    }

    int pages() {
        return size;
    }

    LongStream pageNumbers() {
        return Arrays.stream(numbers, 0, size);
    }

    /// Writes the sums of pairs of the child's page over the half of the parent's page that they stand for.
    void sumPairs(Buckets child, long number) {
        int pairs = child.find(number);
        if (pairs < 0) {
            return;
        }
        int sums = pageOf(number >> 1);
        int half = (int) (number & 1) * (PAGE / 2);
        for (int i = 0; i < PAGE / 2; i++) {
            put(sums, half + i, child.count(pairs, 2 * i) + child.count(pairs, 2 * i + 1));
        }
    }

    /// Adds the counts of the buckets of a range to a target, `2^up` of them to one place of it.
    ///
    /// @return how many buckets were looked at
    int addTo(Range range, int up, Target target) {
        int looked = 0;
        long end = (range.to - 1) >> SHIFT;
        for (int page = placeFor(range.from >> SHIFT); page < size && numbers[page] <= end; page++) {
            long base = numbers[page] << SHIFT;
            int from = (int) Math.max(0, range.from - base);
            int to = (int) Math.min(PAGE, range.to - base);
            if (up == 0 && narrow[page].length > 0) {
                target.addRun((int) (base - range.from), narrow[page], from, to);
            } else {
                long first = range.from >> up;
                for (int i = from; i < to; i++) {
                    target.add((int) (((base + i) >> up) - first), count(page, i));
                }
            }
            looked += to - from;
        }
        return looked;
    }

    /// Bucket numbers from one (inclusive) to another (exclusive).
    record Range(long from, long to) {}

    /// Where counts are added: every so many places of an array, from one on.
    static final class Target {
        private final int[] counts;
        private final int offset;
        private final int stride;

        Target(int[] counts, int offset, int stride) {
            this.counts = counts;
            this.offset = offset;
            this.stride = stride;
        }

        private void add(int place, int more) {
            counts[place * stride + offset] += more;
        }

        /// Without a look whether there is anything to add: the processor would guess wrong half of the time.
        private void addRun(int place, byte[] more, int from, int to) {
            int at = (place + from) * stride + offset;
            for (int i = from; i < to; i++, at += stride) {
                counts[at] += more[i] & MOST_NARROW;
            }
        }
    }

    private int count(int page, int place) {
        return narrow[page].length > 0 ? narrow[page][place] & MOST_NARROW : wide[page][place];
    }

    private void put(int page, int place, int count) {
        byte[] counts = narrow[page];
        if (counts.length > 0 && count <= MOST_NARROW) {
            counts[place] = (byte) count;
        } else {
            widened(page)[place] = count;
        }
    }

    private int[] widened(int page) {
        byte[] counts = narrow[page];
        if (counts.length > 0) {
            int[] wider = new int[PAGE];
            for (int i = 0; i < PAGE; i++) {
                wider[i] = counts[i] & MOST_NARROW;
            }
            wide[page] = wider;
            narrow[page] = NOT_NARROW;
        }
        return wide[page];
    }

    /// The place of a page, or -1.
    private int find(long number) {
        int page = placeFor(number);
        return page < size && numbers[page] == number ? page : -1;
    }

    /// The place of the first page with this number or a higher one.
    private int placeFor(long number) {
        int found = Arrays.binarySearch(numbers, 0, size, number);
        return found < 0 ? -found - 1 : found;
    }

    /// The place of a page, which is made if it is not there.
    private int pageOf(long number) {
        if (last < size && numbers[last] == number) {
            return last;
        }
        int page = placeFor(number);
        if (page == size || numbers[page] != number) {
            insert(page, number);
        }
        last = page;
        return page;
    }

    private void insert(int page, long number) {
        if (size == numbers.length) {
            int room = size + Math.max(1, size / 2);
            numbers = Arrays.copyOf(numbers, room);
            narrow = Arrays.copyOf(narrow, room);
            wide = Arrays.copyOf(wide, room);
        }
        int behind = size - page;
        System.arraycopy(numbers, page, numbers, page + 1, behind);
        System.arraycopy(narrow, page, narrow, page + 1, behind);
        System.arraycopy(wide, page, wide, page + 1, behind);
        numbers[page] = number;
        narrow[page] = new byte[PAGE];
        wide[page] = NOT_WIDE;
        size++;
    }
}
