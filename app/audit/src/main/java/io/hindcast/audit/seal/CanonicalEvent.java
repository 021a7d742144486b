package io.hindcast.audit.seal;

import io.hindcast.event.ByteSlice;
import io.hindcast.event.EventPage;
import io.hindcast.event.Position;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;

/// The one text of an event that its hash is taken of: a flat JSON object of strings as RFC 8785 writes it, with the
/// members `data`, `id`, `metadata`, `position`, `recordedAt`, `stream`, `type`, `version`, in this order. `data` and
/// `metadata` are the SHA-256 of the bytes as they lie in the store, so that no spelling of a number matters; what the
/// store does not have is left out. For one thread, used again for the next event.
final class CanonicalEvent {
    private static final HexFormat HEX = HexFormat.of();

    private final MessageDigest digest = Hash.sha256();
    private byte[] text = new byte[512];
    private int length;

    private byte[] dataHash = new byte[0];
    private byte[] metadataHash = new byte[0];

    /// Writes the event in this row of a page that was read with bodies.
    void write(EventPage page, int row) {
        dataHash = sha256(page.data(row));
        metadataHash = sha256(page.metadata(row));
        length = 0;
        member('{', "data", HEX.formatHex(dataHash));
        page.id(row).ifPresent(id -> member(',', "id", id));
        member(',', "metadata", HEX.formatHex(metadataHash));
        if (page.isPositioned()) {
            member(',', "position", new Position(page.positionHigh(row), page.positionLow(row)).toString());
        }
        if (page.recordedSecond(row) != EventPage.NO_TIME) {
            Instant at = Instant.ofEpochSecond(page.recordedSecond(row), page.recordedNano(row));
            member(',', "recordedAt", at.toString());
        }
        member(',', "stream", page.stream(row));
        member(',', "type", page.type(row));
        if (page.version(row) != EventPage.NO_VERSION) {
            member(',', "version", Long.toString(page.version(row)));
        }
        put((byte) '}');
    }

    /// SHA-256 of what was written last.
    byte[] hash() {
        digest.update(text, 0, length);
        return digest.digest();
    }

    /// SHA-256 of the body of what was written last; then that of its metadata.
    byte[] dataHash() {
        return dataHash;
    }

    byte[] metadataHash() {
        return metadataHash;
    }

    String text() {
        return new String(text, 0, length, StandardCharsets.UTF_8);
    }

    private byte[] sha256(ByteSlice bytes) {
        digest.update(bytes.array(), bytes.offset(), bytes.length());
        return digest.digest();
    }

    private void member(char before, String name, String value) {
        put((byte) before);
        quoted(name);
        put((byte) ':');
        quoted(value);
    }

    private void quoted(String value) {
        put((byte) '"');
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        reserve(bytes.length * 6);
        for (byte one : bytes) {
            if (one < 0 || (one >= 0x20 && one != '"' && one != '\\')) {
                text[length++] = one;
            } else {
                escaped(one);
            }
        }
        put((byte) '"');
    }

    private void escaped(byte one) {
        String escape = switch (one) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\b' -> "\\b";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\f' -> "\\f";
            case '\r' -> "\\r";
            default -> "\\u%04x".formatted(one);
        };
        for (int i = 0; i < escape.length(); i++) {
            text[length++] = (byte) escape.charAt(i);
        }
    }

    private void put(byte one) {
        reserve(1);
        text[length++] = one;
    }

    private void reserve(int more) {
        if (length + more > text.length) {
            text = Arrays.copyOf(text, Math.max(text.length * 2, length + more));
        }
    }
}
