package io.hindcast.connector.files;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.MappingGuess;
import io.hindcast.connector.MappingGuess.Part;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the fields of one file may mean, for a person to look at: what opening would take by itself, and behind that
/// what the values of the first records suggest.
final class FileGuess {
    private static final int SAMPLES = 3;
    private static final List<Role> SHOWN = List.of(
            Role.STREAM, Role.CATEGORY, Role.VERSION, Role.POSITION, Role.ID, Role.TYPE, Role.RECORDED_AT, Role.DATA,
            Role.BASE64, Role.EFFECTIVE_AT, Role.ACTOR, Role.CORRELATION_ID, Role.CAUSATION_ID, Role.TENANT);

    private final FileRecords records;
    private final List<String> names;
    private final FieldValues values;
    private final Map<Role, List<String>> chosen = new EnumMap<>(Role.class);
    private final Map<Role, String> because = new EnumMap<>(Role.class);

    private FileGuess(FileRecords records) {
        this.records = records;
        var finder = new MappingFinder(records.file().name(), records.sample(), records.header(), Declaration.none());
        finder.found().forEach((role, fields) -> take(role, fields, reasonOfName(role)));
        names = List.copyOf(finder.names());
        values = new FieldValues(new SampledValues(records.sample()));
        for (Role role : FieldValues.TELLING) {
            names.stream()
                    .filter(this::isFree)
                    .filter(name -> !chosen.containsKey(role))
                    .filter(name -> values.suggest(role, name))
                    .max(values.likeliest(role, names))
                    .ifPresent(name -> take(role, List.of(name), FieldValues.reason(role)));
        }
    }

    /// @throws ConnectorException if the file cannot be read or holds no records
    static MappingGuess of(Path path) {
        try (var file = MappedFile.open(path)) {
            return new FileGuess(new FileRecords(file, Declaration.none())).shown();
        }
    }

    private void take(Role role, List<String> fields, String reason) {
        chosen.put(role, fields);
        because.put(role, reason);
    }

    private static String reasonOfName(Role role) {
        return switch (role) {
            case VERSION, POSITION -> "its name says so, and it holds whole numbers";
            case STREAM, TYPE, RECORDED_AT, ID, CATEGORY, DATA, BASE64 -> "its name says so";
            case EFFECTIVE_AT, ACTOR, CORRELATION_ID, CAUSATION_ID, TENANT -> "its name says so";
        };
    }

    private boolean isFree(String name) {
        return chosen.values().stream().noneMatch(fields -> fields.contains(name));
    }

    private MappingGuess shown() {
        return new MappingGuess(
                records.file().name(),
                text(),
                SHOWN.stream().map(this::part).flatMap(Optional::stream).toList(),
                names.stream().filter(this::isFree).toList(),
                SHOWN.stream().map(Role::key).toList());
    }

    private Optional<Part> part(Role role) {
        return Optional.ofNullable(chosen.get(role))
                .map(fields -> new Part(
                        role.key(),
                        FieldNames.written(fields),
                        because.getOrDefault(role, ""),
                        values.first(fields.getFirst(), SAMPLES),
                        names.stream()
                                .filter(this::isFree)
                                .filter(name -> values.suggest(role, name))
                                .toList()));
    }

    private String text() {
        var lines = new ArrayList<String>();
        lines.add("# What the fields of %s may mean, guessed from their names and the first records."
                .formatted(records.file().name().replaceAll("\\R", " ")));
        lines.add("# Correct what is wrong; the words are explained in connectors/README.md.");
        lines.add(Declaration.SECTION);
        Arrays.stream(Role.values())
                .filter(chosen::containsKey)
                .forEach(role -> lines.add(role.key() + " = " + FieldNames.written(chosen.getOrDefault(role, List.of()))));
        records.csv().ifPresent(format -> {
            lines.add("# delimiter = " + (format.delimiter() == '\t' ? "tab" : format.delimiter()));
            lines.add("# encoding = " + format.encoding().name());
        });
        if (values.hasLocalTimes(chosen.getOrDefault(Role.RECORDED_AT, List.of()))) {
            lines.add("# zone = Europe/Berlin");
        }
        return String.join("\n", lines) + "\n";
    }
}
