package io.hindcast.engine.changelog;

import java.util.Arrays;

/// The words of all places while a history is written: what an event changes goes into the log as differences, and behind
/// every block of events the pages that it touched are kept as they are then.
///
/// An event is its entries, by rising place: `(step to the place << 2 | is last << 1 | kind differs)`, the difference of
/// the lowest eight bits if they differ, the difference of the rest; numbers in groups of seven bits, the last one with
/// a sign that alternates. An event that changes nothing has no bytes.
final class WordLog {
    /// About what a page of a keyframe takes, with its place in the list.
    private static final int BYTES_OF_A_PAGE = 24;

    private static final int BYTES_FOR_AN_EVENT = 6;

    private final Tuning tuning;
    private final Bytes log;
    private final Bytes offsets;
    private final Bytes pages;
    private final Bytes pageOf;
    private final Bytes keyframeOf;
    private final Bytes unitOf;
    private final PageBytes packing = new PageBytes();
    private long[] words = new long[16];

    // What the open event touched: the places and what they held before.
    private int[] mark = new int[16];
    private int[] touched = new int[16];
    private long[] before = new long[16];
    private int touches;
    private int event = 1;

    private int[] dirtyIn = new int[8]; // by page: the run of events between keyframes that touched it last
    private int run = 1;
    private int[] dirty = new int[8];
    private int dirtyCount;

    private byte[] buffer = new byte[1024];
    private int used;
    private final Blocks blocks = new Blocks();
    private int inBlock;

    WordLog(LogMemory memory, Tuning tuning) {
        this.tuning = tuning;
        log = new Bytes(memory);
        offsets = new Bytes(memory);
        pages = new Bytes(memory);
        pageOf = new Bytes(memory);
        keyframeOf = new Bytes(memory);
        unitOf = new Bytes(memory);
    }

    long word(int place) {
        return place < words.length ? words[place] : Word.ABSENT;
    }

    void set(int place, long word) {
        if (place >= words.length) {
            grow(place);
        }
        if (mark[place] != event) {
            mark[place] = event;
            if (touches == touched.length) {
                touched = Arrays.copyOf(touched, touches * 2);
                before = Arrays.copyOf(before, touches * 2);
            }
            touched[touches] = place;
            before[touches++] = words[place];
        }
        words[place] = word;
    }

    private void grow(int place) {
        int room = Math.max(place + 1, words.length * 2);
        words = Arrays.copyOf(words, room);
        mark = Arrays.copyOf(mark, room);
    }

    /// Nothing of what was touched so far belongs to an event; it is the first keyframe.
    void begun(Places places) {
        for (int i = 0; i < touches; i++) {
            dirty(touched[i] / Places.PAGE);
        }
        nextEvent();
        blocks.begin(0, log.size());
        keepPages(0);
    }

    void endEvent(Places places) {
        offsets.appendChar((char) used);
        sort();
        int lastPlace = 0;
        int open = lastChanged();
        for (int i = 0; i <= open; i++) {
            long difference = words[touched[i]] - before[i];
            if (difference != 0) {
                write(touched[i] - lastPlace, i == open, difference);
                lastPlace = touched[i];
                dirty(touched[i] / Places.PAGE);
            }
        }
        nextEvent();
        inBlock++;
        if (inBlock == tuning.events() || used > tuning.bytes() || isCheap()) {
            closeBlock();
        }
    }

    /// Whether a keyframe adds little to what the events since the last one take.
    private boolean isCheap() {
        return inBlock >= tuning.least() && (long) dirtyCount * BYTES_OF_A_PAGE <= (long) inBlock * BYTES_FOR_AN_EVENT;
    }

    private int lastChanged() {
        int last = touches - 1;
        while (last >= 0 && words[touched[last]] == before[last]) {
            last--;
        }
        return last;
    }

    private void nextEvent() {
        touches = 0;
        event++;
    }

    /// Most events touch a handful of places.
    private void sort() {
        if (touches > 32) {
            sortMany();
            return;
        }
        for (int i = 1; i < touches; i++) {
            int place = touched[i];
            long old = before[i];
            int j = i - 1;
            for (; j >= 0 && touched[j] > place; j--) {
                touched[j + 1] = touched[j];
                before[j + 1] = before[j];
            }
            touched[j + 1] = place;
            before[j + 1] = old;
        }
    }

    private void sortMany() {
        long[] keys = new long[touches];
        for (int i = 0; i < touches; i++) {
            keys[i] = (long) touched[i] << 32 | i;
        }
        Arrays.sort(keys);
        long[] olds = new long[touches];
        for (int i = 0; i < touches; i++) {
            olds[i] = before[(int) keys[i]];
            touched[i] = (int) (keys[i] >>> 32);
        }
        System.arraycopy(olds, 0, before, 0, touches);
    }

    private void write(int step, boolean isLast, long difference) {
        if (buffer.length - used < 32) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int kind = (int) difference & 0xFF;
        number((long) step << 2 | (isLast ? 2 : 0) | (kind == 0 ? 0 : 1));
        if (kind != 0) {
            buffer[used++] = (byte) kind;
        }
        long rest = difference >> 8;
        number(rest << 1 ^ rest >> 63);
    }

    private void number(long number) {
        long left = number;
        while ((left & ~0x7FL) != 0) {
            buffer[used++] = (byte) ((left & 0x7F) | 0x80);
            left >>>= 7;
        }
        buffer[used++] = (byte) left;
    }

    private void dirty(int page) {
        if (page >= dirtyIn.length) {
            dirtyIn = Arrays.copyOf(dirtyIn, Math.max(page + 1, dirtyIn.length * 2));
        }
        if (dirtyIn[page] != run) {
            dirtyIn[page] = run;
            if (dirtyCount == dirty.length) {
                dirty = Arrays.copyOf(dirty, dirtyCount * 2);
            }
            dirty[dirtyCount++] = page;
        }
    }

    private void closeBlock() {
        log.appendAll(buffer, 0, used);
        blocks.end(inBlock, log.size());
        used = 0;
        inBlock = 0;
        keepPages(blocks.count());
    }

    private void keepPages(int keyframe) {
        for (int i = 0; i < dirtyCount; i++) {
            int page = dirty[i];
            if ((page + 1) * Places.PAGE > words.length) {
                grow((page + 1) * Places.PAGE);
            }
            unitOf.appendInt(packing.append(words, page * Places.PAGE, pages));
            pageOf.appendInt(page);
            keyframeOf.appendInt(keyframe);
        }
        dirtyCount = 0;
        run++;
    }

    ChangeLog close(Places places, Pool pool) {
        if (inBlock > 0) {
            closeBlock();
        }
        places.close();
        int[] begin = versionsBegin(places.size() / Places.PAGE);
        var kept = new Pages(pages, begin, versionsByPage(begin), places.size() / Places.PAGE);
        return new ChangeLog(places, pool, log, offsets, blocks, kept, tuning);
    }

    /// For each page where its versions begin in a list of all versions by page.
    private int[] versionsBegin(int pagesInAll) {
        int[] begin = new int[pagesInAll + 1];
        for (long at = 0; at < pageOf.size(); at += Integer.BYTES) {
            begin[pageOf.intAt(at) + 1]++;
        }
        for (int i = 1; i < begin.length; i++) {
            begin[i] += begin[i - 1];
        }
        return begin;
    }

    private Bytes versionsByPage(int[] begin) {
        int[] next = begin.clone();
        Bytes sorted = pageOf.like();
        sorted.append(2 * pageOf.size());
        for (long at = 0; at < pageOf.size(); at += Integer.BYTES) {
            long to = 8L * next[pageOf.intAt(at)]++;
            sorted.setInt(to, keyframeOf.intAt(at));
            sorted.setInt(to + Integer.BYTES, unitOf.intAt(at));
        }
        return sorted;
    }
}
