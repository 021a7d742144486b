package io.hindcast.audit.template;

import io.hindcast.audit.mark.Binding;
import io.hindcast.audit.mark.Checked;
import io.hindcast.audit.mark.Legend;
import io.hindcast.audit.mark.Mark;
import io.hindcast.audit.mark.MarkChange;
import io.hindcast.audit.mark.MarkContent;
import io.hindcast.audit.mark.MarkContent.Finding;
import io.hindcast.audit.mark.MarkSet;
import io.hindcast.audit.mark.Money;
import io.hindcast.audit.mark.Standing;
import io.hindcast.audit.mark.Tick;
import io.hindcast.audit.report.Column;
import io.hindcast.audit.report.Column.Kind;
import io.hindcast.audit.report.Table;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Marks and their histories as rows.
final class MarkRows {
    private final MarkSet marks;
    private final Checked checked;

    MarkRows(MarkSet marks, Checked checked) {
        this.marks = marks;
        this.checked = checked;
    }

    Table marks() {
        return Table.of(
                "marks",
                List.of(
                        Column.of("mark", Kind.NAME),
                        Column.of("kind", Kind.WORD),
                        Column.of("symbol", Kind.TEXT),
                        Column.of("stream", Kind.NAME),
                        Column.of("version", Kind.ORDINAL),
                        Column.kept("position", Kind.ORDINAL),
                        Column.kept("eventId", Kind.NAME),
                        Column.kept("type", Kind.TEXT),
                        Column.of("text", Kind.TEXT),
                        Column.of("standing", Kind.WORD),
                        Column.kept("differs", Kind.TEXT),
                        Column.of("madeBy", Kind.TEXT),
                        Column.kept("madeAt", Kind.TIME),
                        Column.kept("tick", Kind.NAME)),
                marks.all().stream().map(this::mark).toList());
    }

    private List<StateValue> mark(Mark mark) {
        var row = new ArrayList<StateValue>();
        row.add(new Text(mark.id()));
        row.add(new Text(mark.kind().word()));
        Optional<String> tick = mark.content() instanceof MarkContent.Tick(String name, var _) ? Optional.of(name) : Optional.empty();
        row.add(Pieces.cell(tick.flatMap(marks.legend()::find).map(Tick::symbol)));
        row.addAll(place(mark.binding()));
        row.add(new Text(mark.text()));
        row.add(new Text(standing(mark).word()));
        row.add(standing(mark) instanceof Standing.Changed changed ? new Text(parts(changed)) : Null.NULL);
        row.add(new Text(mark.made().who()));
        row.add(Pieces.time(Optional.of(mark.made().at())));
        row.add(Pieces.cell(tick));
        return row;
    }

    /// A mark of a whole stream has no version.
    private static List<StateValue> place(Binding binding) {
        StateValue stream = Pieces.cell(binding.stream());
        return binding instanceof Binding.ToEvent event
                ? List.of(
                        stream,
                        Pieces.cell(event.version()),
                        Pieces.position(event.position()),
                        Pieces.cell(event.eventId()),
                        new Text(event.type()))
                : List.of(stream, Null.NULL, Null.NULL, Null.NULL, Null.NULL);
    }

    private static String parts(Standing.Changed changed) {
        return changed.parts().stream().map(MarkRows::word).collect(Collectors.joining(", "));
    }

    /// `recordedTime`: as keys of texts have it.
    static String word(Standing.Part part) {
        return switch (part) {
            case DATA -> "data";
            case METADATA -> "metadata";
            case TYPE -> "type";
            case RECORDED_TIME -> "recordedAt";
            case EVENT_ID -> "eventId";
            case VERSION -> "version";
            case POSITION -> "position";
            case EVENTS -> "events";
        };
    }

    Standing standing(Mark mark) {
        return checked.of(mark).orElse(new Standing.CannotTell(Standing.Why.STOPPED, ""));
    }

    /// The findings with all that is said of them; pages tell them one by one.
    Table findings() {
        return Table.of(
                "reviewFindings",
                List.of(
                        Column.of("mark", Kind.NAME),
                        Column.of("text", Kind.TEXT),
                        Column.of("stream", Kind.NAME),
                        Column.of("version", Kind.ORDINAL),
                        Column.of("amount", Kind.AMOUNT),
                        Column.of("currency", Kind.TEXT),
                        Column.of("findingSeverity", Kind.WORD),
                        Column.of("status", Kind.WORD),
                        Column.of("standing", Kind.WORD),
                        Column.kept("condition", Kind.TEXT),
                        Column.kept("criteria", Kind.TEXT),
                        Column.kept("causeSaid", Kind.TEXT),
                        Column.kept("effect", Kind.TEXT),
                        Column.kept("response", Kind.TEXT)),
                marks.all().stream()
                        .filter(mark -> mark.content() instanceof Finding)
                        .map(mark -> finding(mark, (Finding) mark.content()))
                        .toList());
    }

    private List<StateValue> finding(Mark mark, Finding finding) {
        return List.of(
                new Text(mark.id()),
                new Text(finding.text()),
                place(mark.binding()).get(0),
                place(mark.binding()).get(1),
                amount(finding),
                Pieces.cell(finding.amount().map(Money::currency)),
                new Text(finding.severity().word()),
                new Text(finding.status().word()),
                new Text(standing(mark).word()),
                new Text(finding.condition()),
                new Text(finding.criteria()),
                new Text(finding.cause()),
                new Text(finding.effect()),
                new Text(finding.response()));
    }

    static StateValue amount(Finding finding) {
        return finding.amount().<StateValue>map(money -> Num.parse(money.amount().toPlainString())).orElse(Null.NULL);
    }

    /// Who did what, of removed marks too.
    Table history() {
        var rows = new ArrayList<List<StateValue>>();
        marks.everything().forEach(mark -> mark.history().forEach(change -> rows.add(change(mark, change))));
        return Table.of(
                "markHistory",
                List.of(
                        Column.of("mark", Kind.NAME),
                        Column.of("deed", Kind.WORD),
                        Column.of("madeAt", Kind.TIME),
                        Column.of("madeBy", Kind.TEXT),
                        Column.of("text", Kind.TEXT),
                        Column.of("status", Kind.WORD),
                        Column.of("whySaid", Kind.TEXT),
                        Column.kept("line", Kind.ORDINAL)),
                rows);
    }

    private static List<StateValue> change(Mark mark, MarkChange change) {
        return List.of(
                new Text(mark.id()),
                new Text(change.deed().word()),
                Pieces.time(Optional.of(change.at())),
                new Text(change.who()),
                new Text(change.content().text()),
                change.content() instanceof Finding finding ? new Text(finding.status().word()) : Null.NULL,
                new Text(change.why()),
                Num.of(change.line()));
    }

    /// The tick marks that stand somewhere, as the legend explains them.
    List<Tick> ticks() {
        Legend legend = marks.legend();
        return legend.ticks().stream()
                .filter(tick -> marks.all().stream()
                        .anyMatch(mark -> mark.content() instanceof MarkContent.Tick(String name, var _) && name.equals(tick.name())))
                .toList();
    }
}
