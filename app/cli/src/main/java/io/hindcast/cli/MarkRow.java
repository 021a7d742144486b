package io.hindcast.cli;

import io.hindcast.audit.mark.Binding;
import io.hindcast.audit.mark.Legend;
import io.hindcast.audit.mark.Mark;
import io.hindcast.audit.mark.MarkChange;
import io.hindcast.audit.mark.MarkContent;
import io.hindcast.audit.mark.MarkText;
import io.hindcast.audit.mark.Standing;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// A mark as a row of an answer.
final class MarkRow {
    /// What people look at.
    static final List<String> COLUMNS = List.of(
            "id", "kind", "symbol", "standing", "changed", "to", "stream", "version", "text", "status", "amount", "currency", "madeBy", "madeAt");

    /// What goes into files.
    static final List<String> ALL = List.of(
            "id", "kind", "standing", "changed", "to", "stream", "version", "position", "eventId", "type", "recordedAt", "tick", "symbol",
            "text", "condition", "criteria", "cause", "effect", "amount", "currency", "response", "severity", "status", "madeBy",
            "madeAt", "changedBy", "changedAt");

    private final Legend legend;

    MarkRow(Legend legend) {
        this.legend = legend;
    }

    /// @param standing absent where nobody looked
    Fields of(Mark mark, Optional<Standing> standing) {
        Fields row = Fields.of("id", new Text(mark.id())).with("kind", new Text(mark.kind().word()));
        row = standing.map(Standing::word).isPresent() ? withStanding(row, standing.get()) : row;
        row = withPlace(row, mark.binding());
        row = withContent(row, mark.content());
        row = row.with("madeBy", new Text(mark.made().who())).with("madeAt", EventRow.instant(Optional.of(mark.made().at())));
        Optional<MarkChange> last = Optional.of(mark.last()).filter(change -> mark.history().size() > 1);
        return row.with("changedBy", EventRow.text(last.map(MarkChange::who)))
                .with("changedAt", EventRow.instant(last.map(MarkChange::at)));
    }

    /// What stands in the row of an event.
    Fields brief(Mark mark) {
        return withContent(Fields.of("id", new Text(mark.id())).with("kind", new Text(mark.kind().word())), mark.content());
    }

    private static Fields withStanding(Fields row, Standing standing) {
        Fields told = row.with("standing", new Text(standing.word()));
        return switch (standing) {
            case Standing.Changed changed -> told.with("changed", new Text(parts(changed)))
                    .with("differences", new Items(changed.differences().stream().<StateValue>map(MarkRow::difference).toList()));
            case Standing.CannotTell(var _, String why) -> told.with("changed", Null.NULL).with("why", new Text(why));
            case Standing.Holds _, Standing.Missing _ -> told.with("changed", Null.NULL);
        };
    }

    /// `data, recordedAt`: in the words of the contract.
    static String parts(Standing.Changed changed) {
        return changed.parts().stream().map(MarkRow::word).collect(Collectors.joining(", "));
    }

    private static String word(Standing.Part part) {
        return switch (part) {
            case RECORDED_TIME -> "recordedAt";
            case EVENT_ID -> "eventId";
            case DATA, METADATA, TYPE, VERSION, POSITION, EVENTS -> part.name().toLowerCase(Locale.ROOT);
        };
    }

    private static Fields difference(Standing.Difference difference) {
        return Fields.of("part", new Text(word(difference.part())))
                .with("was", new Text(difference.was()))
                .with("is", new Text(difference.is()));
    }

    private static Fields withPlace(Fields row, Binding binding) {
        return switch (binding) {
            case Binding.ToEvent event -> row.with("to", new Text("event"))
                    .with("stream", new Text(event.streamName()))
                    .with("version", EventRow.number(event.version()))
                    .with("position", EventRow.position(event.position()))
                    .with("eventId", EventRow.text(event.eventId()))
                    .with("type", new Text(event.type()))
                    .with("recordedAt", EventRow.instant(event.recordedAt()));
            case Binding.ToStream stream -> row.with("to", new Text("stream"))
                    .with("stream", new Text(stream.streamName()))
                    .with("version", EventRow.number(stream.version()));
            case Binding.ToStore _ -> row.with("to", new Text("store"));
        };
    }

    private Fields withContent(Fields row, MarkContent content) {
        Fields said = MarkText.of(content);
        Fields all = row;
        if (content instanceof MarkContent.Tick(String name, String _)) {
            all = all.with("tick", new Text(name)).with("symbol", EventRow.text(legend.find(name).map(tick -> tick.symbol())));
        }
        for (var entry : said.entries()) {
            boolean isAmount = entry.getKey().equals("amount");
            all = all.with(entry.getKey(), isAmount && entry.getValue() instanceof Text(String digits) ? Num.parse(digits) : entry.getValue());
        }
        return all;
    }
}
