package io.hindcast.engine.payload;

import io.hindcast.event.ByteSlice;

/// Well-formed UTF-8 as Unicode defines it: no overlong forms, no surrogates, nothing above U+10FFFF.
final class Utf8 {
    private Utf8() {}

    /// How many bytes the character that begins here takes, 0 when it is malformed.
    static int sequence(byte[] bytes, int at, int end) {
        int first = bytes[at] & 0xFF;
        if (first < 0x80) {
            return 1;
        }
        if (first < 0xC2 || first > 0xF4) {
            return 0;
        }
        int length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        if (end - at < length) {
            return 0;
        }
        int second = bytes[at + 1] & 0xFF;
        int low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
        int high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
        if (second < low || second > high) {
            return 0;
        }
        for (int i = 2; i < length; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return length;
    }

    /// Whether the bytes are readable text: well-formed, and no control characters but tab and line ends.
    static boolean isText(ByteSlice slice) {
        int end = slice.offset() + slice.length();
        int at = slice.offset();
        while (at < end) {
            byte b = slice.array()[at];
            if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r') {
                return false;
            }
            int length = sequence(slice.array(), at, end);
            if (length == 0) {
                return false;
            }
            at += length;
        }
        return true;
    }
}
