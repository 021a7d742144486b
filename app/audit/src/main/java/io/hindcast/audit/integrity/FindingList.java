package io.hindcast.audit.integrity;

import io.hindcast.engine.spool.Blocks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The findings of one check, in the order in which they were found. Few stay in memory; of many, blocks go to a
/// temporary file that has no name. Filled by one thread; then read by any number.
///
/// Where the disk has no room, [#size()] stays true and [#kept()] says how many can still be read.
public final class FindingList implements AutoCloseable {
    static final int BLOCK = 512;

    private final Check check;
    private final EventIds eventIds;
    private final List<Finding> open = new ArrayList<>();
    private @Nullable Blocks blocks;
    private long[] offsets = new long[4];
    private int[] lengths = new int[4];
    private int written;
    private long size;
    private boolean full;

    FindingList(Check check, EventIds eventIds) {
        this.check = check;
        this.eventIds = eventIds;
    }

    /// How many there are.
    public synchronized long size() {
        return size;
    }

    /// How many can be read: all, unless the disk was full.
    public synchronized long kept() {
        return (long) written * BLOCK + open.size();
    }

    /// Some of them; fewer at the end.
    ///
    /// @param from the first one, 0-based
    /// @throws IllegalStateException when the list is closed, or its file cannot be read
    public synchronized List<Finding> page(long from, int count) {
        var page = new ArrayList<Finding>();
        long end = Math.min(kept(), from + count);
        for (long at = Math.max(0, from); at < end; ) {
            int block = Math.toIntExact(at / BLOCK);
            List<Finding> here = block < written ? read(block) : open;
            int first = (int) (at % BLOCK);
            int last = (int) Math.min(here.size(), first + (end - at));
            here.subList(first, last).forEach(finding -> page.add(completed(finding)));
            at += last - first;
        }
        return page;
    }

    private Finding completed(Finding finding) {
        return new Finding(check, eventIds.completed(finding.place()), finding.evidence());
    }

    synchronized void add(Finding finding) {
        size++;
        if (full) {
            return;
        }
        open.add(finding);
        if (open.size() == BLOCK) {
            write();
        }
    }

    private void write() {
        byte[] bytes = FindingBytes.of(open);
        try {
            Blocks to = blocks == null ? Blocks.inFile() : blocks;
            blocks = to;
            if (written == offsets.length) {
                offsets = Arrays.copyOf(offsets, written * 2);
                lengths = Arrays.copyOf(lengths, written * 2);
            }
            offsets[written] = to.append(bytes, bytes.length);
            lengths[written] = bytes.length;
            written++;
            open.clear();
        } catch (IOException _) {
            full = true; // the open block stays readable in memory
        }
    }

    private List<Finding> read(int block) {
        if (blocks == null) {
            throw new IllegalStateException("the findings are closed");
        }
        try {
            return FindingBytes.read(check, blocks.read(offsets[block], lengths[block]));
        } catch (IOException e) {
            throw new IllegalStateException("the file of findings cannot be read", e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            if (blocks != null) {
                blocks.close();
            }
        } catch (IOException _) {
            // a temporary file without a name goes with the program
        }
        blocks = null;
    }
}
