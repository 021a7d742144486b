package io.hindcast.audit.template;

import io.hindcast.audit.report.StateEvidence;
import io.hindcast.audit.report.StateEvidence.Line;
import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.StateValue;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts a state before and after side by side.
final class Evidences {
    /// Of the lines that did not change, so many are shown; of those that did, all up to [#MOST].
    private static final int UNCHANGED = 40;

    private static final int MOST = 400;

    private Evidences() {}

    static StateEvidence between(int number, String caption, Optional<Instant> at, StateValue before, StateValue after) {
        Map<FieldPath, StateValue> old = leaves(before);
        Map<FieldPath, StateValue> now = leaves(after);
        var paths = new LinkedHashMap<>(old);
        paths.putAll(now);
        var lines = new ArrayList<Line>();
        long more = 0;
        int unchanged = 0;
        for (FieldPath path : paths.keySet()) {
            var line = new Line(
                    path.toString(), old.getOrDefault(path, Absent.ABSENT), now.getOrDefault(path, Absent.ABSENT));
            unchanged += line.isChanged() ? 0 : 1;
            if (lines.size() < MOST && (line.isChanged() || unchanged <= UNCHANGED)) {
                lines.add(line);
            } else {
                more++;
            }
        }
        return new StateEvidence(number, caption, at, lines, more);
    }

    /// Every place that holds a value, empty objects and lists included.
    private static Map<FieldPath, StateValue> leaves(StateValue state) {
        record Place(FieldPath path, StateValue value) {}
        var leaves = new LinkedHashMap<FieldPath, StateValue>();
        var open = new ArrayDeque<Place>();
        open.push(new Place(FieldPath.ROOT, state));
        while (!open.isEmpty()) {
            Place here = open.pop();
            var inside = new ArrayList<Place>();
            if (here.value() instanceof Fields fields && fields.size() > 0) {
                fields.entries().forEach(one -> inside.add(new Place(here.path().child(one.getKey()), one.getValue())));
            } else if (here.value() instanceof Items items && items.size() > 0) {
                List<StateValue> values = items.values();
                for (int i = 0; i < values.size(); i++) {
                    inside.add(new Place(here.path().child(i), values.get(i)));
                }
            } else if (here.value().isPresent()) {
                leaves.put(here.path(), here.value());
            }
            inside.reversed().forEach(open::push);
        }
        return leaves;
    }
}
