package io.hindcast.connector.jdbc.guess;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Writes choices down as a layout file.
final class LayoutText {
    private final TableSample table;
    private final Map<Role, Choice> choices;

    LayoutText(TableSample table, Map<Role, Choice> choices) {
        this.table = table;
        this.choices = choices;
    }

    /// What a role is taken from. A table without streams is one stream, called like it; rows without a type are rows; a
    /// table without bodies has all that is left of a row in their place.
    Optional<String> value(Role role) {
        Choice choice = choices.get(role);
        if (choice != null) {
            return Optional.of(template(choice) + step(choice));
        }
        return switch (role) {
            case STREAM -> Optional.of("{stream?} or \"" + table.table().name().replace("\"", "") + "\"");
            case TYPE -> Optional.of("{type?} or \"Row\"");
            case DATA -> unused().isEmpty() ? Optional.empty() : Optional.of("{*}");
            default -> Optional.empty();
        };
    }

    private static String template(Choice choice) {
        String column = "{" + choice.column().name() + "}";
        return choice.with()
                .map(with -> choice.role() == Role.RECORDED
                        ? column + "T{" + with.name() + "}"
                        : "{" + with.name() + "}-" + column)
                .orElse(column);
    }

    private static String step(Choice choice) {
        if (choice.role() != Role.RECORDED) {
            return "";
        }
        ColumnSample column = choice.column();
        String form = Epoch.of(column)
                .map(Epoch::form)
                .orElseGet(() -> !column.isZoned() ? "utc" : column.type().startsWith("timestamp") ? "instant" : "iso");
        return " | time " + form;
    }

    /// Columns without a role; they become members of the metadata or of the body, so that nothing of a row is hidden.
    List<String> unused() {
        return table.columns().stream()
                .filter(column -> choices.values().stream().flatMap(Choice::columns).noneMatch(column::equals))
                .map(ColumnSample::name)
                .toList();
    }

    String text() {
        var lines = new ArrayList<String>();
        lines.add("# What the table %s may mean, guessed from names, types, keys and its first rows."
                .formatted(table.table().title()));
        lines.add("# Correct what is wrong; the words are explained in connectors/jdbc/README.md.");
        lines.add("system = " + table.table().name());
        lines.add("");
        lines.add("[recognise]");
        // Words are parted by spaces: in the name of a table any text may stand there, and such a column is no sign.
        lines.add("table   = " + table.table().name().replaceAll("\\s+", "*"));
        String columns = choices.values().stream()
                .flatMap(Choice::columns)
                .map(ColumnSample::name)
                .filter(name -> name.matches("\\S+"))
                .collect(Collectors.joining(" "));
        if (!columns.isEmpty()) {
            lines.add("columns = " + columns);
        }
        lines.add("");
        lines.add("[events]");
        for (Role role : Role.values()) {
            value(role).ifPresent(value -> lines.add(role.key() + " = " + value));
        }
        if (choices.containsKey(Role.DATA) && choices.get(Role.DATA).column().isXml()) {
            lines.add("data-format = xml");
        }
        if (!unused().isEmpty() && choices.containsKey(Role.DATA)) {
            lines.add("metadata-with = "
                    + unused().stream().map(name -> "{" + name + "}").collect(Collectors.joining(", ")));
        }
        return String.join("\n", lines) + "\n";
    }
}
