package io.hindcast.connector.sqlite;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// Bodies in a capsule: one byte that says how, then the bytes as they are (0), or zlib (RFC 1950) with the capsule's
/// preset dictionary (1) after 4 bytes for the length. Bodies of one system look alike, so that the dictionary does most. For one thread.
final class CapsulePacking implements AutoCloseable {
    /// zlib looks no further back.
    static final int DICTIONARY = 32 * 1024;

    private static final byte PLAIN = 0;
    private static final byte PACKED = 1;
    private static final int HEAD = 5;

    private final byte[] dictionary;
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    private final Inflater inflater = new Inflater();

    CapsulePacking(byte[] dictionary) {
        this.dictionary = dictionary;
    }

    byte[] pack(byte[] bytes) {
        byte[] packed = new byte[bytes.length + 1];
        deflater.reset();
        deflater.setDictionary(dictionary);
        deflater.setInput(bytes);
        deflater.finish();
        int length = bytes.length < HEAD ? 0 : deflater.deflate(packed, HEAD, packed.length - HEAD);
        if (length == 0 || !deflater.finished()) {
            packed[0] = PLAIN;
            System.arraycopy(bytes, 0, packed, 1, bytes.length);
            return packed;
        }
        packed[0] = PACKED;
        for (int i = 0; i < Integer.BYTES; i++) {
            packed[1 + i] = (byte) (bytes.length >>> (8 * (3 - i)));
        }
        return Arrays.copyOf(packed, HEAD + length);
    }

    /// @throws DataFormatException when these bytes were not packed here
    byte[] unpack(byte[] packed) throws DataFormatException {
        if (packed.length == 0) {
            return packed;
        }
        if (packed[0] == PLAIN) {
            return Arrays.copyOfRange(packed, 1, packed.length);
        }
        if (packed[0] != PACKED || packed.length < HEAD) {
            throw new DataFormatException("unknown packing");
        }
        int length = 0;
        for (int i = 1; i < HEAD; i++) {
            length = length << 8 | (packed[i] & 0xff);
        }
        return inflated(packed, length);
    }

    private byte[] inflated(byte[] packed, int length) throws DataFormatException {
        if (length < 0 || length > 1_100L * packed.length) {
            throw new DataFormatException("no body packs that well");
        }
        byte[] bytes = new byte[length];
        inflater.reset();
        inflater.setInput(packed, HEAD, packed.length - HEAD);
        int done = inflater.inflate(bytes);
        if (inflater.needsDictionary()) {
            inflater.setDictionary(dictionary);
            done += inflater.inflate(bytes);
        }
        if (done != length) {
            throw new DataFormatException("the body is not as long as it says");
        }
        return bytes;
    }

    @Override
    public void close() {
        deflater.end();
        inflater.end();
    }
}
