package io.hindcast.cli;

import io.hindcast.engine.replay.Problem;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.util.LinkedHashMap;

/// An event that could not be folded, as a row.
final class ProblemRow {
    private ProblemRow() {}

    static StateValue of(Problem problem) {
        var fields = new LinkedHashMap<String, StateValue>();
        fields.put("version", problem.version() < 0 ? Null.NULL : Num.of(problem.version()));
        fields.put("type", new Text(problem.type()));
        fields.put("reason", new Text(problem.reason()));
        return Fields.of(fields);
    }
}
