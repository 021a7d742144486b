package io.hindcast.connector.sqlite;

import io.hindcast.connector.SourceInfo;
import io.hindcast.connector.SourceInfo.Capability;
import io.hindcast.event.EventField;
import io.hindcast.event.FieldLocation;
import io.hindcast.event.PayloadShape;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What a capsule keeps of a [SourceInfo], as names and values, and the way back.
final class CapsuleShape {
    /// What a store can do that its streams can do in a capsule too.
    private static final EnumSet<Capability> KEPT =
            EnumSet.of(Capability.GLOBAL_ORDER, Capability.DENSE_VERSIONS, Capability.RECORDED_TIME, Capability.SNAPSHOTS, Capability.DELETION_MARKS);

    private CapsuleShape() {}

    static Map<String, String> write(SourceInfo info) {
        var values = new TreeMap<String, String>();
        values.put("connector", info.connector());
        values.put("system", info.system());
        values.put("layout", info.layout());
        values.put("storeVersion", info.storeVersion());
        values.put("recognisedBy", String.join("\n", info.recognisedBy()));
        values.put("proof", info.readOnlyProof().stream().map(one -> one.check() + ": " + one.result()).collect(Collectors.joining("\n")));
        values.put("capabilities", info.capabilities().stream().filter(KEPT::contains).map(Capability::name).sorted().collect(Collectors.joining("\n")));
        put(values, "data", info.data());
        put(values, "metadata", info.metadata());
        put(values, "snapshotState", info.snapshotState());
        info.fields().forEach((field, places) -> values.put(
                "field." + field.name(),
                places.stream().map(place -> place.part() + " " + place.pointer()).collect(Collectors.joining("\n"))));
        return values;
    }

    /// @param proof what was verified of the capsule
    static SourceInfo read(Map<String, String> values, List<String> recognisedBy, List<SourceInfo.Proof> proof) {
        var capabilities = lines(values, "capabilities").stream().map(Capability::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.of(Capability.CHEAP_HEADERS, Capability.BACKWARD)));
        return new SourceInfo(
                CapsuleConnector.ID,
                values.getOrDefault("system", ""),
                values.getOrDefault("layout", ""),
                recognisedBy,
                "capsule %d of %s".formatted(CapsuleSchema.VERSION, values.getOrDefault("storeVersion", "")),
                proof,
                List.of(),
                capabilities,
                shape(values, "data"),
                shape(values, "metadata"),
                shape(values, "snapshotState"),
                fields(values));
    }

    private static void put(Map<String, String> values, String name, PayloadShape shape) {
        values.put(name + ".format", shape.format());
        values.put(name + ".root", shape.root());
        values.put(name + ".without", String.join("\n", shape.without()));
    }

    private static PayloadShape shape(Map<String, String> values, String name) {
        return new PayloadShape(
                values.getOrDefault(name + ".format", PayloadShape.Formats.SNIFFED),
                values.getOrDefault(name + ".root", ""),
                lines(values, name + ".without"));
    }

    private static Map<EventField, List<FieldLocation>> fields(Map<String, String> values) {
        var fields = new EnumMap<EventField, List<FieldLocation>>(EventField.class);
        for (EventField field : EventField.values()) {
            var places = new ArrayList<FieldLocation>();
            for (String line : lines(values, "field." + field.name())) {
                int space = line.indexOf(' ');
                places.add(new FieldLocation(FieldLocation.Part.valueOf(line.substring(0, space)), line.substring(space + 1)));
            }
            if (!places.isEmpty()) {
                fields.put(field, places);
            }
        }
        return fields;
    }

    private static List<String> lines(Map<String, String> values, String name) {
        return Optional.ofNullable(values.get(name)).filter(text -> !text.isEmpty()).map(text -> List.of(text.split("\n"))).orElse(List.of());
    }
}
