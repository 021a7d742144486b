package io.hindcast.house.story;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hindcast.connector.jdbc.dialect.TablePart;
import io.hindcast.connector.jdbc.layout.Condition;
import io.hindcast.connector.jdbc.layout.Join;
import io.hindcast.connector.jdbc.layout.Layout;
import io.hindcast.connector.jdbc.layout.Piece;
import io.hindcast.connector.jdbc.layout.Recognition;
import io.hindcast.connector.jdbc.layout.SnapshotTable;
import io.hindcast.connector.jdbc.layout.Step;
import io.hindcast.connector.jdbc.layout.Value;
import io.hindcast.event.EventField;
import io.hindcast.event.FieldLocation;
import io.hindcast.event.PayloadShape;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Lays the story out in the tables of a layout, out of nothing but the layout: a new one is written without a line here,
/// unless it is as special as [PythonStory].
final class StoryWriter {
    private static final String STAR = "story";
    /// The name of a row's table, which is no column of it.
    private static final Piece.Column TABLE = new Piece.Column(TablePart.TABLE, false);

    private final Layout layout;
    private final Recognition recognition;
    private final boolean timesAreText;
    private final LaidOut laid = new LaidOut();
    private final Map<String, Long> streamNumbers = new TreeMap<>();

    private StoryWriter(Layout layout, boolean timesAreText) {
        this.layout = layout;
        this.timesAreText = timesAreText;
        this.recognition = layout.recognitions().stream()
                .filter(one -> one.types().isEmpty())
                .findFirst()
                .orElseGet(() -> layout.recognitions().getFirst());
    }

    /// @param timesAreText whether the database has no types of time
    static LaidOut lay(Story story, Layout layout, boolean timesAreText) {
        return layout.name().equals(PythonStory.LAYOUT)
                ? PythonStory.lay(story)
                : new StoryWriter(layout, timesAreText).lay(story);
    }

    private LaidOut lay(Story story) {
        for (int part = 0; part < parts(); part++) {
            var table = laid.table(eventTable(part));
            recognition.columns().forEach(name -> table.columns().add(name));
            recognition.types().forEach((column, type) -> table.types().put(column, firstOf(type)));
        }
        story.events().forEach(this::add);
        mentionJoined();
        var ofTheirOwn = layout.snapshots()
                .filter(meaning -> !meaning.isInEventTable())
                .filter(meaning -> !isJoined(snapshotTable(meaning)));
        ofTheirOwn.ifPresent(meaning -> {
            var kept = laid.table(snapshotTable(meaning));
            kept.columns().addAll(meaning.columns());
            meaning.types().forEach((column, type) -> kept.types().put(column, firstOf(type)));
            story.snapshots().forEach(one -> add(meaning, one));
        });
        recognition.beside().forEach(name -> laid.table(named(name)).columns().add("id"));
        return laid;
    }

    private boolean isJoined(String table) {
        return layout.joins().stream().anyMatch(join -> named(join.tables().getFirst()).equals(table));
    }

    /// Joined tables have every column that the layout names, also where the story has nothing for it.
    private void mentionJoined() {
        var events = layout.events();
        var values = new ArrayList<Value>(List.of(events.stream(), events.type()));
        Stream.of(events.category(), events.version(), events.id(), events.recorded(), events.data(), events.metadata(), events.deleted())
                .forEach(value -> value.ifPresent(values::add));
        values.addAll(events.metadataWith());
        values.stream()
                .flatMap(Value::columns)
                .filter(column -> !column.of().isEmpty() && !column.optional())
                .forEach(column -> laid.table(tableOf(column.of())).columns().add(column.bare()));
    }

    private String tableOf(String join) {
        String name = named(layout.joins().stream()
                .filter(one -> one.name().equals(join))
                .findFirst()
                .orElseThrow()
                .tables()
                .getFirst());
        return Recognition.normal(name).equals(Recognition.normal(eventTable())) ? eventTable() : name;
    }

    private static String firstOf(String types) {
        return types.split("\\|")[0];
    }

    /// Over how many tables the streams are spread: tables that are read as one are two.
    private int parts() {
        return recognition.merge() == Recognition.Merge.TABLES ? 2 : 1;
    }

    private String eventTable(int part) {
        return part == 0 ? eventTable() : eventTable() + part;
    }

    private String eventTable() {
        String name = named(recognition.tables().getFirst());
        return recognition.spelled() ? name : name.replace("_", "");
    }

    private static String named(String pattern) {
        return pattern.replace("*", STAR);
    }

    private String snapshotTable(SnapshotTable meaning) {
        String name = named(meaning.tables().getFirst());
        return name.equals(eventTable()) ? name + "_kept" : name;
    }

    private void add(Story.Happening event) {
        var draft = new Draft(timesAreText);
        var events = layout.events();
        var stream = chosen(events.stream());
        draft.place(stream, streamName(stream, events.category(), event.stream()));
        events.category().map(this::chosen).filter(value -> !isHeld(draft, value)).ifPresent(value -> draft.place(value, Story.CATEGORY));
        events.recorded().map(this::chosen).ifPresent(value -> draft.place(value, event.at()));
        placeNumbers(draft, event);
        events.id().map(this::chosen).filter(value -> !isHeld(draft, value)).ifPresent(value -> draft.place(value, event.id()));
        draft.place(chosen(events.type()), event.type());
        events.deleted().flatMap(Value::plainColumn).filter(column -> !column.optional()).ifPresent(column -> draft.set(column, "false"));
        placeBodies(draft, event);
        fillWhatIsSkipped(draft);
        long number = streamNumbers.computeIfAbsent(event.stream(), _ -> streamNumbers.size() + 1L);
        String table = eventTable((int) (number % parts()));
        draft.set(TABLE, table);
        joins(draft, layout.joins(), stream, number, event.number());
        draft.cells().remove(TABLE);
        addRow(table, draft);
    }

    private void placeNumbers(Draft draft, Story.Happening event) {
        var events = layout.events();
        events.position().stream()
                .filter(value -> value.columns().noneMatch(column -> column.name().equals("rowid")))
                .filter(value -> !isHeld(draft, value))
                .forEach(value -> draft.place(value, (long) event.number()));
        events.streamOrder().stream()
                .filter(value -> !isHeld(draft, value))
                .forEach(value -> draft.place(value, (long) event.number()));
        events.version().map(this::chosen).filter(value -> !isHeld(draft, value)).ifPresent(value -> draft.place(value, event.version()));
    }

    /// Whether a column of the value has its content already; JSON takes more.
    private static boolean isHeld(Draft draft, Value value) {
        return value.steps().stream().noneMatch(step -> step instanceof Step.Json || step instanceof Step.Member)
                && draft.holds(value);
    }

    private Object streamName(Value stream, Optional<Value> category, String id) {
        var own = stream.columns().toList().getLast();
        var shared = category.filter(value -> value.columns().toList().equals(List.of(own)));
        if (shared.isPresent()) {
            String mark = shared.get().steps().stream()
                    .flatMap(step -> step instanceof Step.Before(String text) ? Stream.of(text) : Stream.empty())
                    .findFirst()
                    .orElse("-");
            return Story.CATEGORY + mark + id;
        }
        boolean led = stream.steps().stream().anyMatch(Step.WithoutStart.class::isInstance);
        boolean member = stream.steps().stream().anyMatch(Step.Member.class::isInstance);
        return led || member ? id : Draft.seam(stream).map(mark -> Story.CATEGORY + mark + id).orElse(id);
    }

    /// Of a value and what stands in for it: the first whose columns belong to the table or to a join.
    private Value chosen(Value value) {
        boolean there = value.columns().allMatch(column -> !column.optional() || isKnown(column));
        return there || value.otherwise().isEmpty() ? value : chosen(value.otherwise().get());
    }

    private boolean isKnown(Piece.Column column) {
        String name = Recognition.normal(column.bare());
        return !column.of().isEmpty()
                || recognition.columns().stream().map(Recognition::normal).anyMatch(name::equals)
                || recognition.optional().stream().map(Recognition::normal).anyMatch(name::equals)
                || (!recognition.exactly()
                        && (name.equals("occurredat")
                                || laid.table(eventTable()).columns().stream().map(Recognition::normal).anyMatch(name::equals)));
    }

    private void placeBodies(Draft draft, Story.Happening event) {
        var events = layout.events();
        ObjectNode body = event.data().deepCopy();
        place(EventField.ACTOR, event.actor(), body, draft);
        place(EventField.CORRELATION_ID, event.correlation(), body, draft);
        var data = events.data().map(this::chosen).orElseThrow();
        if (events.dataShape().format().equals(PayloadShape.Formats.TAGGED)) {
            var tagged = JsonNodeFactory.instance.objectNode();
            tagged.set(event.type(), body);
            draft.placeBody(data, events.dataShape().root(), tagged);
        } else {
            draft.placeBody(data, events.dataShape().root(), body);
            extras(draft, data, event.data());
        }
    }

    /// What else the system keeps beside the body's own members.
    private void extras(Draft draft, Value data, ObjectNode own) {
        if (draft.cell(data.columns().findFirst().orElseThrow()) instanceof ObjectNode tree) {
            var inside = layout.events().dataShape().root().isEmpty() ? tree : tree.at(layout.events().dataShape().root());
            inside.fieldNames().forEachRemaining(name -> {
                if (!own.has(name)) {
                    laid.extras().add(name);
                }
            });
        }
    }

    private void place(EventField field, String text, ObjectNode body, Draft draft) {
        for (FieldLocation place : layout.fields().getOrDefault(field, List.of())) {
            if (place.part() == FieldLocation.Part.DATA) {
                Draft.put(body, place.pointer(), JsonNodeFactory.instance.textNode(text));
                return;
            }
            String name = place.pointer().substring(1);
            var column = layout.events().metadataWith().stream()
                    .flatMap(Value::columns)
                    .filter(one -> one.bare().equals(name))
                    .findFirst();
            if (column.isPresent()) {
                draft.set(column.get(), text);
                return;
            }
            var metadata = layout.events().metadata().map(this::chosen);
            if (metadata.isPresent()) {
                Draft.put(
                        draft.tree(metadata.get().columns().findFirst().orElseThrow()),
                        layout.events().metadataShape().root() + place.pointer(),
                        JsonNodeFactory.instance.textNode(text));
                return;
            }
        }
    }

    /// Rows that a rule would leave out for lack of a value get one.
    private void fillWhatIsSkipped(Draft draft) {
        for (Layout.Skip skip : layout.skips()) {
            if (skip.when() instanceof Condition.IsNull(Value value)) {
                value.columns().forEach(column -> draft.set(column, "x"));
            }
            if (skip.when() instanceof Condition.IsNot(Value value, String text)) {
                Object told = text.matches("[0-9]+") ? Long.valueOf(text) : text;
                value.columns().filter(column -> !column.optional()).forEach(column -> draft.set(column, told));
            }
        }
    }

    private void add(SnapshotTable meaning, Story.Kept kept) {
        var draft = new Draft(timesAreText);
        var stream = own(meaning.stream());
        draft.place(stream, streamName(stream, meaning.category(), kept.stream()));
        draft.place(own(meaning.version()), meaning.version().steps().stream().anyMatch(Step.Clock.class::isInstance)
                ? Long.toString(kept.at().toEpochMilli(), 36) + "-00000"
                : (Object) (kept.version() + meaning.versionIncludes()));
        meaning.category().filter(value -> !isHeld(draft, value)).ifPresent(value -> draft.place(value, Story.CATEGORY));
        meaning.recorded().ifPresent(value -> placeIfFree(draft, value, kept.at()));
        meaning.type().filter(value -> !isHeld(draft, value)).ifPresent(value -> draft.place(value, "Kept"));
        draft.placeBody(own(meaning.state()), meaning.stateShape().root(), kept.state());
        meaning.when().ifPresent(condition -> satisfy(draft, condition));
        addRow(snapshotTable(meaning), draft);
    }

    private static void placeIfFree(Draft draft, Value value, Instant at) {
        if (!isHeld(draft, value)) {
            draft.place(value, at);
        }
    }

    /// Of a value of a snapshot: the one that no join is needed for.
    private static Value own(Value value) {
        boolean joined = value.columns().anyMatch(column -> column.optional() || !column.of().isEmpty());
        return joined && value.otherwise().isPresent() ? own(value.otherwise().get()) : value;
    }

    private static void satisfy(Draft draft, Condition condition) {
        switch (condition) {
            case Condition.Is(Value value, String text) -> {
                var column = value.columns().findFirst().orElseThrow();
                Object before = draft.cells().get(new Piece.Column(column.name(), false));
                if (before instanceof String raw && !value.steps().isEmpty()
                        && value.steps().getFirst() instanceof Step.Before(String mark)) {
                    draft.cells().put(new Piece.Column(column.name(), false), text + raw.substring(raw.indexOf(mark)));
                } else {
                    draft.set(column, text);
                }
            }
            case Condition.All(List<Condition> parts) -> parts.forEach(part -> satisfy(draft, part));
            case Condition.Any(List<Condition> parts) -> satisfy(draft, parts.getFirst());
            case Condition.IsNot _, Condition.IsNull _, Condition.Contains _, Condition.Same _, Condition.Differs _ -> {}
        }
    }

    /// Those that tell the stream first, for others are found by what they say.
    private void joins(Draft draft, List<Join> joins, Value stream, long streamNumber, long eventNumber) {
        var ofStreams = joins.stream()
                .filter(join -> join.first().isEmpty())
                .filter(join -> stream.columns().anyMatch(column -> column.of().equals(join.name())))
                .toList();
        ofStreams.forEach(join -> equate(draft, join.on(), streamNumber));
        for (Join join : joins) {
            if (!ofStreams.contains(join)) {
                equate(draft, join.on(), eventNumber);
            }
            join.first().ifPresent(column -> draft.set(column, eventNumber));
        }
    }

    private static void equate(Draft draft, Condition condition, long number) {
        switch (condition) {
            case Condition.Same(Value one, Value other) -> {
                var left = one.columns().findFirst().orElseThrow();
                var right = other.columns().findFirst().orElseThrow();
                Object known = Optional.ofNullable(draft.cell(left)).orElse(draft.cell(right));
                Object value = known == null ? (Object) number : known;
                draft.set(left, value);
                draft.set(right, value);
            }
            case Condition.All(List<Condition> parts) -> parts.forEach(part -> equate(draft, part, number));
            case Condition.Is(Value value, String text) ->
                draft.set(value.columns().findFirst().orElseThrow(), text);
            default -> {}
        }
    }

    private void addRow(String table, Draft draft) {
        Map<String, Map<String, Object>> byTable = new LinkedHashMap<>();
        draft.cells().forEach((column, value) -> byTable
                .computeIfAbsent(column.of(), _ -> new LinkedHashMap<>())
                .put(column.bare(), value instanceof ObjectNode tree ? tree.toString() : value));
        byTable.forEach((join, cells) -> laid.add(
                join.isEmpty()
                        ? table
                        : tableOf(join),
                cells));
    }

    static List<String> columnsOf(LaidOut.Content content) {
        // Two spellings of one column are one.
        var byName = new LinkedHashMap<String, String>();
        content.columns().forEach(name -> byName.putIfAbsent(Recognition.normal(name), name));
        return new ArrayList<>(byName.values());
    }

    static Map<String, Object> normalised(Map<String, Object> row) {
        return row.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> Recognition.normal(entry.getKey()), entry -> Objects.requireNonNull(entry.getValue())));
    }
}
