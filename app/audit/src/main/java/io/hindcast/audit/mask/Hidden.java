package io.hindcast.audit.mask;

import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What masks hide in the events of each stream; never shown to anybody.
final class Hidden {
    private static final int SHORTEST = 4;
    private static final int FEWEST_DIGITS = 5;
    private static final int MOST = 2_000_000;

    private final Map<String, Set<String>> byStream = new HashMap<>();
    private int count;

    boolean isFull() {
        return count >= MOST;
    }

    /// Remembers what is in the true value and not in the masked one.
    void learn(String stream, StateValue value, StateValue masked) {
        if (value.equals(masked)) {
            return;
        }
        if (value instanceof Fields before && masked instanceof Fields after) {
            before.entries().forEach(entry -> learn(stream, entry.getValue(), after.field(entry.getKey())));
        } else if (value instanceof Items before && masked instanceof Items after && before.size() == after.size()) {
            for (int i = 0; i < before.size(); i++) {
                learn(stream, before.values().get(i), after.values().get(i));
            }
        } else {
            Leaves.each(value, (_, leaf) -> keep(stream, leaf));
        }
    }

    private void keep(String stream, StateValue leaf) {
        String text = text(leaf);
        if (!text.isEmpty() && !isFull() && byStream.computeIfAbsent(stream, _ -> new HashSet<>()).add(text)) {
            count++;
        }
    }

    /// Whether a value that is shown is, or holds, what is hidden in its stream.
    boolean shows(String stream, StateValue leaf) {
        String text = text(leaf);
        Set<String> here = byStream.getOrDefault(stream, Set.of());
        return !text.isEmpty()
                && (here.contains(text) || (leaf instanceof Text && here.stream().anyMatch(text::contains)));
    }

    /// "" where it is too short to mean anything.
    private static String text(StateValue leaf) {
        return switch (leaf) {
            case Text(String text) -> text.length() < SHORTEST ? "" : text;
            case Num number -> {
                String digits = number.value().stripTrailingZeros().unscaledValue().abs().toString();
                yield digits.length() < FEWEST_DIGITS ? "" : number.value().stripTrailingZeros().toPlainString();
            }
            default -> "";
        };
    }
}
