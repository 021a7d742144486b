package io.hindcast.house.stores;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An event of a store as Hindcast tells it, with an amount in its body that somebody may alter.
///
/// @param version "" where the store has none
/// @param position "" where the store has none
/// @param id "" where the store has none
/// @param amount as it stands in the body, digit for digit
record ReviewedEvent(String stream, String category, String version, String position, String id, String amount) {
    private static final Pattern AMOUNT = Pattern.compile("(?i)\"amount\":\\s*\"?([1-9][0-9]*\\.[0-9]+)");

    /// Whether a line of `events -o ndjson` has such an amount.
    static boolean fits(String line) {
        return AMOUNT.matcher(line).find();
    }

    static ReviewedEvent of(String line, JsonNode event) {
        Matcher amount = AMOUNT.matcher(line);
        if (!amount.find()) {
            throw new IllegalArgumentException("no amount");
        }
        return new ReviewedEvent(
                event.path("stream").asText(),
                event.path("category").asText(),
                text(event, "version"),
                text(event, "position"),
                text(event, "eventId"),
                amount.group(1));
    }

    private static String text(JsonNode event, String member) {
        return event.hasNonNull(member) ? event.get(member).asText() : "";
    }

    /// Another amount of the same length.
    String otherAmount() {
        return (amount.charAt(0) == '9' ? '8' : '9') + amount.substring(1);
    }

    /// A condition over a row, with what is said of this event in it.
    String in(String condition) {
        return condition
                .replace(":stream", quoted(stream))
                .replace(":version", version)
                .replace(":position", position)
                .replace(":id", quoted(id));
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
