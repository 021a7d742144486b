package io.hindcast.engine.population;

import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.Opaque;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.util.ArrayDeque;

/// About how many bytes a state holds: a rough measure for keeping within memory, on the high side.
public final class Weight {
    private static final long OBJECT = 48;

    private Weight() {}

    public static long of(StateValue state) {
        long weight = 0;
        var open = new ArrayDeque<StateValue>();
        open.push(state);
        while (!open.isEmpty()) {
            weight += OBJECT;
            switch (open.pop()) {
                case Fields fields -> fields.entries().forEach(entry -> open.push(entry.getValue()));
                case Items items -> items.values().forEach(open::push);
                case Text(String text) -> weight += 2L * text.length();
                case Num number -> weight += 2L * number.digits().length();
                case Opaque opaque -> weight += 2L * opaque.preview().length();
                case Absent _, Null _, Bool _ -> {}
            }
        }
        return weight;
    }
}
