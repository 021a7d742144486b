package io.hindcast.cli;

import io.hindcast.engine.replay.FieldPattern;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.StateValue;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What somebody may have meant by a field that is not there.
final class NearFields {
    private static final int MOST = 5;

    private NearFields() {}

    /// A sentence with a space before it, naming the nearest fields where the path leaves the state; "" when there are none.
    static String sentence(StateValue state, FieldPattern wanted) {
        StateValue here = state;
        var path = FieldPath.ROOT;
        for (String step : wanted.steps()) {
            String taken = taken(here, step);
            StateValue next = here.at(new FieldPath(List.of(taken)));
            if (!next.isPresent()) {
                return here instanceof Fields fields ? near(path, fields, step) : "";
            }
            here = next;
            path = path.child(taken);
        }
        return "";
    }

    /// For `*` the first that there is.
    private static String taken(StateValue here, String step) {
        if (!step.equals(FieldPattern.ANY)) {
            return step;
        }
        if (here instanceof Fields fields && fields.size() > 0) {
            return fields.entries().iterator().next().getKey();
        }
        return here instanceof Items ? "0" : step;
    }

    private static String near(FieldPath parent, Fields fields, String step) {
        String names = fields.entries().stream()
                .map(entry -> entry.getKey())
                .sorted(Comparator.comparingInt((String name) -> -alike(name, step)))
                .limit(MOST)
                .map(name -> parent.child(name).toString())
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : " Near it: " + names + (fields.size() > MOST ? ", …" : "") + ".";
    }

    /// How many pairs of neighbouring letters two names share, for names of any length.
    private static int alike(String name, String other) {
        String one = name.toLowerCase(Locale.ROOT);
        String two = other.toLowerCase(Locale.ROOT);
        int shared = one.isEmpty() || two.isEmpty() || one.charAt(0) != two.charAt(0) ? 0 : 1;
        for (int i = 0; i + 1 < two.length(); i++) {
            if (one.contains(two.substring(i, i + 2))) {
                shared++;
            }
        }
        return shared;
    }
}
