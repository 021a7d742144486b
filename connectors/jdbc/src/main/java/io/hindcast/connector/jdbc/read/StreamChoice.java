package io.hindcast.connector.jdbc.read;

import io.hindcast.connector.jdbc.dialect.Column;
import io.hindcast.connector.jdbc.dialect.KeyPart;
import io.hindcast.connector.jdbc.layout.Step;
import io.hindcast.connector.jdbc.read.BoundValue.BoundPiece;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Writes the condition that a row belongs to a stream, so that an index over the stream's columns serves.
/// Where the name can be cut in several ways, every way is asked for; all of them make the same name.
final class StreamChoice {
    private final BoundValue stream;
    private final Conditions conditions;

    StreamChoice(BoundValue stream, Conditions conditions) {
        this.stream = stream;
        this.conditions = conditions;
    }

    /// Whether the condition can be written; if not, rows have to be compared one by one.
    boolean canBeWritten() {
        return stream.otherwise().map(other -> choiceOf(other).canBeWritten()).orElse(true) && isOwnWritten();
    }

    private StreamChoice choiceOf(BoundValue value) {
        return new StreamChoice(value, conditions);
    }

    private boolean isOwnWritten() {
        return stream.steps().stream().allMatch(Step.WithoutStart.class::isInstance)
                || (stream.steps().size() == 1
                        && (stream.steps().getFirst() instanceof Step.Without
                                || (stream.pieces().size() == 1 && isBytes(stream.steps().getFirst()))
                                || member().isPresent()));
    }

    /// The pointer, where the stream is a member of a JSON object that the database can find.
    private Optional<String> member() {
        return stream.onlyColumn().isPresent() && stream.steps().getFirst() instanceof Step.Json(String pointer)
                ? Optional.of(pointer)
                        .filter(_ -> conditions.findsMember(stream.columns().getFirst(), pointer))
                : Optional.empty();
    }

    private static boolean isBytes(Step step) {
        return step instanceof Step.Hex || step instanceof Step.Uuid;
    }

    void write(String name, QueryText query) {
        var other = stream.otherwise();
        if (other.isEmpty()) {
            writeOwn(name, query);
            return;
        }
        query.add("(");
        writeOwn(name, query);
        query.add(" OR (" + anyIsNull() + " AND ");
        choiceOf(other.get()).write(name, query);
        query.add("))");
    }

    private void writeOwn(String name, QueryText query) {
        if (stream.columns().isEmpty()) {
            query.add(isNamed(name) ? "1 = 1" : "1 = 0");
            return;
        }
        if (!stream.steps().isEmpty() && isBytes(stream.steps().getFirst())) {
            writeBytes(name, stream.steps().getFirst(), query);
            return;
        }
        if (!stream.steps().isEmpty() && member().isPresent()) {
            if (name.isEmpty()) {
                query.add("1 = 1");
            } else {
                conditions.memberEquals(
                        stream.columns().getFirst(), member().get(), name, query);
            }
            return;
        }
        var ways = ways(name);
        if (ways.isEmpty()) {
            query.add(name.isEmpty() && stream.otherwise().isEmpty() ? anyIsNull() : "1 = 0");
            return;
        }
        query.add("(");
        for (int i = 0; i < ways.size(); i++) {
            query.add(i == 0 ? "" : " OR ");
            one(ways.get(i), query);
        }
        query.add(")");
    }

    /// Whether the rows lie in several places of an index, so that the database has to put them in order itself.
    boolean isSpread(String name) {
        return stream.otherwise().isPresent()
                || (isOwnWritten() && (stream.steps().isEmpty() || member().isEmpty()) && ways(name).size() > 1);
    }

    /// Whether each column holds the same in all rows of the stream, as far as the database tells values apart.
    boolean isOneWay(String name) {
        return stream.otherwise().isEmpty() && stream.steps().isEmpty() && ways(name).size() == 1;
    }

    /// What the columns can hold for the stream to have the name.
    private List<Map<Column, String>> ways(String name) {
        var ways = new ArrayList<Map<Column, String>>();
        if (!stream.steps().isEmpty() && stream.steps().getFirst() instanceof Step.Without(String text)) {
            if (!name.contains(text)) {
                cut(stream.pieces(), name, Map.of(), ways);
            }
            for (int i = 0; i <= name.length(); i++) {
                String whole = name.substring(0, i) + text + name.substring(i);
                if (whole.indexOf(text) == i) {
                    cut(stream.pieces(), whole, Map.of(), ways);
                }
            }
        } else {
            for (String whole : beforeStarts(name)) {
                cut(stream.pieces(), whole, Map.of(), ways);
            }
        }
        return ways;
    }

    /// The bytes that are written so; a name that no bytes are written as is in no row.
    private void writeBytes(String name, Step step, QueryText query) {
        var bytes = step instanceof Step.Uuid(boolean reordered)
                ? UuidBytes.hex(name, reordered)
                : Optional.of(name).filter(text -> text.matches("([0-9a-f]{2})+"));
        if (bytes.isPresent()) {
            conditions.equals(stream.columns().getFirst(), new KeyPart.Bytes(bytes.get()), query);
        } else {
            query.add(name.isEmpty() ? anyIsNull() : "1 = 0");
        }
    }

    /// The texts that become the name when the steps have taken away what they begin with.
    private Set<String> beforeStarts(String name) {
        Set<String> wholes = Set.of(name);
        for (Step step : stream.steps().reversed()) {
            if (step instanceof Step.WithoutStart(String text)) {
                var longer = new LinkedHashSet<String>();
                for (String whole : wholes) {
                    longer.add(text + whole);
                    if (!whole.startsWith(text)) {
                        longer.add(whole);
                    }
                }
                wholes = longer;
            }
        }
        return wholes;
    }

    /// Whether a value without columns is this text.
    private boolean isNamed(String name) {
        return stream.pieces().stream()
                .map(piece -> piece instanceof BoundPiece.Literal(String text) ? text : "")
                .collect(Collectors.joining())
                .equals(name);
    }

    private void one(Map<Column, String> way, QueryText query) {
        boolean first = true;
        for (var part : way.entrySet()) {
            query.add(first ? "(" : " AND ");
            conditions.equals(part.getKey(), part.getValue(), query);
            first = false;
        }
        query.add(")");
    }

    /// A stream whose columns are not all there has no name.
    private String anyIsNull() {
        var text = new StringBuilder("(");
        for (var column : stream.columns()) {
            text.append(text.length() == 1 ? "" : " OR ")
                    .append(conditions.quoted(column))
                    .append(" IS NULL");
        }
        return text.append(")").toString();
    }

    private static void cut(
            List<BoundPiece> pieces, String rest, Map<Column, String> taken, List<Map<Column, String>> ways) {
        if (pieces.isEmpty()) {
            if (rest.isEmpty()) {
                ways.add(taken);
            }
            return;
        }
        var tail = pieces.subList(1, pieces.size());
        switch (pieces.getFirst()) {
            case BoundPiece.Literal(String text) -> {
                if (rest.startsWith(text)) {
                    cut(tail, rest.substring(text.length()), taken, ways);
                }
            }
            case BoundPiece.Cell cell -> {
                for (int end = tail.isEmpty() ? rest.length() : 0; end <= rest.length(); end++) {
                    var more = new LinkedHashMap<>(taken);
                    more.put(cell.column(), rest.substring(0, end));
                    cut(tail, rest.substring(end), more, ways);
                }
            }
        }
    }
}
