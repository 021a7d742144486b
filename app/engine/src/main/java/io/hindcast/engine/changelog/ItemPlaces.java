package io.hindcast.engine.changelog;

import java.util.Arrays;

/// The places of a list's items in their order, while the history is being written, and places that are free again.
final class ItemPlaces {
    private int[] order = new int[8];
    private int size;
    private int[] free = new int[4];
    private int freeCount;
    long lastRank;

    int size() {
        return size;
    }

    int at(int index) {
        return order[index];
    }

    void insert(int index, int place) {
        if (size == order.length) {
            order = Arrays.copyOf(order, size * 2);
        }
        System.arraycopy(order, index, order, index + 1, size - index);
        order[index] = place;
        size++;
    }

    void remove(int index) {
        if (freeCount == free.length) {
            free = Arrays.copyOf(free, freeCount * 2);
        }
        free[freeCount++] = order[index];
        size--;
        System.arraycopy(order, index + 1, order, index, size - index);
    }

    /// A place that can be used again, or [Places#NONE].
    int reuse() {
        return freeCount == 0 ? Places.NONE : free[--freeCount];
    }
}
