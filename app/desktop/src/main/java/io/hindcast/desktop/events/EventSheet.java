package io.hindcast.desktop.events;

import io.hindcast.desktop.export.SheetExport;
import io.hindcast.desktop.export.SheetTable;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.sheet.SheetColumn;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import io.hindcast.event.Event;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// The events of the table as a sheet, as they are narrowed; columns are named as on the command line.
final class EventSheet {
    private static final List<SheetColumn> COLUMNS = List.of(
            SheetColumn.of("stream"),
            SheetColumn.of("version"),
            SheetColumn.of("position"),
            SheetColumn.of("eventId"),
            SheetColumn.of("type"),
            SheetColumn.time("recordedAt"),
            SheetColumn.time("effectiveAt"),
            SheetColumn.of("data"),
            SheetColumn.of("metadata"),
            SheetColumn.of("problem"));

    private EventSheet() {}

    static SheetExport.Content of(StreamHistory history, Rows rows, ZoneId zone) {
        return new SheetExport.Content(
                history.stream().replaceAll("[^\\p{Alnum}._-]", "-"),
                Map.of("stream", history.stream(), "events", rows.shown() + " of " + history.size()),
                List.of(new SheetTable(
                        "Events",
                        COLUMNS,
                        IntStream.range(0, rows.size())
                                .mapToObj(rows::row)
                                .filter(EventRow.OfEvent.class::isInstance)
                                .map(EventRow.OfEvent.class::cast)
                                .map(row -> row(history, row, zone)))));
    }

    private static List<StateValue> row(StreamHistory history, EventRow.OfEvent row, ZoneId zone) {
        Event event = row.event();
        return List.of(
                new Text(event.stream()),
                event.version().isPresent() ? Num.of(event.version().getAsLong()) : Null.NULL,
                text(event.position()),
                text(event.id()),
                new Text(event.type()),
                text(event.recordedAt()),
                text(history.effectiveDay(row.index(), zone)),
                history.data(row.index()),
                history.metadata(row.index()),
                text(row.problem()));
    }

    private static StateValue text(Optional<?> value) {
        return value.<StateValue>map(it -> new Text(it.toString())).orElse(Null.NULL);
    }
}
