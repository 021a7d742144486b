package io.hindcast.audit.template;

import io.hindcast.audit.report.Column;
import io.hindcast.audit.report.Column.Kind;
import io.hindcast.audit.report.Table;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import io.hindcast.engine.whatif.Alteration;
import io.hindcast.engine.whatif.Hypothesis;
import java.util.List;

/// The events that are supposed to be otherwise than they were recorded.
final class SupposedTable {
    private SupposedTable() {}

    static Table of(Hypothesis hypothesis) {
        return Table.of(
                "supposed",
                List.of(
                        Column.of("stream", Kind.NAME),
                        Column.of("event", Kind.TEXT),
                        Column.of("alteration", Kind.WORD),
                        Column.of("data", Kind.VALUE)),
                hypothesis.alterations().stream().map(SupposedTable::row).toList());
    }

    private static List<StateValue> row(Alteration one) {
        var stream = new Text(one.pick().stream());
        var event = new Text(one.pick().shown());
        return switch (one) {
            case Alteration.Mute _ -> List.of(stream, event, new Text("muted"), Null.NULL);
            case Alteration.Replace(_, StateValue data) -> List.of(stream, event, new Text("replaced"), data);
        };
    }
}
