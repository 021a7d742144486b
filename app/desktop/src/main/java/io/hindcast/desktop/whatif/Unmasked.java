package io.hindcast.desktop.whatif;

import io.hindcast.desktop.focus.Shown;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.StateValue;
import java.util.ArrayList;

/// Gives a body that a person has written the values back that were masked while it was written.
final class Unmasked {
    private Unmasked() {}

    /// @param written what the person left
    /// @param shown what the person began with
    /// @param actual what stood there in truth
    static StateValue of(StateValue written, Shown shown, StateValue actual) {
        return of(written, shown.value(), actual);
    }

    private static StateValue of(StateValue written, StateValue shown, StateValue actual) {
        if (written.equals(shown)) {
            return actual;
        }
        return switch (written) {
            case Fields fields when shown instanceof Fields before && actual instanceof Fields within ->
                fields(fields, before, within);
            case Items items when shown instanceof Items before && actual instanceof Items within ->
                items(items, before, within);
            default -> written;
        };
    }

    private static Fields fields(Fields written, Fields shown, Fields actual) {
        var whole = Fields.builder(written.size());
        written.entries().forEach(entry -> whole.put(
                entry.getKey(), of(entry.getValue(), field(shown, entry.getKey()), field(actual, entry.getKey()))));
        return whole.build();
    }

    private static StateValue field(Fields fields, String name) {
        return fields.at(FieldPath.ROOT.child(name));
    }

    private static Items items(Items written, Items shown, Items actual) {
        var whole = new ArrayList<StateValue>();
        for (int i = 0; i < written.size(); i++) {
            StateValue one = written.values().get(i);
            boolean known = i < shown.size() && i < actual.size();
            whole.add(known ? of(one, shown.values().get(i), actual.values().get(i)) : one);
        }
        return new Items(whole);
    }
}
