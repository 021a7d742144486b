package io.hindcast.audit.journal;

import io.hindcast.audit.seal.Hash;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Text;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/// The bytes of a journal, while it is locked.
final class JournalFile {
    private static final int BLOCK = 8 * 1024;

    /// How the first line of a journal begins.
    private static final String BEGINNING = "{\"number\":1,\"at\":\"";

    private final FileChannel channel;

    JournalFile(FileChannel channel) {
        this.channel = channel;
    }

    /// Whether this is a journal, or nothing yet: its first or its last whole line is one of a journal, or somebody was
    /// killed while writing the first one.
    boolean isJournal() throws IOException {
        long size = channel.size();
        long last = startOfLine(size);
        if (last == 0) {
            byte[] begun = bytes(0, Math.min(size, BEGINNING.length()));
            return BEGINNING.startsWith(new String(begun, StandardCharsets.ISO_8859_1));
        }
        return JournalLine.read(bytes(startOfLine(last - 1), last - 1)).isPresent()
                || JournalLine.read(firstLine(last)).isPresent();
    }

    private byte[] firstLine(long before) throws IOException {
        byte[] start = bytes(0, Math.min(before, BLOCK));
        int end = 0;
        while (end < start.length && start[end] != '\n') {
            end++;
        }
        return Arrays.copyOf(start, end);
    }

    JournalReading read() throws IOException {
        return readOn(JournalReading.EMPTY);
    }

    /// What was read before and what was added since; all of it anew where the file does not go on from there.
    JournalReading read(JournalReading before) throws IOException {
        long known = before.bytes();
        boolean goesOn = before.isSound()
                && known > 0
                && known <= channel.size()
                && Hash.of(bytes(startOfLine(known - 1), known - 1)).equals(before.head());
        return goesOn ? readOn(before) : read();
    }

    private JournalReading readOn(JournalReading before) throws IOException {
        long size = channel.size();
        byte[] all = bytes(before.bytes(), size);
        var lines = new ArrayList<byte[]>();
        int start = 0;
        for (int i = 0; i < all.length; i++) {
            if (all[i] == '\n') {
                lines.add(Arrays.copyOfRange(all, start, i));
                start = i + 1;
            }
        }
        boolean unfinished = start < all.length;
        if (unfinished) {
            lines.add(Arrays.copyOfRange(all, start, all.length));
        }
        return before.with(lines, unfinished, size);
    }

    /// What the next line is chained to, and where it goes.
    record End(long offset, long number, Hash previous) {}

    /// The end behind the last whole line.
    End end() throws IOException {
        long size = channel.size();
        long last = startOfLine(size);
        if (last < size) {
            byte[] rest = bytes(last, size);
            if (JournalLine.read(rest).filter(JournalLine::isSound).isPresent()) {
                write(size, new byte[] {'\n'});
                return end();
            }
        }
        return last == 0 ? new End(0, 1, Hash.ZERO) : endBehind(last);
    }

    private End endBehind(long offset) throws IOException {
        long start = startOfLine(offset - 1);
        byte[] line = bytes(start, offset - 1);
        long number = JournalLine.read(line).map(read -> read.entry().number()).orElse(countLines(offset));
        return new End(offset, number + 1, Hash.of(line));
    }

    /// What a killed program left behind an end, if it did.
    Fields unfinished(End end) throws IOException {
        byte[] rest = bytes(end.offset(), channel.size());
        if (rest.length == 0) {
            return Fields.EMPTY;
        }
        var text = new String(rest, StandardCharsets.UTF_8);
        return Arrays.equals(text.getBytes(StandardCharsets.UTF_8), rest)
                ? Fields.of("text", new Text(text))
                : Fields.of("base64", new Text(Base64.getEncoder().encodeToString(rest)));
    }

    /// Writes lines behind an end, in one piece, and has them on the disk. What lay there must be shorter.
    ///
    /// @return the end behind them
    End append(End end, List<JournalEntry> entries) throws IOException {
        var text = new ByteArrayOutputStream();
        End here = end;
        for (JournalEntry entry : entries) {
            byte[] line = JournalLine.write(entry, here.previous());
            text.write(line);
            text.write('\n');
            here = new End(end.offset() + text.size(), entry.number() + 1, Hash.of(line));
        }
        write(end.offset(), text.toByteArray());
        return here;
    }

    private void write(long offset, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer, offset + buffer.position());
        }
        channel.force(true);
    }

    /// Where the line begins that ends before this place.
    private long startOfLine(long before) throws IOException {
        for (long to = before; to > 0; to = Math.max(to - BLOCK, 0)) {
            byte[] block = bytes(Math.max(to - BLOCK, 0), to);
            for (int i = block.length - 1; i >= 0; i--) {
                if (block[i] == '\n') {
                    return to - block.length + i + 1;
                }
            }
        }
        return 0;
    }

    private long countLines(long before) throws IOException {
        long lines = 0;
        for (byte one : bytes(0, before)) {
            lines += one == '\n' ? 1 : 0;
        }
        return lines;
    }

    private byte[] bytes(long from, long to) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(to - from));
        while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) >= 0) {
            // as many reads as the file system wants
        }
        return buffer.array();
    }
}
