package io.hindcast.desktop.events;

import io.hindcast.desktop.export.SheetExport;
import io.hindcast.desktop.export.SheetTable;
import io.hindcast.desktop.focus.Masks;
import io.hindcast.desktop.focus.Shown;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.sheet.SheetColumn;
import io.hindcast.event.Event;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
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

    static SheetExport.Content of(StreamHistory history, Rows rows, Masks masks, ZoneId zone) {
        return new SheetExport.Content(
                masks.stream(history.stream()).replaceAll("[^\\p{Alnum}._-]", "-"),
                Map.of("stream", masks.stream(history.stream()), "events", rows.shown() + " of " + history.size()),
                List.of(new SheetTable(
                        "Events",
                        COLUMNS,
                        IntStream.range(0, rows.size())
                                .mapToObj(rows::row)
                                .filter(EventRow.OfEvent.class::isInstance)
                                .map(EventRow.OfEvent.class::cast)
                                .map(row -> row(history, row, masks, zone)))));
    }

    private static List<Shown> row(StreamHistory history, EventRow.OfEvent row, Masks masks, ZoneId zone) {
        Event event = row.event();
        return List.of(
                Masks.plain(masks.stream(event.stream())),
                Masks.plain(event.version()),
                Masks.plain(event.position()),
                Masks.plain(event.id().map(it -> masks.eventId(event, it))),
                Masks.plain(event.type()),
                Masks.plain(event.recordedAt()),
                Masks.plain(history.effectiveDay(row.index(), zone)),
                masks.data(event, history.data(row.index())),
                masks.metadata(event, history.metadata(row.index())),
                Masks.plain(row.problem().map(it -> masks.text(event.stream(), it))));
    }
}
