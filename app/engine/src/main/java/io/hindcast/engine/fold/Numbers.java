package io.hindcast.engine.fold;

import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.Opaque;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.util.Optional;

/// Where amounts come from: a number, decimal text, or an object of money. Always exact.
public final class Numbers {
    /// Longer text is no amount; it would only cost time to find that out.
    private static final int LONGEST = 400;

    private Numbers() {}

    /// The number that a value stands for: itself, decimal text (`-12.50`, `1E3`; no grouping, no comma), or the
    /// `amount` or `value` of an object. Empty for everything else.
    public static Optional<Num> read(StateValue value) {
        return switch (value) {
            case Num number -> Optional.of(number);
            case Text text -> decimal(text.value().strip());
            case Fields fields -> money(fields);
            case Absent _, Null _, Bool _, Items _, Opaque _ -> Optional.empty();
        };
    }

    private static Optional<Num> money(Fields fields) {
        StateValue amount = fields.field("amount");
        StateValue inner = amount.isPresent() ? amount : fields.field("value");
        return inner instanceof Fields ? Optional.empty() : read(inner);
    }

    private static Optional<Num> decimal(String text) {
        if (text.isEmpty() || text.length() > LONGEST || !isDecimal(text)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Num.parse(text));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static boolean isDecimal(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
                return false;
            }
        }
        return true;
    }
}
