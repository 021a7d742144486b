package io.hindcast.engine.state;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Where each of many names stands: a hash trie of width 32 that shares structure. Immutable.
///
/// Thirty bits of a name's own hash are used first, then thirty of a second, different one, so that names chosen to
/// collide do not make a long list.
final class NameIndex {
    static final NameIndex EMPTY = new NameIndex(0, new Object[0]);
    static final int NOWHERE = -1;

    private static final int LAST_SHIFT = 60;

    // One bit a used branch; a slot holds a Place or a NameIndex. Below the last level: just a list of places.
    private final int bitmap;
    private final Object[] slots;

    private record Place(String name, int ordinal) {}

    private NameIndex(int bitmap, Object[] slots) {
        this.bitmap = bitmap;
        this.slots = slots;
    }

    int ordinal(String name) {
        NameIndex node = this;
        for (int shift = 0; shift < LAST_SHIFT; shift += 5) {
            int bit = bit(name, shift);
            if ((node.bitmap & bit) == 0) {
                return NOWHERE;
            }
            Object slot = node.slots[node.slot(bit)];
            if (slot instanceof Place place) {
                return place.name.equals(name) ? place.ordinal : NOWHERE;
            }
            node = (NameIndex) slot;
        }
        Place place = node.listed(name);
        return place == null ? NOWHERE : place.ordinal;
    }

    /// The same with a name that is not in it yet.
    NameIndex with(String name, int ordinal) {
        return with(new Place(name, ordinal), 0);
    }

    private NameIndex with(Place place, int shift) {
        if (shift >= LAST_SHIFT) {
            Object[] more = Arrays.copyOf(slots, slots.length + 1);
            more[slots.length] = place;
            return new NameIndex(0, more);
        }
        int bit = bit(place.name, shift);
        int slot = slot(bit);
        if ((bitmap & bit) == 0) {
            Object[] more = new Object[slots.length + 1];
            System.arraycopy(slots, 0, more, 0, slot);
            System.arraycopy(slots, slot, more, slot + 1, slots.length - slot);
            more[slot] = place;
            return new NameIndex(bitmap | bit, more);
        }
        NameIndex below = slots[slot] instanceof Place other ? EMPTY.with(other, shift + 5) : (NameIndex) slots[slot];
        Object[] copy = slots.clone();
        copy[slot] = below.with(place, shift + 5);
        return new NameIndex(bitmap, copy);
    }

    /// The same without a name that is in it.
    NameIndex without(String name) {
        NameIndex rest = without(name, 0);
        return rest == null ? EMPTY : rest;
    }

    private @Nullable NameIndex without(String name, int shift) {
        if (shift >= LAST_SHIFT) {
            Object[] rest =
                    Arrays.stream(slots).filter(slot -> !((Place) slot).name.equals(name)).toArray();
            return rest.length == 0 ? null : new NameIndex(0, rest);
        }
        int bit = bit(name, shift);
        int slot = slot(bit);
        NameIndex below = slots[slot] instanceof NameIndex index ? index.without(name, shift + 5) : null;
        if (below != null) {
            Object[] copy = slots.clone();
            copy[slot] = below;
            return new NameIndex(bitmap, copy);
        }
        if (slots.length == 1) {
            return null;
        }
        Object[] fewer = new Object[slots.length - 1];
        System.arraycopy(slots, 0, fewer, 0, slot);
        System.arraycopy(slots, slot + 1, fewer, slot, fewer.length - slot);
        return new NameIndex(bitmap & ~bit, fewer);
    }

    private @Nullable Place listed(String name) {
        for (Object slot : slots) {
            if (slot instanceof Place place && place.name.equals(name)) {
                return place;
            }
        }
        return null;
    }

    private int slot(int bit) {
        return Integer.bitCount(bitmap & bit - 1);
    }

    private static int bit(String name, int shift) {
        int hash = shift < 30 ? name.hashCode() >>> shift : secondHash(name) >>> (shift - 30);
        return 1 << (hash & 31);
    }

    private static int secondHash(String name) {
        int hash = 0x5bd1e995;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x01000193;
            hash = Integer.rotateLeft(hash, 7);
        }
        return hash;
    }
}
