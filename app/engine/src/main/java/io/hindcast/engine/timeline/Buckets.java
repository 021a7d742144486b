package io.hindcast.engine.timeline;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// Counts by bucket number, in pages that exist only where something was counted: a lone event in the year 1 costs one
/// page, not two thousand years.
final class Buckets {
    static final int SHIFT = 6;
    static final int PAGE = 1 << SHIFT;
    private static final int MASK = PAGE - 1;
    private final TreeMap<Long, int[]> pages = new TreeMap<>();
    private long lastNumber;
    private int @Nullable [] lastPage;

    void add(long bucket) {
        page(bucket >> SHIFT)[(int) bucket & MASK]++;
    }

    void add(Buckets other) {
        for (Map.Entry<Long, int[]> entry : other.pages.entrySet()) {
            int[] page = page(entry.getKey());
            int[] more = entry.getValue();
            for (int i = 0; i < PAGE; i++) {
                page[i] += more[i];
            }
        }
    }

    int pages() {
        return pages.size();
    }

    void forEachPage(LongConsumer number) {
        pages.keySet().forEach(number::accept);
    }

    /// Writes the sums of pairs of the child's page over the half of the parent's page that they stand for.
    void sumPairs(Buckets child, long number) {
        int[] pairs = child.pages.get(number);
        if (pairs == null) {
            return;
        }
        int[] sums = page(number >> 1);
        int half = (int) (number & 1) * (PAGE / 2);
        for (int i = 0; i < PAGE / 2; i++) {
            sums[half + i] = pairs[2 * i] + pairs[2 * i + 1];
        }
    }

    /// Adds the counts of the buckets in [from, to) to `target[(bucket >> up) - first]`, at the given stride.
    ///
    /// @return how many buckets were looked at
    int addTo(Range range, int up, int[] target, int offset, int stride) {
        int looked = 0;
        for (Map.Entry<Long, int[]> entry :
                pages.subMap(range.from >> SHIFT, true, (range.to - 1) >> SHIFT, true).entrySet()) {
            long base = entry.getKey() << SHIFT;
            int first = (int) Math.max(0, range.from - base);
            int last = (int) Math.min(PAGE, range.to - base);
            int[] counts = entry.getValue();
            int place = (int) (base - range.from); // of the first of the page; for up = 0 that of the target
            for (int i = first; i < last; i++) {
                if (counts[i] != 0) {
                    int at = up == 0 ? place + i : (int) (((base + i) >> up) - (range.from >> up));
                    target[at * stride + offset] += counts[i];
                }
            }
            looked += last - first;
        }
        return looked;
    }

    /// Bucket numbers from one (inclusive) to another (exclusive).
    record Range(long from, long to) {}

    private int[] page(long number) {
        int[] page = lastPage;
        if (page == null || number != lastNumber) {
            page = pages.computeIfAbsent(number, _ -> new int[PAGE]);
            lastPage = page;
            lastNumber = number;
        }
        return page;
    }
}
