package io.hindcast.report.pdf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// The colour space sRGB as an ICC profile of version 2, made here from the numbers of IEC 61966-2-1: a page that must look
/// the same in thirty years says what its colours mean, and no profile of somebody else needs to be carried along.
final class SrgbProfile {
    private static final int HEADER = 128;
    private static final int ENTRY = 12;
    private static final int CURVE_POINTS = 1_024;

    /// Media white and the three primaries, adapted to D50, as signed 15.16 fixed-point numbers.
    private static final int[] WHITE = {0xF6D6, 0x10000, 0xD32D};
    private static final int[] RED = {0x6FA2, 0x38F5, 0x390};
    private static final int[] GREEN = {0x6299, 0xB785, 0x18DA};
    private static final int[] BLUE = {0x24A0, 0xF84, 0xB6CF};

    private SrgbProfile() {}

    static byte[] bytes() {
        byte[] description = description();
        byte[] rights = text("No rights reserved");
        byte[] curve = curve();
        byte[][] contents = {description, rights, xyz(WHITE), xyz(RED), xyz(GREEN), xyz(BLUE), curve};
        String[] tags = {"desc", "cprt", "wtpt", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC"};
        int offset = HEADER + Integer.BYTES + tags.length * ENTRY;
        int size = offset;
        for (byte[] content : contents) {
            size += content.length;
        }
        ByteBuffer profile = ByteBuffer.allocate(size);
        header(profile, size);
        profile.position(HEADER);
        profile.putInt(tags.length);
        for (int i = 0; i < tags.length; i++) {
            byte[] content = contents[Math.min(i, contents.length - 1)]; // the three curves are one
            profile.put(ascii(tags[i])).putInt(offset).putInt(content.length);
            offset += i < contents.length - 1 ? content.length : 0;
        }
        for (byte[] content : contents) {
            profile.put(content);
        }
        return profile.array();
    }

    private static void header(ByteBuffer profile, int size) {
        profile.putInt(size).putInt(0).putInt(0x02100000);
        profile.put(ascii("mntrRGB XYZ "));
        for (short part : new short[] {2026, 1, 1, 0, 0, 0}) {
            profile.putShort(part);
        }
        profile.put(ascii("acsp"));
        profile.position(68);
        profile.putInt(WHITE[0]).putInt(WHITE[1]).putInt(WHITE[2]);
    }

    private static byte[] xyz(int[] numbers) {
        return ByteBuffer.allocate(20)
                .put(ascii("XYZ "))
                .putInt(0)
                .putInt(numbers[0])
                .putInt(numbers[1])
                .putInt(numbers[2])
                .array();
    }

    private static byte[] text(String text) {
        byte[] ascii = ascii(text);
        return ByteBuffer.allocate(padded(8 + ascii.length + 1))
                .put(ascii("text"))
                .putInt(0)
                .put(ascii)
                .array();
    }

    /// The name, in ASCII alone; the places for other scripts stay empty.
    private static byte[] description() {
        byte[] name = ascii("sRGB");
        return ByteBuffer.allocate(padded(12 + name.length + 1 + 8 + 3 + 67))
                .put(ascii("desc"))
                .putInt(0)
                .putInt(name.length + 1)
                .put(name)
                .array();
    }

    /// From a stored component to light.
    private static byte[] curve() {
        ByteBuffer curve = ByteBuffer.allocate(padded(12 + CURVE_POINTS * Short.BYTES));
        curve.put(ascii("curv")).putInt(0).putInt(CURVE_POINTS);
        for (int i = 0; i < CURVE_POINTS; i++) {
            double stored = i / (CURVE_POINTS - 1.0);
            double light = stored <= 0.04045 ? stored / 12.92 : Math.pow((stored + 0.055) / 1.055, 2.4);
            curve.putShort((short) Math.round(light * 65_535));
        }
        return curve.array();
    }

    private static int padded(int length) {
        return (length + 3) / 4 * 4;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
