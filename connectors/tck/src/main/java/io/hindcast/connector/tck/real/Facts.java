package io.hindcast.connector.tck.real;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a facts file says, found by JSON Pointer. Numbers keep the digits of the file.
public final class Facts {
    private final Object root;

    private Facts(Object root) {
        this.root = root;
    }

    static Facts read(InputStream json) throws IOException {
        try (var parser = new JsonFactory().createParser(json)) {
            parser.nextToken();
            return new Facts(value(parser));
        }
    }

    /// The scalar at a pointer.
    ///
    /// @throws IllegalArgumentException when nothing is there
    public String text(String pointer) {
        return find(pointer)
                .map(String::valueOf)
                .orElseThrow(() -> new IllegalArgumentException("the facts have nothing at " + pointer));
    }

    public long number(String pointer) {
        return Long.parseLong(text(pointer));
    }

    public boolean has(String pointer) {
        return find(pointer).isPresent();
    }

    /// The members of the object at a pointer, with whole numbers as values.
    public Map<String, Long> numbers(String pointer) {
        var numbers = new LinkedHashMap<String, Long>();
        if (find(pointer).orElse(Map.of()) instanceof Map<?, ?> object) {
            object.forEach((name, value) -> numbers.put(String.valueOf(name), Long.valueOf(String.valueOf(value))));
        }
        return numbers;
    }

    /// The elements of the array at a pointer, none when there is none.
    public List<Facts> list(String pointer) {
        return find(pointer).orElse(List.of()) instanceof List<?> list
                ? list.stream().map(Facts::new).toList()
                : List.of();
    }

    private Optional<Object> find(String pointer) {
        Object at = root;
        for (String name : pointer.substring(1).split("/")) {
            Object next = switch (at) {
                case Map<?, ?> object -> object.get(name);
                case List<?> list -> list.get(Integer.parseInt(name));
                default -> null;
            };
            if (next == null || next.equals(Optional.empty())) {
                return Optional.empty();
            }
            at = next;
        }
        return Optional.of(at);
    }

    private static Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                var object = new LinkedHashMap<String, Object>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    object.put(name, value(parser));
                }
                yield object;
            }
            case START_ARRAY -> {
                var list = new ArrayList<Object>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(parser));
                }
                yield list;
            }
            case VALUE_NULL -> Optional.empty();
            default -> parser.getText();
        };
    }
}
