package io.hindcast.engine.changelog;

import java.util.Arrays;

/// Writes the words of a page into few bytes, and reads one of them again: a bit for each word that is not absent, then
/// of each of those its lowest eight bits and the rest in groups of seven bits, its sign alternating. Padded to
/// [#UNIT] bytes, so that where a page begins is a number of four bytes for eight gigabytes of pages.
final class PageBytes {
    static final int UNIT = 2;

    private static final int MOST = UNIT + Places.PAGE * 10;

    private final byte[] out = new byte[MOST];
    private int used;

    /// Appends the page that begins at a word.
    ///
    /// @return where it begins, in units
    int append(long[] words, int from, Bytes target) {
        int present = 0;
        used = 1;
        for (int i = 0; i < Places.PAGE; i++) {
            long word = words[from + i];
            if (word != Word.ABSENT) {
                present |= 1 << i;
                put(word);
            }
        }
        out[0] = (byte) present;
        int padded = (used + UNIT - 1) / UNIT * UNIT;
        Arrays.fill(out, used, padded, (byte) 0);
        return (int) (target.appendAll(out, 0, padded) / UNIT);
    }

    private void put(long word) {
        out[used++] = (byte) word;
        long rest = word >> Byte.SIZE;
        long left = rest << 1 ^ rest >> 63;
        for (; (left & ~0x7FL) != 0; left >>>= 7) {
            out[used++] = (byte) ((left & 0x7F) | 0x80);
        }
        out[used++] = (byte) left;
    }

    /// @param unit where the page begins
    /// @param index which of its words
    static long word(Bytes bytes, int unit, int index) {
        long at = (unit & 0xFFFF_FFFFL) * UNIT;
        int present = bytes.byteAt(at++);
        if ((present >>> index & 1) == 0) {
            return Word.ABSENT;
        }
        for (int before = Integer.bitCount(present & (1 << index) - 1); before > 0; before--) {
            at++;
            while (bytes.byteAt(at++) < 0) {
                // one more group of the word in front
            }
        }
        long low = bytes.byteAt(at++) & 0xFF;
        long rest = 0;
        for (int shift = 0; ; shift += 7) {
            long group = bytes.byteAt(at++);
            rest |= (group & 0x7F) << shift;
            if (group >= 0) {
                break;
            }
        }
        return (rest >>> 1 ^ -(rest & 1)) << Byte.SIZE | low;
    }
}
