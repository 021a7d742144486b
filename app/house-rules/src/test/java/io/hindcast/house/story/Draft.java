package io.hindcast.house.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hindcast.connector.jdbc.layout.Piece;
import io.hindcast.connector.jdbc.layout.Step;
import io.hindcast.connector.jdbc.layout.TimeForm;
import io.hindcast.connector.jdbc.layout.Value;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A row that is being made up so that a layout's values read what is wanted: every step is walked backwards. Cells are
/// texts, [Long]s, bytes, [OffsetDateTime]s, [LocalDateTime]s, or JSON that is still growing.
final class Draft {
    /// Cells by the name of the joined table ("" for the table itself) and the column.
    private final Map<Piece.Column, Object> cells = new LinkedHashMap<>();
    private final boolean timesAreText;

    /// @param timesAreText whether the database has no types of time
    Draft(boolean timesAreText) {
        this.timesAreText = timesAreText;
    }

    Map<Piece.Column, Object> cells() {
        return cells;
    }

    boolean holds(Value value) {
        return value.columns().allMatch(column -> cells.containsKey(key(column)));
    }

    @Nullable
    Object cell(Piece.Column column) {
        return cells.get(key(column));
    }

    void set(Piece.Column column, Object value) {
        cells.putIfAbsent(key(column), value);
    }

    private static Piece.Column key(Piece.Column column) {
        return new Piece.Column(column.name(), false);
    }

    /// Makes the value read this text or number.
    void place(Value value, Object wanted) {
        int inside = indexOf(value.steps(), Step.Json.class);
        int member = indexOf(value.steps(), Step.Member.class);
        int place = Math.max(inside, member);
        Object raw = wanted;
        var after = value.steps().subList(place + 1, value.steps().size());
        for (int i = after.size() - 1; i >= 0; i--) {
            boolean again = i > 0 && after.get(i) instanceof Step.WithoutStart && after.get(i - 1) instanceof Step.WithoutStart;
            raw = again ? raw : before(after.get(i), raw);
        }
        if (place < 0) {
            spread(value.pieces(), raw);
        } else if (inside >= 0) {
            put(tree(onlyColumn(value)), ((Step.Json) value.steps().get(inside)).pointer(), node(raw));
        } else {
            put(tree(value.columns().toList().getLast()), ((Step.Member) value.steps().get(member)).pointer(), node(raw));
            set(value.columns().findFirst().orElseThrow(), "App.on(Event)");
        }
    }

    /// Makes the value read this instant.
    void place(Value value, Instant at) {
        var form = value.timeForm().orElseThrow();
        var rest = new Value(value.pieces(), value.steps().subList(0, value.steps().size() - 1));
        place(rest, rest.plainColumn().isPresent() ? stored(form, at) : written(form, at));
    }

    private Object stored(TimeForm form, Instant at) {
        return switch (form) {
            case INSTANT -> timesAreText ? at.toString() : at.atOffset(ZoneOffset.UTC);
            case UTC -> timesAreText ? written(form, at) : LocalDateTime.ofInstant(at, ZoneOffset.UTC);
            default -> written(form, at);
        };
    }

    private static Object written(TimeForm form, Instant at) {
        return switch (form) {
            case INSTANT, ISO -> at.toString();
            case UTC -> LocalDateTime.ofInstant(at, ZoneOffset.UTC).toString().replace('T', ' ');
            case MILLIS -> at.toEpochMilli();
            case SECONDS -> at.getEpochSecond();
            case MICROS -> at.toEpochMilli() * 1000;
            case HLC -> Long.toString(at.toEpochMilli(), 36) + "-00000";
        };
    }

    /// Makes the value a JSON body, at a place in it.
    void placeBody(Value value, String root, ObjectNode body) {
        int inside = indexOf(value.steps(), Step.Json.class);
        var column = onlyColumn(value);
        if (inside >= 0) {
            put(tree(column), ((Step.Json) value.steps().get(inside)).pointer(), node(body.toString()));
        } else if (root.isEmpty()) {
            tree(column).setAll(body.deepCopy());
        } else {
            put(tree(column), root, body.deepCopy());
        }
    }

    private static Piece.Column onlyColumn(Value value) {
        return value.columns().findFirst().orElseThrow();
    }

    ObjectNode tree(Piece.Column column) {
        return (ObjectNode) cells.computeIfAbsent(key(column), _ -> JsonNodeFactory.instance.objectNode());
    }

    static void put(ObjectNode tree, String pointer, JsonNode value) {
        String[] names = pointer.substring(1).split("/", -1);
        ObjectNode at = tree;
        for (int i = 0; i < names.length - 1; i++) {
            at = at.has(names[i]) ? (ObjectNode) at.get(names[i]) : at.putObject(names[i]);
        }
        at.set(names[names.length - 1], value);
    }

    private static JsonNode node(Object value) {
        return value instanceof Long number
                ? JsonNodeFactory.instance.numberNode(number)
                : JsonNodeFactory.instance.textNode(value.toString());
    }

    /// What a step makes the value out of.
    private static Object before(Step step, Object value) {
        return switch (step) {
            case Step.After(String mark) -> "x" + mark + value;
            case Step.AfterLast(String mark) -> "x" + mark + value;
            case Step.WithoutStart(String start) -> value.toString().startsWith(start) ? value : start + value;
            case Step.Uuid(boolean reordered) -> bytes(value.toString(), reordered);
            case Step.Hex _ -> HexFormat.of().parseHex(value.toString().replace("-", ""));
            case Step.Named(var names) -> names.entrySet().stream()
                    .filter(name -> name.getValue().equals(value))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(value.toString());
            case Step.Clock _, Step.Before _, Step.BeforeLast _, Step.Without _, Step.Unquote _, Step.Unzip _ -> value;
            case Step.Json _, Step.Member _, Step.Hstore _, Step.HstoreMember _, Step.Time _ ->
                throw new IllegalStateException("not walked backwards: " + step);
        };
    }

    private static byte[] bytes(String uuid, boolean reordered) {
        String[] groups = uuid.split("-");
        String hex = reordered
                ? groups[2] + groups[1] + groups[0] + groups[3] + groups[4]
                : uuid.replace("-", "");
        return HexFormat.of().parseHex(hex);
    }

    /// Cuts the raw value along the template.
    private void spread(List<Piece> pieces, Object raw) {
        if (pieces.size() == 1 && pieces.getFirst() instanceof Piece.Column column) {
            set(column, raw);
            return;
        }
        String rest = raw.toString();
        for (int i = 0; i < pieces.size(); i++) {
            switch (pieces.get(i)) {
                case Piece.Literal(String text) -> rest = rest.substring(text.length());
                case Piece.Column column -> {
                    String mark = i + 1 < pieces.size() && pieces.get(i + 1) instanceof Piece.Literal(String text)
                            ? text
                            : "";
                    int end = mark.isEmpty() ? rest.length() : rest.indexOf(mark);
                    set(column, rest.substring(0, end));
                    rest = rest.substring(end);
                }
            }
        }
    }

    private static int indexOf(List<Step> steps, Class<? extends Step> kind) {
        for (int i = 0; i < steps.size(); i++) {
            if (kind.isInstance(steps.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /// The literal between the two columns of a template, if it is one.
    static Optional<String> seam(Value value) {
        return value.pieces().size() == 3 && value.pieces().get(1) instanceof Piece.Literal(String text)
                ? Optional.of(text)
                : Optional.empty();
    }
}
