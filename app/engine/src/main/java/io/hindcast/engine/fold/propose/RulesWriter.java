package io.hindcast.engine.fold.propose;

import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Writes what was found as a fold of a rules file. Event types that do the same stand together.
final class RulesWriter {
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern PLAIN_PATH = Pattern.compile("(/[A-Za-z0-9_.~-]+)+");
    private static final List<String> ORDER = List.of("set", "update", "add", "subtract", "count");

    private final StringBuilder text = new StringBuilder();
    private final Set<String> ambiguous = new HashSet<>();

    /// Whether the language can say this path without quotes.
    static boolean canSay(String path) {
        return PLAIN_PATH.matcher(path).matches();
    }

    /// Whether a field can be the target of a rule.
    static boolean canWriteTo(String field) {
        return field.length() > 1 && field.chars().noneMatch(c -> c == '{' || c == '}');
    }

    /// Whether a type can stand before the colon of a rule.
    static boolean canName(String type) {
        return !type.isBlank() && type.equals(type.strip()) && type.chars().noneMatch(c -> c < ' ' || ",|*".indexOf(c) >= 0);
    }

    /// Names out of a store must not end a comment.
    static String onOneLine(String text) {
        return text.replaceAll("\\p{Cntrl}|[\\u0085\\u2028\\u2029]", " ");
    }

    static String write(History history, SequencedMap<String, FieldModel> models, List<String> comments) {
        return new RulesWriter().fold(history, models, comments);
    }

    private String fold(History history, SequencedMap<String, FieldModel> models, List<String> comments) {
        var simple = new HashSet<String>();
        history.paths.keySet().stream()
                .map(RulesWriter::simpleName)
                .filter(name -> !simple.add(name))
                .forEach(ambiguous::add);
        comments.forEach(comment -> line("# " + onOneLine(comment)));
        line("fold: " + quoted("proposed " + (history.category.isEmpty() ? "fold" : history.category)));
        line("category: " + quoted(history.category));
        var starts = models.entrySet().stream()
                .filter(model -> model.getValue().isSum())
                .map(model -> FieldPath.parse(model.getKey()).steps())
                .toList();
        if (!starts.isEmpty()) {
            line("start: " + zeros(starts));
        }
        if (!history.root.isRoot()) {
            line("snapshot: { root: " + quoted(history.root.toString()) + " }");
        }
        var operations = operations(models);
        var silent = history.paths.keySet().stream()
                .filter(RulesWriter::canName)
                .filter(type -> !operations.containsKey(type) && !history.checkpoints.isEmpty())
                .toList();
        line(operations.isEmpty() && silent.isEmpty() ? "on: {}" : "on:");
        grouped(operations).forEach((lines, types) -> {
            line("  " + names(types) + ":");
            lines.forEach(operation -> line("    " + operation));
        });
        if (!silent.isEmpty()) {
            line("  # no snapshot shows that these change anything");
            line("  " + names(silent) + ": ignore");
        }
        return text.toString();
    }

    /// Fields with zeros in them; those that lie deeper, in fields of their own.
    private static String zeros(List<List<String>> paths) {
        var byName = new LinkedHashMap<String, List<List<String>>>();
        for (List<String> path : paths) {
            var below = byName.computeIfAbsent(path.getFirst(), _ -> new ArrayList<>());
            if (path.size() > 1) {
                below.add(path.subList(1, path.size()));
            }
        }
        return byName.entrySet().stream()
                .map(one -> quoted(one.getKey()) + ": " + (one.getValue().isEmpty() ? "0" : zeros(one.getValue())))
                .collect(Collectors.joining(", ", "{ ", " }"));
    }

    /// Types as rules name them: by their simple names where these are clear.
    private String names(List<String> types) {
        var names = types.stream()
                .map(type -> ambiguous.contains(simpleName(type)) || simpleName(type).isBlank() ? type : simpleName(type))
                .toList();
        String joined = String.join(", ", names);
        return names.stream().allMatch(name -> PLAIN_NAME.matcher(name).matches()) && names.size() > 1
                ? joined
                : quoted(joined);
    }

    private static String simpleName(String type) {
        return type.replaceFirst("^.*[.:/$]", "");
    }

    private static SequencedMap<List<String>, List<String>> grouped(SequencedMap<String, List<String>> operations) {
        var grouped = new LinkedHashMap<List<String>, List<String>>();
        operations.forEach((type, lines) ->
                grouped.computeIfAbsent(lines, _ -> new ArrayList<>()).add(type));
        return grouped;
    }

    /// The lines of each event type.
    private static SequencedMap<String, List<String>> operations(SequencedMap<String, FieldModel> models) {
        var parts = new TreeMap<String, TreeMap<String, List<String>>>();
        models.forEach((field, model) -> byTypeAndWord(model).forEach((type, words) -> words.forEach((word, values) ->
                parts.computeIfAbsent(type, _ -> new TreeMap<>())
                        .computeIfAbsent(word, _ -> new ArrayList<>())
                        .add(word.equals("count") ? name(field) : name(field) + ": " + joined(values)))));
        var lines = new LinkedHashMap<String, List<String>>();
        parts.forEach((type, words) -> lines.put(
                type,
                ORDER.stream()
                        .filter(words::containsKey)
                        .map(word -> word.equals("count")
                                ? "count: [" + String.join(", ", words.getOrDefault(word, List.of())) + "]"
                                : word + ": { " + String.join(", ", words.getOrDefault(word, List.of())) + " }")
                        .toList()));
        return lines;
    }

    /// What each event type does to one field, by the word for it; several amounts of one event come together.
    private static SequencedMap<String, SequencedMap<String, List<String>>> byTypeAndWord(FieldModel model) {
        var types = new TreeMap<String, SequencedMap<String, List<String>>>();
        for (Effect effect : model.effects()) {
            var operation = operation(effect);
            types.computeIfAbsent(effect.type(), _ -> new TreeMap<>())
                    .computeIfAbsent(operation.word, _ -> new ArrayList<>())
                    .add(operation.value);
        }
        return new TreeMap<>(types);
    }

    private static String joined(List<String> values) {
        return values.size() == 1
                ? values.getFirst()
                : String.join(
                        " + ",
                        values.stream()
                                .map(value -> value.contains(" or ") ? "(" + value + ")" : value)
                                .toList());
    }

    private record Operation(String word, String value) {}

    private static Operation operation(Effect effect) {
        return switch (effect) {
            case Effect.Takes(_, var path, var asNumber) ->
                new Operation("update", asNumber ? "number(" + path + ")" : path);
            case Effect.Becomes(_, var constant) -> new Operation("set", constant(constant));
            case Effect.Moves(_, var path, var up, var always) ->
                new Operation(up ? "add" : "subtract", always ? path : path + " or 0");
            case Effect.Counts(_, var up) -> up ? new Operation("count", "") : new Operation("subtract", "1");
        };
    }

    private static String constant(StateValue value) {
        return switch (value) {
            case Text word -> quoted(word.value());
            case Bool flag -> Boolean.toString(flag.value());
            case Num number -> number.digits();
            default -> "null";
        };
    }

    private static String name(String field) {
        var path = FieldPath.parse(field);
        return path.steps().size() == 1 ? quoted(path.steps().getFirst()) : quoted(field);
    }

    /// A word as it is, anything else in double quotes.
    private static String quoted(String word) {
        if (PLAIN_NAME.matcher(word).matches() && !List.of("true", "false", "null").contains(word)) {
            return word;
        }
        var quoted = new StringBuilder("\"");
        word.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (c < ' ' || c == 0x7f || c == 0x85 || c == 0x2028 || c == 0x2029 || c == 0xfeff) {
                quoted.append("\\u%04x".formatted(c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
