package io.hindcast.audit.seal;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// Writes a file of [SealedEvents]: traces come in the order of the store, into a file of their own, and are sorted by
/// stream when all are there. For one thread. Closing removes what is no longer needed, whatever happened.
final class TraceWriter implements AutoCloseable {
    private static final int RECORD = Integer.BYTES + Trace.BYTES;

    private final Path target;
    private final Path unsorted;
    private final Path sorted;
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(RECORD * 4096);
    private long count;

    TraceWriter(Path target) throws IOException {
        this.target = target;
        unsorted = target.resolveSibling(target.getFileName() + ".unsorted.part");
        sorted = target.resolveSibling(target.getFileName() + ".part");
        channel = FileChannel.open(
                unsorted,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
    }

    /// @param stream number of the stream, in any numbering from 0
    void add(int stream, Trace trace) throws IOException {
        if (!buffer.hasRemaining()) {
            flush();
        }
        buffer.putInt(stream)
                .putLong(trace.version())
                .putLong(trace.position())
                .putLong(trace.micros())
                .putLong(trace.name())
                .putLong(trace.body());
        count++;
    }

    /// Writes the file beside its final name; [#publish()] gives it that name.
    ///
    /// @param streams in the order of their names, `first` counted through
    /// @param placeOf for the number of a stream, its place in that list
    Path sort(List<SealedStream> streams, int[] placeOf) throws IOException {
        flush();
        try (var arena = Arena.ofConfined();
                var out = FileChannel.open(
                        sorted,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE)) {
            long traces = SealedEvents.HEAD + count * Trace.BYTES;
            MemorySegment from = channel.map(FileChannel.MapMode.READ_ONLY, 0, count * RECORD, arena);
            MemorySegment to = out.map(FileChannel.MapMode.READ_WRITE, 0, traces, arena);
            head(to, streams.size());
            long[] next = streams.stream().mapToLong(SealedStream::first).toArray();
            for (long i = 0; i < count; i++) {
                int place = placeOf[from.get(SealedEvents.INT, i * RECORD)];
                long at = SealedEvents.HEAD + next[place]++ * Trace.BYTES;
                MemorySegment.copy(from, i * RECORD + Integer.BYTES, to, at, Trace.BYTES);
            }
            writeStreams(out, traces, streams);
        }
        return sorted;
    }

    void publish() throws IOException {
        Files.move(sorted, target, StandardCopyOption.REPLACE_EXISTING);
    }

    private void head(MemorySegment to, int streams) {
        MemorySegment.copy(MemorySegment.ofArray(SealedEvents.MAGIC), 0, to, 0, SealedEvents.MAGIC.length);
        to.set(SealedEvents.LONG, SealedEvents.MAGIC.length, count);
        to.set(SealedEvents.LONG, SealedEvents.MAGIC.length + Long.BYTES, streams);
    }

    private static void writeStreams(FileChannel out, long at, List<SealedStream> streams) throws IOException {
        out.position(at);
        for (SealedStream stream : streams) {
            byte[] name = stream.name().getBytes(StandardCharsets.UTF_8);
            var record = ByteBuffer.allocate(Integer.BYTES + name.length + Long.BYTES + Hash.BYTES);
            record.putInt(name.length).put(name).putLong(stream.events()).put(stream.head().bytes());
            write(out, record.flip());
        }
    }

    private void flush() throws IOException {
        write(channel, buffer.flip());
        buffer.clear();
    }

    private static void write(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(unsorted);
        Files.deleteIfExists(sorted);
    }
}
