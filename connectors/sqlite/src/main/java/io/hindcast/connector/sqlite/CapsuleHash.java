package io.hindcast.connector.sqlite;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;

/// SHA-256 over the content of a capsule: all rows of [CapsuleSchema#CONTENT], each value as one byte for its kind (0
/// nothing, 1 number, 2 text, 3 bytes) and 8 bytes for a number, or 4 bytes for the length and the bytes. Bytes of the
/// file that belong to no row are not covered: they hold no content.
final class CapsuleHash {
    private final MessageDigest digest;
    private final ByteBuffer head = ByteBuffer.allocate(9);

    private CapsuleHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// 64 hexadecimal digits.
    static String of(Connection connection) throws SQLException {
        var hash = new CapsuleHash();
        for (String query : CapsuleSchema.CONTENT) {
            try (var statement = connection.prepareStatement(query);
                    var rows = statement.executeQuery()) {
                hash.take(rows);
            }
        }
        return HexFormat.of().formatHex(hash.digest.digest());
    }

    private void take(ResultSet rows) throws SQLException {
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
            for (int column = 1; column <= columns; column++) {
                take(rows.getObject(column));
            }
        }
    }

    private void take(Object value) {
        switch (value) {
            case null -> digest.update((byte) 0);
            case Number number -> digest.update(head.clear().put((byte) 1).putLong(number.longValue()).flip());
            case String text -> bytes((byte) 2, text.getBytes(StandardCharsets.UTF_8));
            case byte[] bytes -> bytes((byte) 3, bytes);
            default -> throw new IllegalStateException("SQLite has no other kind of value");
        }
    }

    private void bytes(byte kind, byte[] bytes) {
        digest.update(head.clear().put(kind).putInt(bytes.length).flip());
        digest.update(bytes);
    }
}
