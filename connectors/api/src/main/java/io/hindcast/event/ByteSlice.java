package io.hindcast.event;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A stretch of somebody's bytes, exactly as a store holds them: neither decoded nor copied.
///
/// The array belongs to whoever made the slice and is never written again; readers must not write it either.
/// Use [#copy()] before keeping a small slice of a large page for long.
///
/// @param array the bytes behind the slice
/// @param offset first byte, 0-based
/// @param length how many bytes
@SuppressWarnings("ArrayRecordComponent")
public record ByteSlice(byte[] array, int offset, int length) {
    private static final ByteSlice EMPTY = new ByteSlice(new byte[0], 0, 0);

    public ByteSlice {
        if (offset < 0 || length < 0 || offset > array.length - length) {
            throw new IllegalArgumentException("slice %d+%d outside %d bytes".formatted(offset, length, array.length));
        }
    }

    public static ByteSlice of(byte[] bytes) {
        return new ByteSlice(bytes, 0, bytes.length);
    }

    public static ByteSlice ofText(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    public static ByteSlice empty() {
        return EMPTY;
    }

    public boolean isEmpty() {
        return length == 0;
    }

    public byte at(int index) {
        return array[offset + index];
    }

    /// The same bytes in an array of their own.
    public byte[] copy() {
        return Arrays.copyOfRange(array, offset, offset + length);
    }

    /// The bytes read as UTF-8; malformed input becomes the replacement character.
    public String text() {
        return new String(array, offset, length, StandardCharsets.UTF_8);
    }

    /// Equal content, wherever it lies.
    @Override
    public boolean equals(Object other) {
        return other instanceof ByteSlice that
                && Arrays.equals(
                        array, offset, offset + length, that.array, that.offset, that.offset + that.length);
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + array[i];
        }
        return hash;
    }

    /// Never the content: payloads do not belong in logs.
    @Override
    public String toString() {
        return "ByteSlice[" + length + " bytes]";
    }
}
