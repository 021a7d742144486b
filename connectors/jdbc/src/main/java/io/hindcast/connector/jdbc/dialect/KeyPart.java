package io.hindcast.connector.jdbc.dialect;

import java.util.HexFormat;

/// One value of the key by which a reader goes on after the last row; exact, and restorable from text.
public sealed interface KeyPart {
    record Absent() implements KeyPart {}

    @SuppressWarnings("AvoidCommonTypeNames") // always said with KeyPart before it
    record Number(long value) implements KeyPart {}

    /// A real number, kept by its bits.
    record Real(long bits) implements KeyPart {}

    record Text(String value) implements KeyPart {}

    /// Bytes as hexadecimal digits.
    record Bytes(String hex) implements KeyPart {
        public byte[] array() {
            return HexFormat.of().parseHex(hex);
        }
    }
}
