package io.hindcast.cli.output;

import io.hindcast.engine.mask.AnswerMask;
import io.hindcast.engine.state.Fields;
import java.util.List;

/// Takes the rows of an answer one by one, so that an answer of any length needs little memory.
public interface Rows extends AutoCloseable {
    void add(Fields row);

    /// Writes what a format holds back to see more of it; for rows that come while somebody waits for them.
    default void flush() {}

    /// Finishes the answer; nothing can be added afterwards.
    @Override
    void close();

    /// Rows in a format. Where a workbook is wanted they go there, with the columns of CSV.
    ///
    /// @param columns the columns of tables and CSV, in order; JSON writes every field of a row
    static Rows in(Format format, List<String> columns, Appendable out) {
        AnswerMask mask = Masked.of(out);
        if (mask.isOff()) {
            return plain(format, columns, out);
        }
        List<String> masked = mask.columns(columns);
        return new MaskedRows(mask, columns, masked, plain(format, masked, out), Fields.EMPTY);
    }

    /// Rows that are written as they are.
    static Rows plain(Format format, List<String> columns, Appendable out) {
        return switch (format) {
            case TABLE -> new TableRows(columns, new Sink(out));
            case JSON -> new JsonRows(new Sink(out));
            case NDJSON -> new NdjsonRows(new Sink(out));
            case CSV -> out instanceof WorkbookOut workbook ? workbook.rows(columns) : new CsvRows(columns, new Sink(out));
        };
    }
}
