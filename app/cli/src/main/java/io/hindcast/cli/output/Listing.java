package io.hindcast.cli.output;

import io.hindcast.engine.mask.AnswerMask;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.StateText;
import io.hindcast.engine.state.StateValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One answer with rows in its middle, written as they come: what is known before them, the rows, what is known after.
///
/// As JSON it is one object with the rows under `rows`. As NDJSON the rows come first, and one last line holds the rest.
/// Tables and CSV have the rows alone; a workbook has the rest on a sheet of its own. Nothing is written before the first row or the end.
public final class Listing {
    private final Format format;
    private final List<String> columns;
    private final Fields before;
    private final Appendable out;
    private final Sink sink;
    private final AnswerMask mask;
    private final Fields asked;
    private @Nullable Rows plain;
    private @Nullable Rows rows;
    private boolean anyRow;

    /// @param columns of tables and CSV, in order
    /// @param before what is known before the rows
    public Listing(Format format, List<String> columns, Fields before, Appendable out) {
        this.format = format;
        this.columns = List.copyOf(columns);
        this.mask = Masked.of(out);
        this.asked = before;
        this.before = mask.over(before);
        this.out = out;
        this.sink = new Sink(out);
    }

    public void add(Fields row) {
        switch (format) {
            case JSON -> {
                sink.write(anyRow ? ",\n    " : opening() + "\n    ").write(StateText.compact(mask.over(row, asked)));
                anyRow = true;
            }
            case NDJSON, TABLE, CSV -> begun().add(row);
        }
    }

    /// Finishes the answer.
    public void finish(Fields known) {
        Fields after = mask.over(known, asked);
        switch (format) {
            case JSON -> {
                sink.write(anyRow ? "\n  ]" : opening() + "]");
                after.entries().forEach(this::member);
                sink.write("\n}\n");
            }
            case NDJSON -> {
                var rest = Fields.builder(before.size() + after.size());
                before.entries().forEach(entry -> rest.put(entry.getKey(), entry.getValue()));
                after.entries().forEach(entry -> rest.put(entry.getKey(), entry.getValue()));
                rows().add(rest.build());
                rows().close();
            }
            case TABLE, CSV -> {
                if (rows() instanceof SheetRows sheet) {
                    sheet.about(before);
                    sheet.about(after);
                }
                rows().close();
            }
        }
    }

    /// Where rows go that are masked on their way.
    private Rows begun() {
        Rows here = rows;
        if (here == null) {
            here = mask.isOff() ? rows() : new MaskedRows(mask, columns, mask.columns(columns), rows(), asked);
            rows = here;
        }
        return here;
    }

    /// Where rows go that are masked already.
    private Rows rows() {
        Rows here = plain;
        if (here == null) {
            here = Rows.plain(format, mask.isOff() ? columns : mask.columns(columns), out);
            plain = here;
        }
        return here;
    }

    private String opening() {
        var text = new StringBuilder("{");
        before.entries().forEach(entry -> text.append("\n  ")
                .append(StateText.quoted(entry.getKey()))
                .append(": ")
                .append(StateText.compact(entry.getValue()))
                .append(','));
        return text.append("\n  \"rows\": [").toString();
    }

    private void member(Map.Entry<String, StateValue> entry) {
        sink.write(",\n  ")
                .write(StateText.quoted(entry.getKey()))
                .write(": ")
                .write(StateText.compact(entry.getValue()));
    }
}
