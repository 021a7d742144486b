package io.hindcast.connector.jdbc.read;

import io.hindcast.connector.jdbc.dialect.UnreadableValue;
import io.hindcast.connector.jdbc.layout.Step;
import io.hindcast.connector.jdbc.layout.TimeForm;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/// Works the steps of a layout off, from left to right. A [Step.Time] is left to the caller.
final class Steps {
    /// A body that unpacks to more than this is not unpacked for the sake of a header.
    private static final int LARGEST_BODY = 256 << 20;

    private Steps() {}

    static @Nullable String ofText(@Nullable String text, List<Step> steps) {
        String value = text;
        for (Step step : steps) {
            if (value == null) {
                return null;
            }
            value = one(value, step);
        }
        return value;
    }

    static @Nullable String ofBytes(byte @Nullable [] bytes, List<Step> steps) {
        byte[] value = bytes;
        for (int i = 0; i < steps.size(); i++) {
            if (value == null) {
                return null;
            }
            if (steps.get(i) instanceof Step.Unzip) {
                value = unzipped(value);
            } else if (steps.get(i) instanceof Step.Unquote) {
                value = JsonScalar.unquoted(value);
            } else if (steps.get(i) instanceof Step.Hex) {
                return ofText(HexFormat.of().formatHex(value), steps.subList(i + 1, steps.size()));
            } else if (steps.get(i) instanceof Step.Uuid(boolean reordered)) {
                return ofText(UuidBytes.text(value, reordered), steps.subList(i + 1, steps.size()));
            } else if (steps.get(i) instanceof Step.Json(String pointer)) {
                String found = JsonScalar.at(value, pointer);
                return ofText(found, steps.subList(i + 1, steps.size()));
            } else {
                return ofText(new String(value, StandardCharsets.UTF_8), steps.subList(i, steps.size()));
            }
        }
        return value == null ? null : new String(value, StandardCharsets.UTF_8);
    }

    private static @Nullable String one(String value, Step step) {
        return switch (step) {
            case Step.Before(String text) -> value.contains(text) ? value.substring(0, value.indexOf(text)) : value;
            case Step.After(String text) ->
                value.contains(text) ? value.substring(value.indexOf(text) + text.length()) : value;
            case Step.BeforeLast(String text) ->
                value.contains(text) ? value.substring(0, value.lastIndexOf(text)) : value;
            case Step.AfterLast(String text) ->
                value.contains(text) ? value.substring(value.lastIndexOf(text) + text.length()) : value;
            case Step.Without(String text) ->
                value.contains(text)
                        ? value.substring(0, value.indexOf(text)) + value.substring(value.indexOf(text) + text.length())
                        : value;
            case Step.WithoutStart(String text) ->
                value.startsWith(text) ? value.substring(text.length()) : value;
            case Step.Json(String pointer) -> JsonScalar.at(value.getBytes(StandardCharsets.UTF_8), pointer);
            case Step.Unquote _ ->
                new String(JsonScalar.unquoted(value.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
            case Step.Clock _ -> clock(value);
            case Step.Hstore _ -> HstoreText.json(HstoreText.pairs(value));
            case Step.Member(String pointer) -> {
                int brace = value.indexOf('{');
                yield brace < 0 ? null : before(value, brace, one(value.substring(brace), new Step.Json(pointer)));
            }
            case Step.HstoreMember(String key) -> {
                int quote = value.indexOf('"');
                yield quote < 0
                        ? null
                        : before(value, quote, HstoreText.pairs(value.substring(quote)).get(key));
            }
            case Step.Named(var names) -> names.getOrDefault(value, value);
            case Step.Unzip _, Step.Hex _, Step.Uuid _, Step.Time _ -> value;
        };
    }

    private static @Nullable String before(String value, int place, @Nullable String found) {
        return found == null ? null : value.substring(0, place) + found;
    }

    private static String clock(String value) {
        try {
            return Long.toString(TimeForm.clockNumber(value));
        } catch (NumberFormatException _) {
            throw new UnreadableValue("is no reading of a hybrid logical clock");
        }
    }

    private static byte[] unzipped(byte[] bytes) {
        if (bytes.length < 2) {
            return bytes;
        }
        boolean zlib = bytes[0] == 0x78 && ((bytes[0] & 0xff) << 8 | (bytes[1] & 0xff)) % 31 == 0;
        boolean gzip = bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
        if (!zlib && !gzip) {
            return bytes;
        }
        var packed = new ByteArrayInputStream(bytes);
        try (InputStream stream = zlib ? new InflaterInputStream(packed) : new GZIPInputStream(packed)) {
            byte[] plain = stream.readNBytes(LARGEST_BODY);
            if (stream.read() >= 0) {
                throw new UnreadableValue("unpacks to more than %d MB".formatted(LARGEST_BODY >> 20));
            }
            return plain;
        } catch (IOException _) {
            throw new UnreadableValue("cannot be unpacked");
        }
    }
}
