package io.hindcast.engine.fold.rules;

import io.hindcast.engine.fold.PathTable;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Text;
import java.util.ArrayList;
import java.util.List;

/// Reads the paths of the state, whose steps may be named by the event: `balances/{/currency}`.
final class PathText {
    private PathText() {}

    static Target target(Node.Scalar name, PathTable paths, Diagnostics diagnostics) {
        if (name.text().isEmpty()) {
            diagnostics.error(name.place(), "the name of a field was expected");
        }
        if (!name.text().contains("{")) {
            return new Target.Fixed(paths.of(FieldPath.parse(name.text())));
        }
        var steps = new ArrayList<Value>();
        for (String piece : pieces(name.text())) {
            if (!piece.startsWith("{")) {
                FieldPath.parse(piece).steps().forEach(step -> steps.add(new Value.Constant(new Text(step))));
            } else if (piece.endsWith("}")) {
                try {
                    steps.add(Expression.value(piece.substring(1, piece.length() - 1), paths));
                } catch (Expression.Unreadable e) {
                    diagnostics.error(name.place(), "in braces: " + e.reason(), e.suggestion);
                }
            } else {
                diagnostics.error(name.place(), "the brace is never closed");
            }
        }
        return Target.Keyed.of(steps, paths);
    }

    /// The steps of a path; a slash inside braces does not part.
    private static List<String> pieces(String path) {
        var pieces = new ArrayList<String>();
        int start = path.startsWith("/") ? 1 : 0;
        boolean inBraces = false;
        for (int i = start; i <= path.length(); i++) {
            if (i == path.length() || (path.charAt(i) == '/' && !inBraces)) {
                pieces.add(path.substring(start, i));
                start = i + 1;
            } else if (path.charAt(i) == '{') {
                inBraces = true;
            } else if (path.charAt(i) == '}') {
                inBraces = false;
            }
        }
        return pieces;
    }
}
