package io.hindcast.engine.changelog;

import java.util.Arrays;

/// Every place that a history's states ever had, as a number: the root, the fields of containers, the items of lists.
///
/// A place holds one [Word] at any time. A field keeps its place for good, also while it is not there. An item of a list
/// has a place that does not tell where in the list it stands: that is told by its rank, another word. Fields have a rank
/// only once they left and came back; else their order is the order in which they first came.
///
/// Numbers go by pages of [#PAGE]: values, containers and ranks on pages of their own, so that what seldom changes does
/// not lie beside what changes often. Written by one thread, then read by many.
final class Places {
    static final int NONE = 0;
    static final int ROOT = 1;
    static final int PAGE = 4;

    /// Bits of a rank below the number of the place it follows.
    static final int RANK_SHIFT = 28;

    /// So many children are found by going through them, which needs no room.
    private static final int FEW = 8;

    private static final int ITEM = -1;
    private static final int RANK = -2;

    final Names names = new Names();

    private int[] parent = new int[PAGE * 4];
    private int[] name = new int[PAGE * 4];
    private int[] ordinal = new int[PAGE * 4];
    private int[] first = new int[PAGE * 4];
    private int[] next = new int[PAGE * 4];
    private int[] rank = {}; // most histories have none
    private int[] table = new int[16]; // places by parent and name, of those behind the first few of their parent
    private int named;
    private int top = PAGE;
    private int nextValue;
    private int nextContainer = ROOT;
    private int nextRank;

    Places() {
        take(true);
        name[ROOT] = ITEM;
    }

    /// One more than the largest number.
    int size() {
        return top;
    }

    int parent(int place) {
        return parent[place];
    }

    boolean isItem(int place) {
        return name[place] == ITEM;
    }

    boolean isRank(int place) {
        return name[place] == RANK;
    }

    String name(int place) {
        return names.name(name[place]);
    }

    /// How many siblings came before it.
    int ordinal(int place) {
        return ordinal[place];
    }

    /// The place of its rank, or [#NONE].
    int rank(int place) {
        return place < rank.length ? rank[place] : NONE;
    }

    /// The first of the children that ever were, in order of arrival; [#NONE] if there were none.
    int firstChild(int place) {
        return first[place];
    }

    int nextSibling(int place) {
        return next[place];
    }

    /// The place of a field, or [#NONE].
    int child(int container, String fieldName) {
        int number = names.number(fieldName);
        if (number == Names.UNKNOWN) {
            return NONE;
        }
        int child = first[container];
        for (int i = 0; i < FEW && child != NONE; i++) {
            if (name[child] == number) {
                return child;
            }
            child = next[child];
        }
        return child == NONE ? NONE : table[slot(container, number)];
    }

    /// A new field.
    ///
    /// @param last the child that came last, or [#NONE]
    int newField(int container, String fieldName, boolean isContainer, int last) {
        int place = take(isContainer);
        name[place] = names.numberOrNew(fieldName);
        link(container, place, last);
        if (ordinal[place] >= FEW) {
            if (++named * 4L > table.length * 3L) {
                rehash();
            }
            table[slot(container, name[place])] = place;
        }
        return place;
    }

    int newItem(int list, boolean isContainer, int last) {
        int place = take(isContainer);
        name[place] = ITEM;
        link(list, place, last);
        return place;
    }

    int newRank(int place) {
        int one = nextRank % PAGE == 0 ? newPage() : nextRank;
        nextRank = one + 1;
        name[one] = RANK;
        parent[one] = place;
        if (place >= rank.length) {
            rank = Arrays.copyOf(rank, parent.length);
        }
        rank[place] = one;
        return one;
    }

    /// No more will come: lets go of the room for them.
    void close() {
        parent = Arrays.copyOf(parent, top);
        name = Arrays.copyOf(name, top);
        ordinal = Arrays.copyOf(ordinal, top);
        first = Arrays.copyOf(first, top);
        next = Arrays.copyOf(next, top);
        rank = Arrays.copyOf(rank, Math.min(rank.length, top));
        names.close();
    }

    /// Memory on the heap, about.
    long held() {
        return (5L * parent.length + rank.length + table.length) * Integer.BYTES + names.held();
    }

    private void link(int container, int place, int last) {
        parent[place] = container;
        if (last == NONE) {
            first[container] = place;
        } else {
            next[last] = place;
            ordinal[place] = ordinal[last] + 1;
        }
    }

    private int take(boolean isContainer) {
        int from = isContainer ? nextContainer : nextValue;
        int place = from % PAGE == 0 ? newPage() : from;
        if (isContainer) {
            nextContainer = place + 1;
        } else {
            nextValue = place + 1;
        }
        return place;
    }

    private int newPage() {
        int place = top;
        top += PAGE;
        if (top > parent.length) {
            grow();
        }
        return place;
    }

    private void grow() {
        int room = parent.length * 2;
        parent = Arrays.copyOf(parent, room);
        name = Arrays.copyOf(name, room);
        ordinal = Arrays.copyOf(ordinal, room);
        first = Arrays.copyOf(first, room);
        next = Arrays.copyOf(next, room);
    }

    private int slot(int container, int number) {
        int mask = table.length - 1;
        int at = (int) ((((long) container << 32 | number) * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (table[at] != NONE && (parent[table[at]] != container || name[table[at]] != number)) {
            at = at + 1 & mask;
        }
        return at;
    }

    private void rehash() {
        int[] old = table;
        table = new int[old.length * 2];
        for (int place : old) {
            if (place != NONE) {
                table[slot(parent[place], name[place])] = place;
            }
        }
    }
}
