package io.hindcast.audit.template;

import io.hindcast.engine.index.HeaderIndex;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/// All headers of an index in one hash: a later run that finds the same has seen the same history of headers.
///
/// For each event in the order of reading: length and UTF-8 of the stream's name, length and UTF-8 of the type, version,
/// position (two parts), recorded microseconds and the nanoseconds beyond; numbers as 4 or 8 bytes, big-endian.
final class Headers {
    private Headers() {}

    static String sha256(HeaderIndex index) {
        MessageDigest digest = sha256Digest();
        Map<Integer, byte[]> names = new HashMap<>();
        Map<Integer, byte[]> types = new HashMap<>();
        ByteBuffer numbers = ByteBuffer.allocate(4 * Long.BYTES + Integer.BYTES);
        for (int event = 0; event < index.size(); event++) {
            digest.update(
                    names.computeIfAbsent(index.stream(event), one -> text(index.streamEntry(one).name())));
            digest.update(types.computeIfAbsent(index.type(event), one -> text(index.typeName(one))));
            numbers.clear()
                    .putLong(index.version(event))
                    .putLong(index.isPositioned() ? index.positionHigh(event) : 0)
                    .putLong(index.isPositioned() ? index.positionLow(event) : 0)
                    .putLong(index.micros(event))
                    .putInt(index.nanosOfMicro(event));
            digest.update(numbers.flip());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static byte[] text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Integer.BYTES + utf8.length)
                .putInt(utf8.length)
                .put(utf8)
                .array();
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
