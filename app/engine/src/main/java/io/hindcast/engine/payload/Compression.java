package io.hindcast.engine.payload;

import io.hindcast.event.ByteSlice;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/// Takes zlib and gzip off a payload, and stops at a size that no event has.
final class Compression {
    /// Larger payloads are not unpacked: a few bytes can unpack to anything.
    static final int LIMIT = 256 << 20;

    private Compression() {}

    static boolean isGzip(ByteSlice bytes) {
        return bytes.length() > 2 && bytes.at(0) == 0x1F && bytes.at(1) == (byte) 0x8B && bytes.at(2) == 8;
    }

    /// The two header bytes of zlib are a multiple of 31; a few texts that begin with x look the same.
    static boolean isZlib(ByteSlice bytes) {
        return bytes.length() > 2
                && bytes.at(0) == 0x78
                && (((bytes.at(0) & 0xFF) << 8) + (bytes.at(1) & 0xFF)) % 31 == 0;
    }

    static boolean isCompressed(ByteSlice bytes) {
        return isGzip(bytes) || isZlib(bytes);
    }

    /// @throws IOException with a clause that says why it cannot be unpacked
    static ByteSlice unpack(ByteSlice bytes, int limit) throws IOException {
        String name = isGzip(bytes) ? "gzip" : "zlib";
        var packed = new ByteArrayInputStream(bytes.array(), bytes.offset(), bytes.length());
        try (InputStream unpacking = isGzip(bytes) ? new GZIPInputStream(packed) : new InflaterInputStream(packed)) {
            return all(unpacking, bytes.length(), limit);
        } catch (IOException e) {
            String why = e.getMessage();
            throw new IOException(name + " data cannot be unpacked: " + (why == null ? "damaged" : clause(why)), e);
        }
    }

    private static ByteSlice all(InputStream unpacking, int packedSize, int limit) throws IOException {
        var plain = new ByteArrayOutputStream((int) Math.min(limit, Math.max(512L, packedSize * 4L)));
        byte[] buffer = new byte[8192];
        for (int read = unpacking.read(buffer); read >= 0; read = unpacking.read(buffer)) {
            if (plain.size() > limit - read) {
                throw new IOException("it unpacks to more than " + limit + " bytes");
            }
            plain.write(buffer, 0, read);
        }
        return ByteSlice.of(plain.toByteArray());
    }

    private static String clause(String message) {
        return message.startsWith("Unexpected end") ? "unexpected end" : message;
    }
}
