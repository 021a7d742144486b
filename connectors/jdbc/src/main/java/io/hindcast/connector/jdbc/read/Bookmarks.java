package io.hindcast.connector.jdbc.read;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.jdbc.dialect.KeyPart;
import io.hindcast.event.Bookmark;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Keys as bookmarks and back: a letter for the order, a colon, and the parts of the key.
final class Bookmarks {
    private Bookmarks() {}

    static Bookmark of(char order, List<KeyPart> key) {
        return new Bookmark(order + ":" + key.stream().map(Bookmarks::text).collect(Collectors.joining(",")));
    }

    /// @throws ConnectorException when the bookmark is of another order or not ours
    static List<KeyPart> key(Bookmark bookmark, char order, int size) {
        String text = bookmark.text();
        if (!text.startsWith(order + ":")) {
            throw foreign();
        }
        var parts = new ArrayList<KeyPart>();
        try {
            for (String part : text.substring(2).split(",", -1)) {
                parts.add(part(part));
            }
        } catch (IllegalArgumentException _) {
            throw foreign();
        }
        if (parts.size() != size) {
            throw foreign();
        }
        return List.copyOf(parts);
    }

    /// The number that a part of a key is.
    ///
    /// @throws ConnectorException when it is none, as a bookmark from elsewhere may say
    static long number(KeyPart part) {
        return switch (part) {
            case KeyPart.Number(long value) -> value;
            // Numbers that may be larger than 64 bits with a sign are kept as texts.
            case KeyPart.Text(String digits) when digits.matches("[0-9]{1,18}") -> Long.parseLong(digits);
            case KeyPart.Text _, KeyPart.Absent _, KeyPart.Real _, KeyPart.Bytes _ -> throw foreign();
        };
    }

    private static String text(KeyPart part) {
        return switch (part) {
            case KeyPart.Absent() -> "n";
            case KeyPart.Number(long value) -> "i" + value;
            case KeyPart.Real(long bits) -> "r" + bits;
            case KeyPart.Text(String value) -> "t" + URLEncoder.encode(value, StandardCharsets.UTF_8);
            case KeyPart.Bytes(String hex) -> "b" + hex;
        };
    }

    private static KeyPart part(String text) {
        if (text.isEmpty()) {
            throw foreign();
        }
        String rest = text.substring(1);
        return switch (text.charAt(0)) {
            case 'n' -> new KeyPart.Absent();
            case 'i' -> new KeyPart.Number(Long.parseLong(rest));
            case 'r' -> new KeyPart.Real(Long.parseLong(rest));
            case 't' -> new KeyPart.Text(URLDecoder.decode(rest, StandardCharsets.UTF_8));
            case 'b' -> new KeyPart.Bytes(rest);
            default -> throw foreign();
        };
    }

    private static ConnectorException foreign() {
        return new ConnectorException(
                ConnectorException.Kind.SETTINGS, "The bookmark does not belong to this store and selection.");
    }
}
