package io.hindcast.connector.files;

import io.hindcast.event.EventField;
import io.hindcast.event.FieldLocation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which field of a record means what.
///
/// @param names for each role the fields that can hold it: the first one that holds something wins
/// @param cloudEvents whether the records are CloudEvents, whose category is in their source
/// @param textBody whether bodies are JSON text inside of a text
/// @param columns the fields that make up the body where no field is the body; all that have no role if empty
/// @param nested further places of a common field, inside of a member that holds metadata
record Mapping(
        Map<Role, List<String>> names,
        boolean cloudEvents,
        boolean textBody,
        Set<String> columns,
        Map<EventField, FieldLocation> nested) {

    /// What a field is for: the first choice of a role, or a replacement.
    record Use(Role role, int rank) {}

    Mapping {
        names = Map.copyOf(names);
        columns = Set.copyOf(columns);
        nested = Map.copyOf(nested);
    }

    boolean has(Role role) {
        return names.containsKey(role);
    }

    boolean hasBody() {
        return has(Role.DATA) || has(Role.BASE64);
    }

    Map<String, Use> uses() {
        Map<String, Use> uses = new HashMap<>();
        names.forEach((role, fields) -> {
            for (int rank = 0; rank < fields.size(); rank++) {
                uses.putIfAbsent(fields.get(rank), new Use(role, rank));
            }
        });
        return uses;
    }

    /// Where the common fields lie in the metadata that the reader writes.
    Map<EventField, List<FieldLocation>> fields() {
        Map<EventField, List<FieldLocation>> fields = new EnumMap<>(EventField.class);
        names.forEach((role, places) -> {
            for (EventField field : fieldOf(role)) {
                places.forEach(name -> fields.computeIfAbsent(field, _ -> new ArrayList<>())
                        .add(FieldLocation.metadata("/" + escaped(name))));
            }
        });
        nested.forEach((field, place) ->
                fields.computeIfAbsent(field, _ -> new ArrayList<>()).add(place));
        return fields;
    }

    static List<EventField> fieldOf(Role role) {
        return switch (role) {
            case ACTOR -> List.of(EventField.ACTOR);
            case CORRELATION_ID -> List.of(EventField.CORRELATION_ID);
            case CAUSATION_ID -> List.of(EventField.CAUSATION_ID);
            case EFFECTIVE_AT -> List.of(EventField.EFFECTIVE_AT);
            case TENANT -> List.of(EventField.TENANT);
            case STREAM, TYPE, RECORDED_AT, VERSION, POSITION, ID, CATEGORY, DATA, BASE64 -> List.of();
        };
    }

    /// A name as a part of a JSON Pointer.
    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
