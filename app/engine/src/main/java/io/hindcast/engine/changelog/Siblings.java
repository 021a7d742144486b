package io.hindcast.engine.changelog;

import java.util.Arrays;

/// What the writer remembers of the children of each container.
final class Siblings {
    private int[] last = new int[16];
    private long[] topRank = new long[16];
    private long tie;

    /// The child that came last, or [Places#NONE].
    int last(int container) {
        return container < last.length ? last[container] : Places.NONE;
    }

    void came(int container, int place) {
        ensure(container);
        last[container] = place;
    }

    /// No field that is there now stands behind this rank.
    long topRank(int container) {
        return container < topRank.length ? topRank[container] : 0;
    }

    void setTopRank(int container, long rank) {
        ensure(container);
        topRank[container] = rank;
    }

    /// Never the same twice, and rising.
    long nextTie() {
        return ++tie;
    }

    private void ensure(int container) {
        if (container >= last.length) {
            int room = Math.max(container + 1, last.length * 2);
            last = Arrays.copyOf(last, room);
            topRank = Arrays.copyOf(topRank, room);
        }
    }
}
