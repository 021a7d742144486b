package io.hindcast.cli.output;

import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.StateText;

/// One JSON array, a row a line.
final class JsonRows implements Rows {
    private final Sink sink;
    private boolean started;

    JsonRows(Sink sink) {
        this.sink = sink;
    }

    @Override
    public void add(Fields row) {
        sink.write(started ? ",\n " : "[").write(StateText.compact(row));
        started = true;
    }

    @Override
    public void close() {
        sink.write(started ? "]\n" : "[]\n");
    }
}
