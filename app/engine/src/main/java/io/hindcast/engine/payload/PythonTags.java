package io.hindcast.engine.payload;

import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.Opaque;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;

/// Unwraps the `{"_type_": …, "_data_": …}` objects of the Python eventsourcing library. An object with any other
/// field is data and stays as it is.
final class PythonTags {
    private static final String TYPE = "_type_";
    private static final String DATA = "_data_";

    private PythonTags() {}

    static StateValue unwrap(Fields fields) {
        if (fields.size() != 2 || !(fields.field(TYPE) instanceof Text(String type))) {
            return fields;
        }
        StateValue data = fields.field(DATA);
        return switch (data) {
            case Absent _ -> fields;
            case Text(String text) when type.equals("decimal_str") -> decimal(text);
            case Fields _ when type.equals("money") -> data;
            case Fields _, Items _ -> fields;
            case Text _, Null _, Bool _, Num _, Opaque _ -> data;
        };
    }

    /// Python also knows decimals that are no numbers (`NaN`, `Infinity`): they stay text.
    private static StateValue decimal(String text) {
        try {
            return Num.parse(text);
        } catch (NumberFormatException _) {
            return new Text(text);
        }
    }
}
