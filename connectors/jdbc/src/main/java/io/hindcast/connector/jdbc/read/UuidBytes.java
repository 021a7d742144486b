package io.hindcast.connector.jdbc.read;

import io.hindcast.connector.jdbc.dialect.UnreadableValue;
import java.util.HexFormat;
import java.util.Optional;

/// UUIDs as sixteen bytes, in their own order or with the groups of the time reordered: third, second, first.
final class UuidBytes {
    private static final int BYTES = 16;
    private static final String TEXT = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    private UuidBytes() {}

    static String text(byte[] bytes, boolean reordered) {
        if (bytes.length != BYTES) {
            throw new UnreadableValue("is no UUID of 16 bytes");
        }
        String hex = HexFormat.of().formatHex(bytes);
        String plain = reordered
                ? hex.substring(8, 16) + hex.substring(4, 8) + hex.substring(0, 4) + hex.substring(16)
                : hex;
        return String.join(
                "-",
                plain.substring(0, 8),
                plain.substring(8, 12),
                plain.substring(12, 16),
                plain.substring(16, 20),
                plain.substring(20));
    }

    /// The bytes of a UUID, in hexadecimal digits; absent when the text is none as it is written here.
    static Optional<String> hex(String text, boolean reordered) {
        if (!text.matches(TEXT)) {
            return Optional.empty();
        }
        String plain = text.replace("-", "");
        return Optional.of(
                reordered
                        ? plain.substring(12, 16) + plain.substring(8, 12) + plain.substring(0, 8) + plain.substring(16)
                        : plain);
    }
}
