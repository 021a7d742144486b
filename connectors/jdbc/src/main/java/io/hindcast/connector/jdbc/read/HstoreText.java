package io.hindcast.connector.jdbc.read;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.hindcast.connector.jdbc.dialect.UnreadableValue;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads `"key"=>"value", "other"=>NULL` as PostgreSQL writes it: quotes and backslashes inside of texts stand behind a
/// backslash, and NULL without quotes is no text.
final class HstoreText {
    private final String text;
    private int at;

    private HstoreText(String text) {
        this.text = text;
    }

    /// The pairs in the order in which they stand.
    ///
    /// @throws UnreadableValue when the text is not of this form
    static Map<String, @Nullable String> pairs(String text) {
        return new HstoreText(text.strip()).all();
    }

    /// The pairs as a JSON object of texts and nulls.
    static String json(Map<String, @Nullable String> pairs) {
        var json = new StringBuilder("{");
        pairs.forEach((key, value) -> {
            json.append(json.length() == 1 ? "" : ",").append(quoted(key)).append(':');
            json.append(value == null ? "null" : quoted(value));
        });
        return json.append('}').toString();
    }

    private static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }

    private Map<String, @Nullable String> all() {
        var pairs = new LinkedHashMap<String, @Nullable String>();
        while (at < text.length()) {
            if (!pairs.isEmpty()) {
                expect(",");
                skipSpace();
            }
            String key = quoted();
            expect("=>");
            pairs.put(key, text.startsWith("NULL", at) ? absent() : quoted());
        }
        return pairs;
    }

    private @Nullable String absent() {
        at += "NULL".length();
        return null;
    }

    private String quoted() {
        expect("\"");
        var inside = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) == '\\') {
                at++;
            }
            if (at < text.length()) {
                inside.append(text.charAt(at++));
            }
        }
        expect("\"");
        return inside.toString();
    }

    private void skipSpace() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    private void expect(String sign) {
        if (!text.startsWith(sign, at)) {
            throw new UnreadableValue("is not written as an hstore");
        }
        at += sign.length();
    }
}
