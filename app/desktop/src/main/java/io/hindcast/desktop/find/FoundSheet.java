package io.hindcast.desktop.find;

import io.hindcast.desktop.export.SheetExport;
import io.hindcast.desktop.export.SheetTable;
import io.hindcast.desktop.find.FindModel.Answer;
import io.hindcast.desktop.find.FindModel.Question;
import io.hindcast.desktop.focus.Masks;
import io.hindcast.desktop.focus.Shown;
import io.hindcast.engine.find.Match;
import io.hindcast.engine.sheet.SheetColumn;
import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.FieldPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// What was found, as a sheet; the names of the columns are those of the command line.
final class FoundSheet {
    private FoundSheet() {}

    static SheetExport.Content of(Answer answer, List<Hit> hits, Masks masks, String hidden) {
        List<FieldPath> fields = answer.question() instanceof Question.OfState asked
                ? List.copyOf(asked.predicate().fields())
                : List.of();
        return new SheetExport.Content(
                "found",
                about(answer),
                List.of(new SheetTable("Found", columns(answer, fields), List.copyOf(hits).stream().map(hit -> row(answer, hit, fields, masks, hidden)))));
    }

    private static Map<String, String> about(Answer answer) {
        var about = new LinkedHashMap<String, String>();
        switch (answer.question()) {
            case Question.OfState asked -> {
                about.put("where", asked.predicate().text());
                about.put("fold", asked.fold().name());
            }
            case Question.OfText asked -> about.put("text", asked.text());
        }
        about.put("category", answer.question().category());
        about.put("eventsScanned", Long.toString(answer.coverage().scanned()));
        about.put("complete", Boolean.toString(answer.coverage().isComplete()));
        return about;
    }

    private static List<SheetColumn> columns(Answer answer, List<FieldPath> fields) {
        var columns = new ArrayList<SheetColumn>(
                List.of(SheetColumn.of("stream"), SheetColumn.of("version"), SheetColumn.time("recordedAt"), SheetColumn.of("type")));
        fields.forEach(path -> columns.add(SheetColumn.of(path.toString())));
        switch (answer.question()) {
            case Question.OfState _ ->
                columns.addAll(List.of(
                        SheetColumn.of("untilVersion"), SheetColumn.time("untilRecordedAt"), SheetColumn.of("untilType")));
            case Question.OfText _ -> columns.add(SheetColumn.of("snippet"));
        }
        return columns;
    }

    private static List<Shown> row(Answer answer, Hit hit, List<FieldPath> fields, Masks masks, String hidden) {
        var row = new ArrayList<Shown>(List.of(
                Masks.plain(masks.stream(hit.stream())),
                Masks.plain(hit.version()),
                Masks.plain(hit.recordedAt()),
                Masks.plain(hit.type())));
        fields.forEach(path ->
                row.add(masks.stateAt(hit.stream(), path, hit.fields().getOrDefault(path, Absent.ABSENT))));
        switch (answer.question()) {
            case Question.OfState _ -> {
                row.add(Masks.plain(hit.until().map(Match.Place::version).orElse(OptionalLong.empty())));
                row.add(Masks.plain(hit.until().flatMap(Match.Place::recordedAt)));
                row.add(Masks.plain(hit.until().map(Match.Place::type)));
            }
            case Question.OfText _ -> row.add(Masks.plain(hit.what(masks, hidden)));
        }
        return row;
    }
}
