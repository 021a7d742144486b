package io.hindcast.cli.output;

import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.Opaque;
import io.hindcast.engine.state.StateText;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;

/// A value in one cell of a table: text as it is, numbers with their digits, structures as JSON, nothing as nothing.
final class Cell {
    private Cell() {}

    static String text(StateValue value) {
        return switch (value) {
            case Absent _, Null _ -> "";
            case Text(String text) -> text;
            case Num number -> number.digits();
            case Bool(boolean truth) -> Boolean.toString(truth);
            case Fields _, Items _, Opaque _ -> StateText.compact(value);
        };
    }
}
