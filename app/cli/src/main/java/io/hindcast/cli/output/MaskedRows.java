package io.hindcast.cli.output;

import io.hindcast.engine.mask.AnswerMask;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.StateValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Rows that are masked before they are written.
final class MaskedRows implements Rows {
    private final AnswerMask mask;
    private final Rows rows;
    private final Fields asked;
    private final Map<String, String> shown = new LinkedHashMap<>();

    /// @param columns as they are in truth
    /// @param masked the same, as they are shown
    /// @param asked what was said before the rows
    MaskedRows(AnswerMask mask, List<String> columns, List<String> masked, Rows rows, Fields asked) {
        this.asked = asked;
        this.mask = mask;
        this.rows = rows;
        for (int i = 0; i < columns.size(); i++) {
            if (!columns.get(i).equals(masked.get(i))) {
                shown.put(columns.get(i), masked.get(i));
            }
        }
    }

    @Override
    public void add(Fields row) {
        Fields rest = row;
        for (String column : shown.keySet()) {
            rest = rest.without(column);
        }
        Fields masked = mask.over(rest, asked);
        for (Map.Entry<String, String> column : shown.entrySet()) {
            StateValue value = row.field(column.getKey());
            if (value.isPresent()) {
                Fields one = mask.over(Fields.of(column.getKey(), value), asked);
                masked = masked.with(column.getValue(), one.entries().iterator().next().getValue());
            }
        }
        rows.add(masked);
    }

    @Override
    public void flush() {
        rows.flush();
    }

    @Override
    public void close() {
        rows.close();
    }
}
