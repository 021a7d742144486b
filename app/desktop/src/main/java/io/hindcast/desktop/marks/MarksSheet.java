package io.hindcast.desktop.marks;

import io.hindcast.audit.mark.Binding;
import io.hindcast.audit.mark.Mark;
import io.hindcast.audit.mark.MarkChange;
import io.hindcast.audit.mark.MarkContent.Finding;
import io.hindcast.audit.mark.MarkContent.Tick;
import io.hindcast.audit.mark.Standing;
import io.hindcast.desktop.export.SheetExport;
import io.hindcast.desktop.export.SheetTable;
import io.hindcast.desktop.focus.Masks;
import io.hindcast.desktop.focus.Shown;
import io.hindcast.engine.sheet.SheetColumn;
import io.hindcast.engine.state.Num;
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

    private static final Shown NOTHING = Masks.plain(Optional.empty());

    private MarksSheet() {}

    static SheetExport.Content of(MarksModel model) {
        List<Mark> shown = model.shownProperty().get();
        Map<String, Standing> standings = Map.copyOf(model.focus().marked().standingsProperty().get().byId());
        Masks masks = model.focus().masks();
        var about = new LinkedHashMap<String, String>();
        about.put("marks", shown.size() + " of " + model.focus().marked().now().all().size());
        about.put("which", model.whichProperty().get().name());
        return new SheetExport.Content(
                "marks",
                about,
                List.of(
                        new SheetTable(
                                "Marks",
                                MARKS,
                                shown.stream().map(mark -> row(mark, masks, Optional.ofNullable(standings.get(mark.id()))))),
                        new SheetTable("History", HISTORY, shown.stream().flatMap(mark -> history(mark, masks)))));
    }

    private static List<Shown> row(Mark mark, Masks masks, Optional<Standing> standing) {
        var row = new ArrayList<Shown>(List.of(
                Masks.plain(mark.id()),
                Masks.plain(mark.kind().word()),
                Masks.plain(standing.map(Standing::word).orElse("unchecked")),
                Masks.plain(standing.filter(Standing.Changed.class::isInstance)
                        .map(Standing.Changed.class::cast)
                        .map(MarksSheet::parts)
                        .orElse(""))));
        row.addAll(place(mark.binding(), masks));
        row.add(mark.content() instanceof Tick tick ? Masks.plain(tick.tick()) : NOTHING);
        row.add(Masks.plain(masks.text(mark.text())));
        row.addAll(mark.content() instanceof Finding finding ? finding(finding, masks) : nothing(9));
        row.add(Masks.plain(mark.last().who()));
        row.add(Masks.plain(mark.last().at().toString()));
        return row;
    }

    private static String parts(Standing.Changed changed) {
        return changed.parts().stream().map(Enum::name).collect(Collectors.joining(" "));
    }

    private static List<Shown> place(Binding binding, Masks masks) {
        Shown stream = Masks.plain(binding.stream().map(masks::stream));
        Shown version = Masks.plain(binding.version());
        return switch (binding) {
            case Binding.ToEvent event ->
                List.of(
                        stream,
                        version,
                        Masks.plain(event.position()),
                        Masks.plain(event.eventId().map(it -> masks.eventId(event.streamName(), it))),
                        Masks.plain(event.event().toString()));
            case Binding.ToStream _, Binding.ToStore _ -> List.of(stream, version, NOTHING, NOTHING, NOTHING);
        };
    }

    private static List<Shown> finding(Finding finding, Masks masks) {
        return List.of(
                Masks.plain(masks.text(finding.condition())),
                Masks.plain(masks.text(finding.criteria())),
                Masks.plain(masks.text(finding.cause())),
                Masks.plain(masks.text(finding.effect())),
                finding.amount().map(it -> Masks.plain(Num.of(it.amount()))).orElse(NOTHING),
                Masks.plain(finding.amount().map(it -> it.currency())),
                Masks.plain(masks.text(finding.response())),
                Masks.plain(finding.severity().word()),
                Masks.plain(finding.status().word()));
    }

    private static List<Shown> nothing(int cells) {
        return Collections.nCopies(cells, NOTHING);
    }

    private static Stream<List<Shown>> history(Mark mark, Masks masks) {
        return mark.history().stream().map(change -> change(mark, change, masks));
    }

    private static List<Shown> change(Mark mark, MarkChange change, Masks masks) {
        return List.of(
                Masks.plain(mark.id()),
                Masks.plain(Num.of(change.line())),
                Masks.plain(change.at().toString()),
                Masks.plain(change.who()),
                Masks.plain(change.deed().name()),
                Masks.plain(masks.text(change.content().text())),
                Masks.plain(change.why()));
    }
}
