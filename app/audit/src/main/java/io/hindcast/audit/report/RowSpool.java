package io.hindcast.audit.report;

import io.hindcast.engine.payload.PayloadDecoder;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.StateText;
import io.hindcast.engine.state.StateValue;
import io.hindcast.event.ByteSlice;
import io.hindcast.event.PayloadShape;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// Rows in a temporary file, one JSON array a line: a table may be longer than memory. Written by one thread, then read;
/// goes away when closed.
public final class RowSpool implements Rows, AutoCloseable {
    private static final PayloadShape JSON = PayloadShape.of(PayloadShape.Formats.JSON);

    private final Path file;
    private final PayloadDecoder decoder;
    private final BufferedWriter writer;
    private long count;

    private RowSpool(Path file, PayloadDecoder decoder) throws IOException {
        this.file = file;
        this.decoder = decoder;
        this.writer = Files.newBufferedWriter(file);
    }

    /// @throws UncheckedIOException when there is no room for temporary files
    public static RowSpool create(PayloadDecoder decoder) {
        try {
            return new RowSpool(Files.createTempFile("hindcast-rows", ".ndjson"), decoder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @throws UncheckedIOException when the disk is full
    public void add(List<StateValue> cells) {
        try {
            StateText.write(new Items(cells), writer, false);
            writer.write('\n');
            count++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public long count() {
        return count;
    }

    @Override
    public void each(long most, Consumer<List<StateValue>> taker) throws IOException {
        writer.flush();
        try (var reader = Files.newBufferedReader(file)) {
            String line = reader.readLine();
            for (long row = 0; line != null && row < most; row++) {
                taker.accept(cells(line));
                line = reader.readLine();
            }
        }
    }

    private List<StateValue> cells(String line) throws IOException {
        StateValue read = decoder.decode(ByteSlice.of(line.getBytes(StandardCharsets.UTF_8)), JSON);
        if (read instanceof Items items) {
            return items.values();
        }
        throw new IOException("a row of the report could not be read back");
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException _) {
            // what could not be written is not wanted any more
        } finally {
            file.toFile().delete();
        }
    }
}
