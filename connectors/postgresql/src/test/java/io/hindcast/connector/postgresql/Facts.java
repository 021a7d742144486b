package io.hindcast.connector.postgresql;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/// The ground truth beside a real store, computed by an independent generator.
record Facts(Map<?, ?> root) {
    static Facts of(String store) {
        var file = TestServer.folder(store).resolve("facts.json.gz");
        try (var plain = new GZIPInputStream(Files.newInputStream(file));
                var parser = new JsonFactory().createParser(plain)) {
            parser.nextToken();
            return new Facts((Map<?, ?>) value(parser));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The value at a path of member names; numbers and truth values as they are written.
    Object at(String... path) {
        Object here = root;
        for (String name : path) {
            here = here instanceof Map<?, ?> members && members.get(name) != null ? members.get(name) : "";
        }
        return here;
    }

    long number(String... path) {
        return Long.parseLong(at(path).toString());
    }

    /// An object whose members are whole numbers.
    Map<String, Long> counts(String... path) {
        var counts = new LinkedHashMap<String, Long>();
        ((Map<?, ?>) at(path)).forEach((name, count) -> counts.put(name.toString(), Long.valueOf(count.toString())));
        return counts;
    }

    /// What is known of some streams, without those that are gone from the store.
    List<Facts> streams() {
        return ((List<?>) at("streams"))
                .stream()
                        .map(stream -> new Facts((Map<?, ?>) stream))
                        .filter(stream -> !stream.at("hardDeleted").equals("true"))
                        .toList();
    }

    private static Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                var members = new LinkedHashMap<String, Object>();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    members.put(name, value(parser));
                }
                yield members;
            }
            case START_ARRAY -> {
                var items = new ArrayList<Object>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(value(parser));
                }
                yield items;
            }
            default -> parser.getText();
        };
    }
}
