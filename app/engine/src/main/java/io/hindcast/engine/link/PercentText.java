package io.hindcast.engine.link;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Texts as parts of an address: UTF-8, with a percent sign and two digits for what an address keeps for itself.
final class PercentText {
    /// What stands as it is in a part of the path; and what else does behind the question mark.
    private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:";
    private static final String OF_VALUES = PLAIN + "/,";

    /// Why a text cannot be read.
    static final class Broken extends Exception {
        private final LookMistake mistake;

        Broken(LookMistake.Kind kind, String about) {
            super("", null, false, false);
            this.mistake = new LookMistake(kind, about);
        }

        LookMistake mistake() {
            return mistake;
        }
    }

    private PercentText() {}

    /// @return nothing when the text has half a character that UTF-8 cannot write
    static Optional<String> ofSegment(String text) {
        return text.equals(".") || text.equals("..") ? Optional.of(text.replace(".", "%2E")) : of(text, PLAIN);
    }

    /// @return nothing when the text has half a character that UTF-8 cannot write
    static Optional<String> ofValue(String text) {
        return of(text, OF_VALUES);
    }

    private static Optional<String> of(String text, String plain) {
        ByteBuffer bytes;
        try {
            bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
        var written = new StringBuilder();
        while (bytes.hasRemaining()) {
            int one = bytes.get() & 0xff;
            if (plain.indexOf(one) >= 0) {
                written.append((char) one);
            } else {
                written.append("%%%02X".formatted(one));
            }
        }
        return Optional.of(written.toString());
    }

    /// What is not behind a percent sign stands for itself, a plus sign too.
    static String read(String part) throws Broken {
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < part.length(); i++) {
            if (part.charAt(i) == '%') {
                bytes.write(code(part, i + 1));
                i += 2;
            } else {
                String one = Character.toString(part.codePointAt(i));
                bytes.writeBytes(utf8(one));
                i += one.length() - 1;
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())).toString();
        } catch (CharacterCodingException _) {
            throw new Broken(LookMistake.Kind.NO_TEXT, "");
        }
    }

    private static byte[] utf8(String character) throws Broken {
        if (Character.getType(character.codePointAt(0)) == Character.SURROGATE) {
            throw new Broken(LookMistake.Kind.NO_TEXT, "");
        }
        return character.getBytes(StandardCharsets.UTF_8);
    }

    private static int code(String part, int from) throws Broken {
        int high = from < part.length() ? Character.digit(part.charAt(from), 16) : -1;
        int low = from + 1 < part.length() ? Character.digit(part.charAt(from + 1), 16) : -1;
        if (high < 0 || low < 0) {
            throw new Broken(LookMistake.Kind.PERCENT, part.substring(from - 1, Math.min(part.length(), from + 2)));
        }
        return high * 16 + low;
    }
}
