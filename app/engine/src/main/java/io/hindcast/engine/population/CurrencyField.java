package io.hindcast.engine.population;

import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.util.Optional;
import java.util.function.Function;

/// Which field of a state names its currency, and who said so. Amounts of different currencies are never added up
/// unless a person asks for it.
///
/// @param path the field; nothing when everything is to be added up
public record CurrencyField(Optional<FieldPath> path, Origin origin) {
    private static final FieldPath USUAL = FieldPath.parse("/currency");

    /// Stands for the currency of an aggregate that names none.
    public static final String NONE = "";

    public enum Origin {
        /// The person who asks.
        ASKED,
        /// The rules of the fold.
        RULES,
        /// Nobody: it is the field `/currency`, which counts as one where states have it.
        USUAL
    }

    /// Everything added up, whatever the currency.
    public static CurrencyField ignored() {
        return new CurrencyField(Optional.empty(), Origin.ASKED);
    }

    public static CurrencyField named(FieldPath path) {
        return new CurrencyField(Optional.of(path), Origin.ASKED);
    }

    /// What the rules say, else the usual field.
    public static CurrencyField of(Fold fold, String category) {
        return fold.currency(category)
                .map(path -> new CurrencyField(Optional.of(path), Origin.RULES))
                .orElseGet(() -> new CurrencyField(Optional.of(USUAL), Origin.USUAL));
    }

    /// The currency of a state, [#NONE] when it names none.
    String of(Function<FieldPath, StateValue> state) {
        return path.map(state).map(CurrencyField::text).orElse(NONE);
    }

    private static String text(StateValue value) {
        return switch (value) {
            case Text(String text) -> text;
            case Num number -> number.digits();
            case StateValue _ -> NONE;
        };
    }
}
