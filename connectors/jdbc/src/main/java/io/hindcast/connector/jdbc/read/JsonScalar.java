package io.hindcast.connector.jdbc.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.hindcast.connector.jdbc.dialect.UnreadableValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Finds one scalar in JSON text by its pointer; reads no further than that, and keeps nothing of the rest.
final class JsonScalar {
    /// Reading is a loop and not recursive, so that depth and length cost nothing.
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private JsonScalar() {}

    /// The scalar as text, numbers in their own digits; null when it is not there or is JSON null.
    static @Nullable String at(byte[] json, String pointer) {
        try (var parser = JSON.createParser(json)) {
            parser.nextToken();
            for (String name : pointer.substring(1).split("/", -1)) {
                if (!enter(parser, name.replace("~1", "/").replace("~0", "~"))) {
                    return null;
                }
            }
            var token = parser.currentToken();
            return token != null && token.isScalarValue() && token != JsonToken.VALUE_NULL ? parser.getText() : null;
        } catch (IOException _) {
            throw new UnreadableValue("cannot be read as JSON");
        }
    }

    /// The text of a JSON string; JSON that is no string as it is.
    static byte[] unquoted(byte[] json) {
        try (var parser = JSON.createParser(json)) {
            return parser.nextToken() == JsonToken.VALUE_STRING
                    ? parser.getText().getBytes(StandardCharsets.UTF_8)
                    : json;
        } catch (IOException _) {
            throw new UnreadableValue("cannot be read as JSON");
        }
    }

    /// Moves to the value of a member, or of an element by its number.
    private static boolean enter(JsonParser parser, String name) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean found = name.equals(parser.currentName());
                parser.nextToken();
                if (found) {
                    return true;
                }
                parser.skipChildren();
            }
        } else if (parser.currentToken() == JsonToken.START_ARRAY) {
            int index = 0;
            for (var token = parser.nextToken();
                    token != JsonToken.END_ARRAY && token != null;
                    token = parser.nextToken()) {
                if (name.equals(Integer.toString(index++))) {
                    return true;
                }
                parser.skipChildren();
            }
        }
        return false;
    }
}
