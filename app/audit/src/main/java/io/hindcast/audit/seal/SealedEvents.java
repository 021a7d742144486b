package io.hindcast.audit.seal;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// The file beside a seal that holds the traces of all sealed events, stream by stream, by which a change is named. The
/// seal holds its SHA-256. Big-endian:
///
/// ```
/// 8 bytes   "HCTRACE1"
/// 8         number of events n
/// 8         number of streams m
/// n × 40    traces: version, position, microseconds, name, body (see Trace), those of a stream together, in its order
/// m ×       4 length of the name in UTF-8, the name, 8 number of events, 32 running hash of the stream
/// ```
///
/// Streams stand in the order of their names. Open until closed; read by one thread.
final class SealedEvents implements AutoCloseable {
    static final byte[] MAGIC = "HCTRACE1".getBytes(StandardCharsets.US_ASCII);
    static final int HEAD = MAGIC.length + 2 * Long.BYTES;
    static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private final Arena arena = Arena.ofShared();
    private final MemorySegment bytes;
    private final List<SealedStream> streams;

    private SealedEvents(FileChannel file) throws IOException {
        bytes = file.map(FileChannel.MapMode.READ_ONLY, 0, file.size(), arena);
        streams = readStreams();
    }

    /// @throws IOException when there is no such file
    /// @throws BrokenSeal when it is not what it should be
    static SealedEvents open(Path file, Hash expected) throws IOException {
        if (!hashOf(file).equals(expected)) {
            throw new BrokenSeal("The file %s is not the one that was sealed: its SHA-256 differs.".formatted(file.getFileName()));
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return new SealedEvents(channel);
        }
    }

    static Hash hashOf(Path file) throws IOException {
        var digest = Hash.sha256();
        try (var in = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return new Hash(digest.digest());
    }

    long events() {
        return bytes.get(LONG, MAGIC.length);
    }

    /// By name.
    List<SealedStream> streams() {
        return streams;
    }

    Trace trace(long place) {
        long at = HEAD + place * Trace.BYTES;
        return new Trace(
                bytes.get(LONG, at),
                bytes.get(LONG, at + 8),
                bytes.get(LONG, at + 16),
                bytes.get(LONG, at + 24),
                bytes.get(LONG, at + 32));
    }

    List<Trace> tracesOf(SealedStream stream) {
        var traces = new ArrayList<Trace>(Math.toIntExact(stream.events()));
        for (long i = 0; i < stream.events(); i++) {
            traces.add(trace(stream.first() + i));
        }
        return traces;
    }

    private List<SealedStream> readStreams() {
        long count = bytes.get(LONG, MAGIC.length + Long.BYTES);
        var found = new ArrayList<SealedStream>(Math.toIntExact(count));
        long at = HEAD + events() * Trace.BYTES;
        long first = 0;
        for (long i = 0; i < count; i++) {
            int length = bytes.get(INT, at);
            byte[] name = bytes.asSlice(at + 4, length).toArray(ValueLayout.JAVA_BYTE);
            at += 4 + length;
            long events = bytes.get(LONG, at);
            byte[] head = bytes.asSlice(at + 8, Hash.BYTES).toArray(ValueLayout.JAVA_BYTE);
            at += 8 + Hash.BYTES;
            found.add(new SealedStream(new String(name, StandardCharsets.UTF_8), first, events, new Hash(head)));
            first += events;
        }
        return found;
    }

    @Override
    public void close() {
        arena.close();
    }
}
