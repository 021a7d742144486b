package io.hindcast.cli.output;

import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.StateText;

/// A JSON object a line.
final class NdjsonRows implements Rows {
    private final Sink sink;

    NdjsonRows(Sink sink) {
        this.sink = sink;
    }

    @Override
    public void add(Fields row) {
        sink.write(StateText.compact(row)).write("\n");
    }

    @Override
    public void close() {
        // every line is complete
    }
}
