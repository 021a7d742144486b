package io.hindcast.engine.payload;

import io.hindcast.event.ByteSlice;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// What the first bytes of a payload look like.
sealed interface Sniffing {
    /// @param certain whether it begins with a bracket, so that nothing else was meant
    record Json(boolean certain) implements Sniffing {}

    record Xml() implements Sniffing {}

    /// Known, and never read.
    record Refused(String reason) implements Sniffing {}

    record Unknown() implements Sniffing {}

    static Sniffing of(ByteSlice bytes) {
        int at = firstInk(bytes);
        if (at == bytes.length()) {
            return new Unknown();
        }
        return switch (bytes.at(at)) {
            case '{', '[' -> new Json(true);
            case '<' -> new Xml();
            case '"', '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 't', 'f', 'n' -> new Json(false);
            default -> Serialised.named(bytes);
        };
    }

    private static int firstInk(ByteSlice bytes) {
        int at = bytes.length() >= 3
                        && bytes.at(0) == (byte) 0xEF
                        && bytes.at(1) == (byte) 0xBB
                        && bytes.at(2) == (byte) 0xBF
                ? 3
                : 0;
        while (at < bytes.length()
                && (bytes.at(at) == ' ' || bytes.at(at) == '\n' || bytes.at(at) == '\r' || bytes.at(at) == '\t')) {
            at++;
        }
        return at;
    }

    /// Objects that some language wrote out. Reading them back would run that language's code.
    final class Serialised {
        private static final Pattern PHP = Pattern.compile("(?:[aOC]:\\d+:[{\"]|s:\\d+:\"|[ibd]:-?[0-9.E+-]+;$|N;$)");
        private static final int PHP_LOOK = 40;

        private Serialised() {}

        static Sniffing named(ByteSlice bytes) {
            if (begins(bytes, 0xAC, 0xED, 0x00, 0x05)) {
                return new Refused("a serialised Java object, which is never read back");
            }
            if (begins(bytes, 0x00, 0x01, 0x00, 0x00, 0x00, 0xFF, 0xFF, 0xFF, 0xFF)) {
                return new Refused("a serialised .NET object, which is never read back");
            }
            if (bytes.length() > 2 && bytes.at(0) == (byte) 0x80 && bytes.at(1) >= 2 && bytes.at(1) <= 5) {
                return new Refused("a Python pickle, which is never read back");
            }
            int length = Math.min(bytes.length(), PHP_LOOK);
            var start = new String(bytes.array(), bytes.offset(), length, StandardCharsets.ISO_8859_1);
            return PHP.matcher(start).lookingAt()
                    ? new Refused("a serialised PHP value, which is never read back")
                    : new Unknown();
        }

        private static boolean begins(ByteSlice bytes, int... magic) {
            if (bytes.length() < magic.length) {
                return false;
            }
            for (int i = 0; i < magic.length; i++) {
                if ((bytes.at(i) & 0xFF) != magic[i]) {
                    return false;
                }
            }
            return true;
        }
    }
}
