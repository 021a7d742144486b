package io.hindcast.cli.output;

import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.StateText;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.util.List;
import java.util.function.BiConsumer;

/// One answer that is a whole, not rows: JSON as it is, else a table of paths and values.
public final class Document {
    private static final List<String> COLUMNS = List.of("field", "value");

    private Document() {}

    public static void print(Fields answer, Format format, Appendable out) {
        Fields document = Masked.of(out).over(answer);
        switch (format) {
            case JSON -> new Sink(out).write(StateText.pretty(document)).write("\n");
            case NDJSON -> new Sink(out).write(StateText.compact(document)).write("\n");
            case CSV, TABLE -> {
                try (var rows = Rows.plain(format, COLUMNS, out)) {
                    flatten("", document, (path, value) -> rows.add(Fields.of("field", new Text(path)).with("value", value)));
                }
            }
        }
    }

    static void flatten(String path, StateValue value, BiConsumer<String, StateValue> rows) {
        if (value instanceof Fields fields && fields.size() > 0) {
            fields.entries().forEach(entry -> flatten(join(path, entry.getKey()), entry.getValue(), rows));
        } else if (value instanceof Items items && items.size() > 0) {
            for (int i = 0; i < items.size(); i++) {
                flatten(join(path, Integer.toString(i)), items.values().get(i), rows);
            }
        } else {
            rows.accept(path, value);
        }
    }

    private static String join(String path, String step) {
        return path.isEmpty() ? step : path + "." + step;
    }
}
