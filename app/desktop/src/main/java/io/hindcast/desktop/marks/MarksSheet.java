package io.hindcast.desktop.marks;

import io.hindcast.audit.mark.Binding;
import io.hindcast.audit.mark.Mark;
import io.hindcast.audit.mark.MarkChange;
import io.hindcast.audit.mark.MarkContent.Finding;
import io.hindcast.audit.mark.MarkContent.Tick;
import io.hindcast.audit.mark.Standing;
import io.hindcast.desktop.export.SheetExport;
import io.hindcast.desktop.export.SheetTable;
import io.hindcast.engine.sheet.SheetColumn;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The listed marks as a sheet, and their histories as another.
final class MarksSheet {
    private static final List<SheetColumn> MARKS = List.of(
            SheetColumn.of("id"),
            SheetColumn.of("kind"),
            SheetColumn.of("standing"),
            SheetColumn.of("changedParts"),
            SheetColumn.of("stream"),
            SheetColumn.of("version"),
            SheetColumn.of("position"),
            SheetColumn.of("eventId"),
            SheetColumn.of("eventSha256"),
            SheetColumn.of("tick"),
            SheetColumn.of("text"),
            SheetColumn.of("condition"),
            SheetColumn.of("criteria"),
            SheetColumn.of("cause"),
            SheetColumn.of("effect"),
            SheetColumn.of("amount"),
            SheetColumn.of("currency"),
            SheetColumn.of("response"),
            SheetColumn.of("severity"),
            SheetColumn.of("status"),
            SheetColumn.of("who"),
            SheetColumn.time("at"));
    private static final List<SheetColumn> HISTORY = List.of(
            SheetColumn.of("id"),
            SheetColumn.of("line"),
            SheetColumn.time("at"),
            SheetColumn.of("who"),
            SheetColumn.of("deed"),
            SheetColumn.of("text"),
            SheetColumn.of("why"));

    private MarksSheet() {}

    static SheetExport.Content of(MarksModel model) {
        List<Mark> shown = model.shownProperty().get();
        Map<String, Standing> standings = Map.copyOf(model.focus().marked().standingsProperty().get().byId());
        var about = new LinkedHashMap<String, String>();
        about.put("marks", shown.size() + " of " + model.focus().marked().now().all().size());
        about.put("which", model.whichProperty().get().name());
        return new SheetExport.Content(
                "marks",
                about,
                List.of(
                        new SheetTable("Marks", MARKS, shown.stream().map(mark -> row(mark, Optional.ofNullable(standings.get(mark.id()))))),
                        new SheetTable("History", HISTORY, shown.stream().flatMap(MarksSheet::history))));
    }

    private static List<StateValue> row(Mark mark, Optional<Standing> standing) {
        var row = new ArrayList<StateValue>(List.of(
                new Text(mark.id()),
                new Text(mark.kind().word()),
                new Text(standing.map(Standing::word).orElse("unchecked")),
                new Text(standing.filter(Standing.Changed.class::isInstance)
                        .map(Standing.Changed.class::cast)
                        .map(MarksSheet::parts)
                        .orElse(""))));
        row.addAll(place(mark.binding()));
        row.add(mark.content() instanceof Tick tick ? new Text(tick.tick()) : Null.NULL);
        row.add(new Text(mark.text()));
        row.addAll(mark.content() instanceof Finding finding ? finding(finding) : nothing(9));
        row.add(new Text(mark.last().who()));
        row.add(new Text(mark.last().at().toString()));
        return row;
    }

    private static String parts(Standing.Changed changed) {
        return changed.parts().stream().map(Enum::name).collect(Collectors.joining(" "));
    }

    private static List<StateValue> place(Binding binding) {
        StateValue stream = text(binding.stream());
        StateValue version = binding.version().isPresent() ? Num.of(binding.version().getAsLong()) : Null.NULL;
        return switch (binding) {
            case Binding.ToEvent event ->
                List.of(stream, version, text(event.position()), text(event.eventId()), new Text(event.event().toString()));
            case Binding.ToStream _, Binding.ToStore _ -> List.of(stream, version, Null.NULL, Null.NULL, Null.NULL);
        };
    }

    private static List<StateValue> finding(Finding finding) {
        return List.of(
                new Text(finding.condition()),
                new Text(finding.criteria()),
                new Text(finding.cause()),
                new Text(finding.effect()),
                finding.amount().<StateValue>map(it -> Num.of(it.amount())).orElse(Null.NULL),
                text(finding.amount().map(it -> it.currency())),
                new Text(finding.response()),
                new Text(finding.severity().word()),
                new Text(finding.status().word()));
    }

    private static List<StateValue> nothing(int cells) {
        return Collections.nCopies(cells, Null.NULL);
    }

    private static Stream<List<StateValue>> history(Mark mark) {
        return mark.history().stream().map(change -> change(mark, change));
    }

    private static List<StateValue> change(Mark mark, MarkChange change) {
        return List.of(
                new Text(mark.id()),
                Num.of(change.line()),
                new Text(change.at().toString()),
                new Text(change.who()),
                new Text(change.deed().name()),
                new Text(change.content().text()),
                new Text(change.why()));
    }

    private static StateValue text(Optional<?> value) {
        return value.<StateValue>map(it -> new Text(it.toString())).orElse(Null.NULL);
    }
}
