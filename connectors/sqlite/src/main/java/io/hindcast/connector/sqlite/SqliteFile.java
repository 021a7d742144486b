package io.hindcast.connector.sqlite;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.ConnectorException.Kind;
import io.hindcast.connector.Recognition;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What the first hundred bytes of an SQLite file tell before SQLite opens it.
///
/// @param writesAhead whether the file is in write-ahead mode, in which a reader needs files beside it
record SqliteFile(Path path, boolean writesAhead) {
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = 100;
    private static final int APPLICATION_ID = 68;
    private static final List<String> ENDINGS = List.of(".sqlite", ".sqlite3", ".db", ".db3");

    static Recognition recognise(Path path) {
        try {
            if (Files.isRegularFile(path) && Files.size(path) > 0) {
                return hasMagic(header(path)) ? Recognition.CERTAIN : Recognition.NO;
            }
        } catch (IOException _) {
            return Recognition.NO;
        }
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        boolean other = name.endsWith(".mv.db") || name.endsWith(".h2.db") || Files.isDirectory(path);
        return !other && ENDINGS.stream().anyMatch(name::endsWith) ? Recognition.POSSIBLE : Recognition.NO;
    }

    /// Whether the header says that a file is a capsule of this program.
    static boolean isCapsule(Path path) {
        try {
            if (!Files.isRegularFile(path)) {
                return false;
            }
            byte[] header = header(path);
            return header.length == HEADER
                    && hasMagic(header)
                    && ByteBuffer.wrap(header).getInt(APPLICATION_ID) == CapsuleSchema.APPLICATION;
        } catch (IOException _) {
            return false;
        }
    }

    /// @throws ConnectorException when there is no whole SQLite file
    static SqliteFile check(Path path) {
        if (Files.isDirectory(path)) {
            throw new ConnectorException(Kind.NOT_FOUND, "%s is a folder, not an SQLite file.".formatted(path));
        }
        if (!Files.exists(path)) {
            throw new ConnectorException(Kind.NOT_FOUND, "There is no file at %s.".formatted(path));
        }
        try {
            return checked(path.toAbsolutePath());
        } catch (IOException e) {
            throw new ConnectorException(Kind.NOT_FOUND, "%s cannot be read.".formatted(path.getFileName()), e);
        }
    }

    private static SqliteFile checked(Path path) throws IOException {
        long size = Files.size(path);
        byte[] header = header(path);
        if (!hasMagic(header)) {
            throw new ConnectorException(
                    Kind.DAMAGED,
                    size == 0
                            ? "%s is empty.".formatted(path.getFileName())
                            : "%s is no SQLite file, or it is encrypted, or its beginning is damaged."
                                    .formatted(path.getFileName()));
        }
        boolean writesAhead = header.length == HEADER && header[18] == 2;
        if (header.length < HEADER || (!writesAhead && size < expectedSize(header))) {
            throw new ConnectorException(
                    Kind.DAMAGED, "%s was cut short: it is smaller than it says it is.".formatted(path.getFileName()));
        }
        return new SqliteFile(path, writesAhead);
    }

    /// The size that the header names, 0 where an old program wrote it and the number means nothing.
    private static long expectedSize(byte[] header) {
        var numbers = ByteBuffer.wrap(header);
        int pageSize = numbers.getShort(16) & 0xffff;
        boolean valid = numbers.getInt(24) == numbers.getInt(92);
        return valid ? (numbers.getInt(28) & 0xffff_ffffL) * (pageSize == 1 ? 65_536 : pageSize) : 0;
    }

    private static boolean hasMagic(byte[] header) {
        return header.length >= MAGIC.length && Arrays.equals(header, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    private static byte[] header(Path path) throws IOException {
        try (var stream = Files.newInputStream(path)) {
            return stream.readNBytes(HEADER);
        }
    }
}
