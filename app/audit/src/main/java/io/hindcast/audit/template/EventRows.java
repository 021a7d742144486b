package io.hindcast.audit.template;

import io.hindcast.audit.mark.MarkContent;
import io.hindcast.audit.mark.MarkSet;
import io.hindcast.audit.mark.Tick;
import io.hindcast.audit.report.Column;
import io.hindcast.audit.report.Column.Kind;
import io.hindcast.audit.report.Rows;
import io.hindcast.audit.report.Table;
import io.hindcast.engine.payload.CommonFields;
import io.hindcast.engine.payload.EffectiveTime;
import io.hindcast.engine.replay.Problem;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.state.Change;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import io.hindcast.event.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// The events of a stream and their changes as rows.
final class EventRows {
    private final StreamHistory history;
    private final CommonFields common;
    private final Map<Integer, String> problems = new HashMap<>();
    private final ReviewMarks marks;

    /// @param marks where the report takes some up, those of an event stand in its row
    EventRows(OpenStore store, StreamHistory history, ReviewMarks marks) {
        this.history = history;
        this.marks = marks;
        this.common = CommonFields.of(store.infoOf(history.stream()));
        history.problems().forEach(problem -> problems.put(problem.index(), problem.reason()));
    }

    Table table(Rows rows) {
        var columns = new ArrayList<>(List.of(
                Column.of("version", Kind.ORDINAL),
                Column.kept("position", Kind.ORDINAL),
                Column.of("recordedAt", Kind.TIME),
                Column.kept("effectiveAt", Kind.TEXT),
                Column.of("type", Kind.TEXT),
                Column.kept("eventId", Kind.NAME),
                Column.of("actor", Kind.TEXT),
                Column.kept("correlationId", Kind.NAME),
                Column.kept("causationId", Kind.NAME),
                Column.of("data", Kind.VALUE),
                Column.kept("metadata", Kind.VALUE),
                Column.kept("trouble", Kind.SAID),
                Column.kept("problem", Kind.SAID)));
        if (!marks.isNone()) {
            columns.add(Column.of("marks", Kind.TEXT));
        }
        return new Table("events", columns, rows);
    }

    List<StateValue> event(int place) {
        Event event = history.event(place);
        StateValue data = history.data(place);
        StateValue metadata = history.metadata(place);
        var row = new ArrayList<>(List.of(
                Pieces.cell(event.version()),
                Pieces.position(event.position()),
                Pieces.time(event.recordedAt()),
                Pieces.cell(common.effectiveAt(data, metadata).map(EffectiveTime::text)),
                new Text(event.type()),
                Pieces.cell(event.id()),
                Pieces.cell(common.actor(data, metadata)),
                Pieces.cell(common.correlationId(data, metadata)),
                Pieces.cell(common.causationId(data, metadata)),
                Pieces.orNull(data),
                Pieces.orNull(metadata),
                Pieces.cell(event.trouble()),
                problems.containsKey(place) ? new Text(problems.get(place)) : Null.NULL));
        if (!marks.isNone()) {
            row.add(new Text(marks(event)));
        }
        return row;
    }

    /// Symbols of tick marks, names of other marks.
    private String marks(Event event) {
        MarkSet all = marks.marks();
        return all.of(event).stream()
                .map(mark -> mark.content() instanceof MarkContent.Tick(String name, var _)
                        ? all.legend().find(name).map(Tick::symbol).orElse(name)
                        : mark.id())
                .collect(Collectors.joining(" "));
    }

    static Table changeTable(Rows rows) {
        return new Table(
                "changes",
                List.of(
                        Column.of("version", Kind.ORDINAL),
                        Column.of("path", Kind.NAME),
                        Column.of("change", Kind.WORD),
                        Column.of("before", Kind.AMOUNT),
                        Column.of("after", Kind.AMOUNT)),
                rows);
    }

    List<List<StateValue>> changes(int place) {
        return history.changesAt(place).stream()
                .map(change -> change(history.event(place), change))
                .toList();
    }

    private static List<StateValue> change(Event event, Change change) {
        return List.of(
                Pieces.cell(event.version()),
                new Text(change.path().toString()),
                new Text(change.kind().name().toLowerCase(Locale.ROOT)),
                Pieces.orNull(change.before()),
                Pieces.orNull(change.after()));
    }

    static Table problemTable(List<List<StateValue>> rows) {
        return Table.of(
                "problems",
                List.of(
                        Column.of("version", Kind.ORDINAL),
                        Column.of("type", Kind.TEXT),
                        Column.of("reason", Kind.SAID)),
                rows);
    }

    static List<StateValue> problem(Problem problem) {
        return List.of(Num.of(problem.version()), new Text(problem.type()), new Text(problem.reason()));
    }
}
