package io.hindcast.connector.files;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.ConnectorException.Kind;
import io.hindcast.event.EventField;
import io.hindcast.event.FieldLocation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds the mapping of a file: what was declared, then what CloudEvents prescribes, then what the names suggest.
final class MappingFinder {
    private static final List<String> CLOUD_STREAM = List.of("subject", "partitionkey", "source");
    private static final List<String> ENVELOPES = List.of("metadata", "meta", "headers", "context");

    private final String file;
    private final List<Row> sample;
    private final Declaration declaration;
    private final boolean anythingSeen;
    private final SampledValues values;
    private final Set<String> names = new LinkedHashSet<>();
    private final Map<Role, List<String>> chosen = new EnumMap<>(Role.class);

    MappingFinder(String file, List<? extends Row> sample, List<String> header, Declaration declaration) {
        this.file = file;
        this.sample = List.copyOf(sample);
        this.values = new SampledValues(this.sample);
        this.declaration = declaration;
        this.anythingSeen = !sample.isEmpty() || !header.isEmpty();
        names.addAll(header);
        for (Row row : sample) {
            for (int place = 0; place < row.size(); place++) {
                names.add(row.name(place));
            }
        }
    }

    /// @throws ConnectorException if stream or type is not to be found, or a declared field is missing
    Mapping mapping() {
        choose();
        for (Role needed : List.of(Role.STREAM, Role.TYPE)) {
            if (!chosen.containsKey(needed) && anythingSeen) {
                throw new ConnectorException(
                        Kind.NOT_AN_EVENT_STORE,
                        "%s holds no field for %s among %s. A mapping file can name it: %s = {field}."
                                .formatted(file, needed.meaning(), shown(), needed.key()));
            }
        }
        return new Mapping(chosen, isCloudEvents(), hasTextBody(), Set.copyOf(declaration.columns()), nested());
    }

    /// The fields of the roles that any can be found for.
    Map<Role, List<String>> found() {
        choose();
        return Map.copyOf(chosen);
    }

    /// The names of all fields, in the order in which they were met.
    Set<String> names() {
        return Collections.unmodifiableSet(names);
    }

    private void choose() {
        declaration.names().forEach(this::declared);
        if (isCloudEvents()) {
            choose(Role.STREAM, CLOUD_STREAM);
            choose(Role.VERSION, List.of("sequence"));
            choose(Role.BASE64, List.of("data_base64"));
        }
        for (Role role : Role.values()) {
            if (!chosen.containsKey(role) && !declares(role)) {
                guess(role);
            }
        }
    }

    /// Whether the records are CloudEvents whose streams nobody took from elsewhere.
    private boolean isCloudEvents() {
        return names.contains("specversion")
                && names.contains("source")
                && (!declares(Role.STREAM)
                        || CLOUD_STREAM.containsAll(declaration.names().get(Role.STREAM)));
    }

    private boolean declares(Role role) {
        return declaration.names().containsKey(role);
    }

    /// @param fields none if there is nothing that holds the role
    private void declared(Role role, List<String> fields) {
        for (String name : fields) {
            assertThere(role, name);
        }
        if (!fields.isEmpty()) {
            chosen.put(role, fields);
        }
    }

    private void assertThere(Role role, String name) {
        if (!names.contains(name) && anythingSeen) {
            throw new ConnectorException(
                    Kind.SETTINGS,
                    "The mapping names the field \"%s\" for %s, and %s has only %s."
                            .formatted(name, role.meaning(), file, shown()));
        }
    }

    private void choose(Role role, List<String> fields) {
        var there = fields.stream().filter(names::contains).toList();
        if (!there.isEmpty() && !declares(role) && values.couldBe(role, there.getFirst())) {
            chosen.put(role, there);
        }
    }

    private void guess(Role role) {
        for (String guess : role.guesses()) {
            for (String name : names) {
                if (Role.plain(name).equals(guess) && isFree(name) && values.couldBe(role, name)) {
                    chosen.put(role, List.of(name));
                    return;
                }
            }
        }
    }

    private boolean isFree(String name) {
        return chosen.values().stream().noneMatch(fields -> fields.contains(name));
    }

    /// Bodies are text inside of text if every one in the sample looks like it.
    private boolean hasTextBody() {
        var field = chosen.getOrDefault(Role.DATA, List.of());
        if (field.isEmpty()) {
            return false;
        }
        var bodies = new ArrayList<byte[]>();
        for (Row row : sample) {
            for (int place = 0; place < row.size(); place++) {
                if (row instanceof JsonRow && row.name(place).equals(field.getFirst())) {
                    row.body(place).ifPresent(bodies::add);
                }
            }
        }
        return !bodies.isEmpty() && bodies.stream().allMatch(body -> body[0] == '"' && isJsonInside(body));
    }

    private static boolean isJsonInside(byte[] body) {
        String text = JsonText.unquoted(body, 1, body.length - 1);
        return text.startsWith("{") && JsonBody.isJson(text);
    }

    private Map<EventField, FieldLocation> nested() {
        Map<EventField, FieldLocation> nested = new HashMap<>();
        for (Row row : sample) {
            for (int place = 0; place < row.size(); place++) {
                if (row instanceof JsonRow json && ENVELOPES.contains(Role.plain(row.name(place)))) {
                    for (String name : json.namesWithin(place)) {
                        String pointer = "/" + Mapping.escaped(row.name(place)) + "/" + Mapping.escaped(name);
                        fieldNamed(name).ifPresent(field -> nested.putIfAbsent(field, FieldLocation.metadata(pointer)));
                    }
                }
            }
        }
        return nested;
    }

    private static Optional<EventField> fieldNamed(String name) {
        for (Role role : Role.values()) {
            if (role.guesses().contains(Role.plain(name))
                    && !Mapping.fieldOf(role).isEmpty()) {
                return Optional.of(Mapping.fieldOf(role).getFirst());
            }
        }
        return Optional.empty();
    }

    private String shown() {
        var shown = names.stream().limit(12).map(name -> name.length() > 40 ? name.substring(0, 40) + "…" : name);
        return String.join(", ", shown.toList()) + (names.size() > 12 ? " …" : "");
    }
}
