package io.hindcast.bench.data;

import io.hindcast.connector.EventSource;
import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.files.FilesConnector;
import io.hindcast.event.ByteSlice;
import io.hindcast.sample.HistorySize;
import io.hindcast.sample.SampleEvent;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The history as NDJSON, one event a line.
public record LinesFile(Path file) {
    private static final int BUFFER = 1 << 20;

    public static LinesFile write(Path file, HistorySize size) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
            Mended.generate(size, event -> {
                try {
                    line(out, event);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return new LinesFile(file);
    }

    public EventSource open() {
        return new FilesConnector().open(OpenRequest.of(new Location(file.toString())));
    }

    public long bytes() throws IOException {
        return Files.size(file);
    }

    /// The limit: the bytes of the file, from the page cache, into a buffer.
    public long loop() throws IOException {
        long sum = 0;
        var buffer = ByteBuffer.allocateDirect(BUFFER);
        try (var channel = FileChannel.open(file)) {
            for (int read = channel.read(buffer.clear()); read >= 0; read = channel.read(buffer.clear())) {
                sum += read;
            }
        }
        return sum;
    }

    private static void line(OutputStream out, SampleEvent event) throws IOException {
        String head = "{\"position\":%d,\"stream\":\"%s\",\"category\":\"%s\",\"version\":%d,\"id\":\"%s\",\"type\":\"%s\",\"recordedAt\":\"%s\",\"data\":"
                .formatted(
                        event.position(),
                        event.stream(),
                        event.category(),
                        event.version(),
                        event.id(),
                        event.type(),
                        event.recordedAt());
        text(out, head);
        write(out, event.data());
        text(out, ",\"metadata\":");
        write(out, event.metadata());
        text(out, "}\n");
    }

    private static void text(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void write(OutputStream out, ByteSlice bytes) throws IOException {
        out.write(bytes.array(), bytes.offset(), bytes.length());
    }
}
