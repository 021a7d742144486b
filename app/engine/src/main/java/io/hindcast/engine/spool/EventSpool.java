package io.hindcast.engine.spool;

import io.hindcast.connector.BodyReader;
import io.hindcast.connector.EventCursor;
import io.hindcast.connector.EventSource;
import io.hindcast.connector.ReadRequest;
import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import io.hindcast.event.Bookmark;
import io.hindcast.event.EventPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The bodies of all events of an index, copied once and packed in blocks, so that nobody has to go back to a far
/// store for one stream after another. Together with the index it gives whole events by ordinal.
///
/// One thread fills, any number read what is there. Reading costs the unpacking of the blocks that are touched,
/// so ask for ordinals in ascending order where you can.
public final class EventSpool implements AutoCloseable {
    private static final int PAGES_BEING_PACKED = 4;

    private final HeaderIndex index;
    private final Blocks blocks;
    private final BlockTable table = new BlockTable();
    private final Alignment alignment;
    private final ConcurrentLinkedDeque<Packer> packers = new ConcurrentLinkedDeque<>();
    private @Nullable Bookmark copiedTo;
    private volatile boolean knowsAllTroubles;
    private volatile State state = State.FILLING;

    private enum State {
        FILLING,
        COMPLETE,
        /// The store does not hold what the index says any more, or there was no room.
        GIVEN_UP
    }

    private EventSpool(HeaderIndex index, Blocks blocks) {
        this.index = index;
        this.blocks = blocks;
        this.alignment = new Alignment(index);
    }

    /// An empty spool for an index that is complete.
    ///
    /// @param place not [SpoolPlace#NOWHERE]
    /// @throws IOException when no file can be made
    public static EventSpool create(HeaderIndex index, SpoolPlace place) throws IOException {
        return new EventSpool(
                index,
                switch (place) {
                    case FILE -> FileBlocks.create();
                    case MEMORY -> new MemoryBlocks();
                    case NOWHERE -> throw new IllegalArgumentException("a spool that is nowhere");
                });
    }

    /// How many events, from ordinal 0 on, can be read just now.
    public int size() {
        return table.events();
    }

    /// Whether every event of the index can be read.
    public boolean isComplete() {
        return state == State.COMPLETE;
    }

    /// Whether it is of no use to go on filling: the store no longer holds an event of the index, or the disk is full.
    /// What was copied before stays readable.
    public boolean isGivenUp() {
        return state == State.GIVEN_UP;
    }

    /// How many bytes the copy takes.
    public long packedBytes() {
        return table.packedBytes();
    }

    /// Copies on from where the last call stopped. One thread at a time; progress counts events.
    ///
    /// @return whether every event of the index can be read now
    /// @throws io.hindcast.connector.ConnectorException when the store fails; call again to go on
    public boolean fill(EventSource source, Progress progress, Cancellation cancellation) {
        if (state != State.FILLING) {
            return isComplete();
        }
        var packing = new ArrayDeque<Packing>();
        try (var cursor = open(source)) {
            while (!alignment.isAtEnd() && !cancellation.isCancelled() && state == State.FILLING) {
                Optional<EventPage> page = cursor.next();
                Optional<int[]> rows = page.flatMap(alignment::rows);
                if (rows.isEmpty()) {
                    state = State.GIVEN_UP;
                } else {
                    packing.add(start(page.get(), rows.get()));
                }
                if (packing.size() > PAGES_BEING_PACKED) {
                    keep(packing.poll(), progress);
                }
            }
        } finally {
            while (!packing.isEmpty()) {
                keep(packing.poll(), progress);
            }
        }
        if (alignment.isAtEnd() && state == State.FILLING) {
            state = State.COMPLETE;
        }
        return isComplete();
    }

    private EventCursor open(EventSource source) {
        Optional<BodyReader> bodies = source.bodies();
        knowsAllTroubles = bodies.isEmpty();
        if (bodies.isPresent()) {
            return bodies.get().read(Optional.ofNullable(copiedTo));
        }
        var request = ReadRequest.store(ReadRequest.Detail.FULL);
        return source.read(copiedTo == null ? request : request.after(copiedTo));
    }

    private record Packing(Bookmark bookmark, CompletableFuture<List<Packer.Packed>> blocks) {}

    private Packing start(EventPage page, int... rows) {
        return new Packing(page.bookmark(), CompletableFuture.supplyAsync(() -> {
            var free = packers.poll();
            var packer = free == null ? new Packer() : free;
            var packed = packer.pack(page, rows);
            packers.push(packer);
            return packed;
        }));
    }

    private void keep(Packing packing, Progress progress) {
        try {
            for (var block : packing.blocks().join()) {
                long offset = blocks.append(block.bytes(), block.packedLength());
                table.add(block.events(), offset, block.packedLength(), block.plainLength());
            }
            copiedTo = packing.bookmark();
            progress.advanced(table.events(), index.size());
        } catch (IOException _) {
            state = State.GIVEN_UP;
        }
    }

    /// Takes in events that the index got after the copy was complete. The thread that fills only.
    ///
    /// @param first ordinal of the first event of the page in the index; where it is not the next one here, nothing is done
    public void append(EventPage page, int first) {
        if (!isComplete() || first != size()) {
            return;
        }
        var rows = IntStream.range(0, page.size()).toArray();
        keep(new Packing(page.bookmark(), CompletableFuture.completedFuture(new Packer().pack(page, rows))), Progress.SILENT);
    }

    /// Whole events, in the order of the ordinals. The bookmark of the page is good for nothing.
    ///
    /// @param ordinals each below [#size()]
    /// @throws UncheckedIOException when the copy cannot be read; the store still can
    public EventPage events(int... ordinals) {
        var page = new EventPage.Builder(index.isPositioned(), ordinals.length);
        int block = -1;
        BlockReader reader = null;
        for (int event : ordinals) {
            int wanted = table.blockOf(event);
            if (wanted != block || reader == null) {
                block = wanted;
                reader = unpacked(block);
            }
            header(event, page);
            reader.addTo(page, event - table.first(block));
            page.endRow();
        }
        return page.build(new Bookmark(""));
    }

    /// The events from one ordinal to another, the latter not included.
    public EventPage range(int from, int to) {
        return events(IntStream.range(from, to).toArray());
    }

    private BlockReader unpacked(int block) {
        try {
            byte[] packed = blocks.read(table.offset(block), table.packed(block));
            int rows = table.end(block) - table.first(block);
            if (table.packed(block) == table.plain(block)) {
                return new BlockReader(packed, rows);
            }
            byte[] plain = new byte[table.plain(block)];
            Lz4.unpack(packed, table.packed(block), plain);
            return new BlockReader(plain, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void header(int event, EventPage.Builder page) {
        var entry = index.streamEntry(index.stream(event));
        page.stream(entry.name(), entry.category());
        page.type(index.typeName(index.type(event)));
        page.version(index.version(event));
        if (index.isPositioned()) {
            page.position(index.positionHigh(event), index.positionLow(event));
        }
        long micros = index.micros(event);
        if (micros != HeaderIndex.NO_TIME) {
            page.recordedAt(
                    Math.floorDiv(micros, 1_000_000),
                    Math.floorMod(micros, 1_000_000) * 1_000 + index.nanosOfMicro(event));
        }
        if (!knowsAllTroubles) {
            index.trouble(event).ifPresent(page::trouble);
        }
    }

    /// Lets go of the copy; its file is gone then. Readers fail from then on.
    @Override
    public void close() {
        try {
            blocks.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
