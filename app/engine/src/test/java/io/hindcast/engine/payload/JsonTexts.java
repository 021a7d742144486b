package io.hindcast.engine.payload;

import java.util.Random;

/// Makes valid JSON texts with everything that is rare in them. Each object has each name once.
final class JsonTexts {
    private final Random random;
    private final StringBuilder text = new StringBuilder();

    private JsonTexts(Random random) {
        this.random = random;
    }

    static String any(Random random) {
        var texts = new JsonTexts(random);
        texts.space();
        texts.value(1 + random.nextInt(5));
        texts.space();
        return texts.text.toString();
    }

    private void value(int depth) {
        switch (random.nextInt(depth > 0 ? 9 : 6)) {
            case 0 -> text.append("true");
            case 1 -> text.append("false");
            case 2 -> text.append("null");
            case 3, 4 -> number();
            case 5 -> string("");
            case 6 -> list(depth);
            default -> object(depth);
        }
    }

    private void list(int depth) {
        text.append('[');
        space();
        int size = random.nextInt(5);
        for (int i = 0; i < size; i++) {
            separator(i);
            value(depth - 1);
            space();
        }
        text.append(']');
    }

    private void object(int depth) {
        text.append('{');
        space();
        int size = random.nextInt(20) == 0 ? 30 + random.nextInt(40) : random.nextInt(6);
        for (int i = 0; i < size; i++) {
            separator(i);
            string(Integer.toString(i));
            space();
            text.append(':');
            space();
            value(size > 6 ? 0 : depth - 1);
            space();
        }
        text.append('}');
    }

    private void separator(int index) {
        if (index > 0) {
            text.append(',');
            space();
        }
    }

    private void space() {
        for (int i = random.nextInt(8) - 5; i > 0; i--) {
            text.append(" \t\r\n".charAt(random.nextInt(4)));
        }
    }

    private void number() {
        text.append(random.nextInt(3) == 0 ? "-" : "");
        if (random.nextInt(4) == 0) {
            text.append('0');
        } else {
            text.append(1 + random.nextInt(9));
            digits(random.nextInt(random.nextInt(4) == 0 ? 40 : 18));
        }
        if (random.nextBoolean()) {
            text.append('.');
            digits(1 + random.nextInt(random.nextInt(4) == 0 ? 30 : 4));
        }
        if (random.nextInt(5) == 0) {
            text.append(random.nextBoolean() ? 'e' : 'E');
            text.append(new String[] {"", "+", "-"}[random.nextInt(3)]);
            digits(1 + random.nextInt(3));
        }
    }

    private void digits(int count) {
        for (int i = 0; i < count; i++) {
            text.append((char) ('0' + random.nextInt(10)));
        }
    }

    private void string(String unique) {
        text.append('"').append(unique);
        int length = random.nextInt(random.nextInt(5) == 0 ? 60 : 12);
        for (int i = 0; i < length; i++) {
            character(!unique.isEmpty());
        }
        text.append('"');
    }

    private void character(boolean inName) {
        switch (random.nextInt(12)) {
            case 0 -> text.append('\\').append("\"\\/bfnrt".charAt(random.nextInt(8)));
            case 1 -> text.append("\\u%04x".formatted(random.nextInt(0xD800)));
            case 2 -> text.append("\\uD83D\\uDE%02X".formatted(random.nextInt(64)));
            // Halves of surrogate pairs: RFC 8259 allows them everywhere, Jackson not in names.
            case 3 -> text.append(!inName && random.nextInt(4) == 0 ? "\\ud8%02x".formatted(random.nextInt(256)) : "x");
            case 4 -> text.appendCodePoint(0x80 + random.nextInt(0x700));
            case 5 -> text.appendCodePoint(0x3040 + random.nextInt(0x100));
            case 6 -> text.appendCodePoint(0x1F600 + random.nextInt(64));
            default -> text.append((char) ('a' + random.nextInt(26)));
        }
    }
}
