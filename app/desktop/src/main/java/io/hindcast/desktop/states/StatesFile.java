package io.hindcast.desktop.states;

import io.hindcast.connector.ConnectorException;
import io.hindcast.desktop.focus.Masks;
import io.hindcast.desktop.states.StatesModel.Answer;
import io.hindcast.engine.population.Aggregate;
import io.hindcast.engine.population.FieldTotal;
import io.hindcast.engine.population.States;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.session.WholeFile;
import io.hindcast.engine.sheet.SheetColumn;
import io.hindcast.engine.sheet.Workbook;
import io.hindcast.engine.state.CsvLine;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateText;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Writes a table of states to a file, with what was asked in its head. The rows are asked for again, so that all of them
/// are written however many the table shows. A file that was stopped is not there,
/// and what was there before stays.
final class StatesFile {
    private final OpenStore store;
    private final Answer answer;
    private final Masks masks;
    private final List<FieldPath> columns;

    StatesFile(OpenStore store, Answer answer, List<FieldPath> columns, Masks masks) {
        this.masks = masks;
        this.store = store;
        this.answer = answer;
        this.columns = columns;
    }

    /// @return whether it is complete
    /// @throws ConnectorException when the store fails, or the file cannot be written
    boolean write(Path file, Progress progress, Cancellation cancellation) {
        String name = file.toString();
        try {
            return WholeFile.write(
                    file,
                    out -> name.endsWith(".xlsx")
                            ? workbook(out, progress, cancellation)
                            : text(out, name.endsWith(".json"), progress, cancellation));
        } catch (IOException | UncheckedIOException failure) {
            throw new ConnectorException(
                    ConnectorException.Kind.INTERNAL, "The file " + file.getFileName() + " cannot be written.");
        }
    }

    private boolean text(OutputStream file, boolean json, Progress progress, Cancellation cancellation)
            throws IOException {
        try (Writer out = new BufferedWriter(new OutputStreamWriter(file, StandardCharsets.UTF_8))) {
            return json ? json(out, progress, cancellation) : csv(out, progress, cancellation);
        }
    }

    /// The rows with these columns, the totals, and what was asked, a sheet each.
    private boolean workbook(OutputStream file, Progress progress, Cancellation cancellation) throws IOException {
        try (var workbook = new Workbook(file)) {
            workbook.sheet("States", names().stream().map(SheetColumn::of).toList());
            boolean complete = rows(aggregate -> workbook.row(cells(aggregate)), progress, cancellation);
            workbook.sheet("Totals", Stream.of("field", "currency", "sum").map(SheetColumn::of).toList());
            for (FieldTotal total : answer.totals()) {
                for (Map.Entry<String, Num> sum : total.sums().entrySet()) {
                    workbook.row(List.of(
                            new Text(total.path().toString()), new Text(sum.getKey()), total(total, Num.of(sum.getValue().value()))));
                }
            }
            workbook.sheet("About", Stream.of("field", "value").map(SheetColumn::of).toList());
            for (Map.Entry<String, StateValue> entry : head().entries()) {
                workbook.row(List.of(new Text(entry.getKey()), entry.getValue()));
            }
            return complete;
        }
    }

    private List<String> names() {
        var names = new ArrayList<>(List.of("stream", "version"));
        columns.forEach(path -> names.add(path.toString()));
        names.add("problems");
        return names;
    }

    private List<StateValue> cells(Aggregate aggregate) {
        var cells = new ArrayList<StateValue>(List.of(new Text(masks.stream(aggregate.stream())), version(aggregate)));
        columns.forEach(path -> cells.add(
                masks.stateAt(aggregate.stream(), path, aggregate.state().at(path)).value()));
        cells.add(Num.of(aggregate.problems()));
        return cells;
    }

    private boolean csv(Writer out, Progress progress, Cancellation cancellation) throws IOException {
        for (Map.Entry<String, StateValue> entry : head().entries()) {
            out.write(CsvLine.of(List.of(new Text("# " + entry.getKey()), entry.getValue())));
        }
        out.write(CsvLine.of(names().stream().map(Text::new).toList()));
        return rows(aggregate -> out.write(CsvLine.of(cells(aggregate))), progress, cancellation);
    }

    private boolean json(Writer out, Progress progress, Cancellation cancellation) throws IOException {
        out.write("{");
        for (Map.Entry<String, StateValue> entry : head().entries()) {
            out.write("\n  " + StateText.quoted(entry.getKey()) + ": " + StateText.compact(entry.getValue()) + ",");
        }
        out.write("\n  \"rows\": [");
        var first = new boolean[] {true};
        boolean complete = rows(
                aggregate -> {
                    Fields row = Fields.of("stream", new Text(masks.stream(aggregate.stream())))
                            .with("version", version(aggregate))
                            .with("state", masks.state(aggregate.stream(), aggregate.state()).value())
                            .with("problems", Num.of(aggregate.problems()));
                    out.write((first[0] ? "\n    " : ",\n    ") + StateText.compact(row));
                    first[0] = false;
                },
                progress,
                cancellation);
        out.write("\n  ],\n  \"totals\": " + StateText.compact(totals()) + "\n}\n");
        return complete;
    }

    private interface RowWriter {
        void write(Aggregate aggregate) throws IOException;
    }

    private boolean rows(RowWriter writer, Progress progress, Cancellation cancellation) {
        return new States(store)
                .at(
                        answer.question(),
                        aggregate -> {
                            try {
                                writer.write(aggregate);
                            } catch (IOException failure) {
                                throw new UncheckedIOException(failure);
                            }
                        },
                        progress,
                        cancellation)
                .isComplete();
    }

    private Fields head() {
        var head = new LinkedHashMap<String, StateValue>();
        head.put("store", new Text(store.location()));
        head.put("category", new Text(answer.question().category()));
        head.put("fold", new Text(answer.question().fold().name()));
        head.put("moment", new Text(answer.momentText()));
        answer.question().effective().ifPresent(day -> head.put("effective", new Text(day.toString())));
        if (!masks.isNone()) {
            head.put("masks", new Text(masks.rules().origin()));
        }
        head.put("zone", new Text(answer.question().zone().getId()));
        return Fields.of(head);
    }

    private Fields totals() {
        var fields = new LinkedHashMap<String, StateValue>();
        for (FieldTotal total : answer.totals()) {
            var sums = new LinkedHashMap<String, StateValue>();
            total.sums().forEach((name, sum) -> sums.put(name, total(total, plain(sum))));
            fields.put(total.path().toString(), answer.byCurrency() ? Fields.of(sums) : total(total, plain(total.sum())));
        }
        return Fields.of(fields);
    }

    private StateValue total(FieldTotal total, StateValue sum) {
        return masks.totalAt(answer.question().category(), total.path(), sum).value();
    }

    private static Text plain(Num number) {
        return new Text(number.value().toPlainString());
    }

    private static StateValue version(Aggregate aggregate) {
        return aggregate.version().isPresent()
                ? Num.of(aggregate.version().getAsLong())
                : Null.NULL;
    }
}
