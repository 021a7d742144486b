package io.hindcast.engine.changelog;

import io.hindcast.event.Bookmark;
import io.hindcast.event.ByteSlice;
import io.hindcast.event.EventPage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Events, packed and out of the heap, in [LogMemory]. Written by one thread; then read by many.
public final class EventSpool {
    /// How many events are packed together: enough to pack well, few enough to unpack one of them in a fraction of a
    /// millisecond.
    public static final int TOGETHER = 256;

    private static final Bookmark NOWHERE = new Bookmark("");

    private final Bytes bytes;
    private final Bytes times;
    private final Packing packing = new Packing();
    private final List<Packed> packed = new ArrayList<>();

    private record Packed(long at, int size, int length) {}

    public EventSpool(LogMemory memory) {
        bytes = new Bytes(memory);
        times = new Bytes(memory);
    }

    /// Packs some rows of a page, at most [#TOGETHER] of them.
    ///
    /// @return the number of the pack, counted from 0
    public int add(EventPage page, int from, int to) {
        try {
            var plain = new ByteArrayOutputStream(1 << 12);
            var out = new DataOutputStream(plain);
            out.writeBoolean(page.isPositioned());
            names(page, out);
            out.writeInt(to - from);
            for (int row = from; row < to; row++) {
                write(page, row, out);
                times.appendLong(page.recordedSecond(row));
                times.appendLong(page.recordedNano(row));
            }
            byte[] whole = plain.toByteArray();
            byte[] small = packing.pack(whole, whole.length);
            packed.add(new Packed(bytes.appendAll(small, 0, small.length), small.length, whole.length));
            return packed.size() - 1;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// The rows of a pack as a page of their own.
    public EventPage page(int number) {
        Packed one = packed.get(number);
        var small = new byte[one.size];
        bytes.copy(one.at, small, 0, small.length);
        try (var in = new DataInputStream(new ByteArrayInputStream(Packing.unpack(small, one.length)))) {
            boolean positioned = in.readBoolean();
            List<String> names = names(in);
            int rows = in.readInt();
            var page = new EventPage.Builder(positioned, rows);
            for (int i = 0; i < rows; i++) {
                read(in, positioned, names, page);
            }
            return page.build(NOWHERE);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// When an event was recorded, without unpacking it; events are counted from 0 over all packs.
    public Optional<Instant> recordedAt(int event) {
        long second = times.longAt(2L * Long.BYTES * event);
        return second == EventPage.NO_TIME
                ? Optional.empty()
                : Optional.of(Instant.ofEpochSecond(second, times.longAt((2L * event + 1) * Long.BYTES)));
    }

    /// About how many bytes it holds.
    public long held() {
        return bytes.held() + times.held();
    }

    private static void write(EventPage page, int row, DataOutputStream out) throws IOException {
        out.writeInt(page.streamOrdinal(row) * 2);
        out.writeInt(page.streams().size() * 2 + page.typeOrdinal(row));
        out.writeLong(page.version(row));
        if (page.isPositioned()) {
            out.writeLong(page.positionHigh(row));
            out.writeLong(page.positionLow(row));
        }
        out.writeLong(page.recordedSecond(row));
        out.writeInt(page.recordedNano(row));
        optional(page.id(row), out);
        optional(page.trouble(row), out);
        slice(page.data(row), out);
        slice(page.metadata(row), out);
    }

    /// Stream and category of all streams of a page, then all its types.
    private static void names(EventPage page, DataOutputStream out) throws IOException {
        out.writeInt(page.streams().size() * 2 + page.types().size());
        for (EventPage.StreamName name : page.streams()) {
            text(name.stream(), out);
            text(name.category(), out);
        }
        for (String type : page.types()) {
            text(type, out);
        }
    }

    private static List<String> names(DataInputStream in) throws IOException {
        var names = new ArrayList<String>();
        for (int left = in.readInt(); left > 0; left--) {
            names.add(text(in));
        }
        return names;
    }

    private static void read(DataInputStream in, boolean positioned, List<String> names, EventPage.Builder page)
            throws IOException {
        int stream = in.readInt();
        page.stream(names.get(stream), names.get(stream + 1));
        page.type(names.get(in.readInt())).version(in.readLong());
        if (positioned) {
            page.position(in.readLong(), in.readLong());
        }
        long second = in.readLong();
        int nano = in.readInt();
        if (second != EventPage.NO_TIME) {
            page.recordedAt(Instant.ofEpochSecond(second, nano));
        }
        optional(in).ifPresent(page::id);
        optional(in).ifPresent(page::trouble);
        page.data(slice(in));
        page.metadata(slice(in));
        page.endRow();
    }

    /// Not as UTF-8: whatever a store's driver made of a name comes back as it was.
    private static void text(String text, DataOutputStream out) throws IOException {
        out.writeInt(text.length());
        for (int i = 0; i < text.length(); i++) {
            out.writeChar(text.charAt(i));
        }
    }

    private static String text(DataInputStream in) throws IOException {
        var chars = new char[in.readInt()];
        for (int i = 0; i < chars.length; i++) {
            chars[i] = in.readChar();
        }
        return new String(chars);
    }

    private static void optional(Optional<String> text, DataOutputStream out) throws IOException {
        out.writeBoolean(text.isPresent());
        if (text.isPresent()) {
            text(text.get(), out);
        }
    }

    private static Optional<String> optional(DataInputStream in) throws IOException {
        return in.readBoolean() ? Optional.of(text(in)) : Optional.empty();
    }

    private static void slice(ByteSlice slice, DataOutputStream out) throws IOException {
        out.writeInt(slice.length());
        out.write(slice.array(), slice.offset(), slice.length());
    }

    private static byte[] slice(DataInputStream in) throws IOException {
        return in.readNBytes(in.readInt());
    }
}
