package io.hindcast.engine.mask;

import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.Opaque;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import io.hindcast.event.EventField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Masks answers by the field names of the contract, which say what a value is: `data`, `metadata` and `state` hold
/// bodies, a name that begins with a slash is a place in a state, `before` and `after` beside a `path` stand at that path.
/// Every other text is a sentence. So an answer that somebody adds tomorrow is masked as well.
///
/// @param log counts what was masked
public record AnswerMask(Masking masking, MaskLog log) {
    public static final AnswerMask NONE = new AnswerMask(Masking.NONE, new MaskLog());

    private static final Map<String, MaskPlace> HEADERS = Map.of(
            "stream", MaskPlace.STREAM,
            "eventId", MaskPlace.EVENT_ID,
            "actor", MaskPlace.ACTOR,
            "correlationId", MaskPlace.CORRELATION,
            "causationId", MaskPlace.CAUSATION);

    /// Where the currency of totals usually stands.
    private static final FieldPath CURRENCY = FieldPath.parse("/currency");

    /// Names whose text is a path into a state.
    private static final Set<String> PATHS = Set.of("path", "field", "total of");

    /// Names of values that stand at the path beside them.
    private static final Set<String> AT_PATH =
            Set.of("before", "after", "old", "new", "snapshot", "replay", "fold", "against", "sum");

    /// What is known of the event or state that a row is about; "" for what is not.
    private record About(String category, String type) {
        static final About NOTHING = new About("", "");

        About with(Fields row) {
            return new About(text(row, "category", category), text(row, "type", type));
        }

        private static String text(Fields row, String name, String above) {
            return row.field(name) instanceof Text(String text) ? text : above;
        }
    }

    /// Whether there is nothing to mask.
    public boolean isOff() {
        return masking.isNone();
    }

    /// An answer, or a row of one.
    public Fields over(Fields row) {
        return over(row, Fields.EMPTY);
    }

    /// A row of an answer.
    ///
    /// @param before what was said before the rows: the category may stand there
    public Fields over(Fields row, Fields before) {
        return isOff() ? row : fields(row, About.NOTHING.with(before));
    }

    /// The names of columns, each one differing from the others.
    public List<String> columns(List<String> columns) {
        var masked = new ArrayList<String>(columns.size());
        for (String column : columns) {
            String name = name(column, About.NOTHING);
            String free = name;
            for (int i = 2; masked.contains(free); i++) {
                free = name + " (" + i + ")";
            }
            masked.add(free);
        }
        return masked;
    }

    /// The cells of a row of a table.
    ///
    /// @param columns their names, as they are in truth
    /// @param before what is said before the rows
    public List<StateValue> cells(List<String> columns, List<StateValue> cells, Fields before) {
        if (isOff()) {
            return cells;
        }
        var row = Fields.builder(cells.size());
        for (int i = 0; i < cells.size(); i++) {
            row.put(columns.get(i), cells.get(i));
        }
        Fields whole = row.build();
        About about = About.NOTHING.with(before).with(whole);
        Optional<FieldPath> path = path(whole);
        var masked = new ArrayList<StateValue>(cells.size());
        for (int i = 0; i < cells.size(); i++) {
            masked.add(member(columns.get(i), cells.get(i), about, path));
        }
        return masked;
    }

    /// One value by its name in the contract.
    public StateValue value(String name, StateValue value) {
        return isOff() ? value : member(name, value, About.NOTHING, Optional.empty());
    }

    private static Optional<FieldPath> path(Fields row) {
        return row.entries().stream()
                .filter(entry -> PATHS.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .filter(Text.class::isInstance)
                .map(text -> FieldPath.parse(((Text) text).value()))
                .findFirst();
    }

    private Fields fields(Fields row, About above) {
        About about = above.with(row);
        Optional<FieldPath> path = path(row);
        var masked = Fields.builder(row.size());
        for (Map.Entry<String, StateValue> entry : row.entries()) {
            masked.put(name(entry.getKey(), about), member(entry.getKey(), entry.getValue(), about, path));
        }
        return masked.build();
    }

    private StateValue member(String name, StateValue value, About about, Optional<FieldPath> path) {
        if (name.equals("data")) {
            return masking.value(MaskScope.data(about.category, about.type), value, log);
        }
        if (name.equals("metadata")) {
            return masking.value(MaskScope.metadata(about.category, about.type), value, log);
        }
        MaskScope state = MaskScope.state(about.category);
        if (name.equals("state")) {
            return masking.value(state, value, log);
        }
        if (name.startsWith("/")) {
            return masking.at(state, FieldPath.parse(name), value, log);
        }
        if (path.isPresent() && AT_PATH.contains(name)) {
            return masking.at(state, path.get(), value, log);
        }
        if (name.equals("currency")) {
            return masking.at(state, CURRENCY, value, log);
        }
        if (value instanceof Text(String text)) {
            return new Text(text(name, text, state));
        }
        return rest(value, about);
    }

    private String text(String name, String text, MaskScope state) {
        if (name.equals("effectiveAt")) {
            return masking.kept(EventField.EFFECTIVE_AT, text, log);
        }
        MaskPlace header = HEADERS.get(name);
        if (header != null) {
            return masking.header(header, text, log);
        }
        return PATHS.contains(name)
                ? masking.path(state, FieldPath.parse(text), log).toString()
                : masking.text(text, log);
    }

    private StateValue rest(StateValue value, About about) {
        return switch (value) {
            case Absent _, Null _, Bool _, Num _ -> value;
            case Text(String text) -> new Text(masking.text(text, log));
            case Opaque(String reason, int size, String preview) ->
                new Opaque(masking.text(reason, log), size, masking.text(preview, log));
            case Fields fields -> fields(fields, about);
            case Items items ->
                new Items(items.values().stream().map(item -> rest(item, about)).toList());
        };
    }

    private String name(String name, About about) {
        return name.startsWith("/")
                ? masking.path(MaskScope.state(about.category), FieldPath.parse(name), log).toString()
                : name;
    }
}
