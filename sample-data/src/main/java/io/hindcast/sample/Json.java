package io.hindcast.sample;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collection;

/// Writes one JSON object, field by field, with every digit of its numbers.
final class Json {
    private final StringBuilder text = new StringBuilder(192).append('{');

    static Json object() {
        return new Json();
    }

    Json put(String name, String value) {
        quote(value, name(name));
        return this;
    }

    Json put(String name, BigDecimal value) {
        name(name).append(value.toPlainString());
        return this;
    }

    Json put(String name, long value) {
        name(name).append(value);
        return this;
    }

    Json put(String name, Json value) {
        name(name).append(value.text).append('}');
        return this;
    }

    Json put(String name, Collection<Json> values) {
        name(name).append('[');
        String separator = "";
        for (Json value : values) {
            text.append(separator).append(value.text).append('}');
            separator = ",";
        }
        text.append(']');
        return this;
    }

    byte[] bytes() {
        return (text + "}").getBytes(StandardCharsets.UTF_8);
    }

    private StringBuilder name(String name) {
        if (text.length() > 1) {
            text.append(',');
        }
        quote(name, text);
        return text.append(':');
    }

    private static void quote(String value, StringBuilder to) {
        to.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                to.append('\\').append(c);
            } else if (c < ' ') {
                to.append("\\u%04x".formatted((int) c));
            } else {
                to.append(c);
            }
        }
        to.append('"');
    }
}
