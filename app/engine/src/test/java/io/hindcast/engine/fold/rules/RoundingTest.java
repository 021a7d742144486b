package io.hindcast.engine.fold.rules;

import static io.hindcast.engine.fold.FoldEvents.event;
import static io.hindcast.engine.fold.FoldEvents.num;
import static io.hindcast.engine.fold.FoldEvents.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.FoldFailure;
import io.hindcast.engine.fold.FoldLanguage.Compiled;
import io.hindcast.engine.fold.FoldLanguage.Diagnostic;
import io.hindcast.engine.fold.TreeEditor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Nothing is rounded but where the rule says so, and how it says.
class RoundingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "round(/a * 0.1 to 2 half-up);1.25;0.13",
                "round(/a * 0.1 to 2 half-even);1.25;0.12",
                "round(/a * 0.1 to 2 half-down);1.25;0.12",
                "round(/a * 0.1 to 2 up);1.21;0.13",
                "round(/a * 0.1 to 2 down);1.29;0.12",
                "round(/a * 0.1 to 2 ceiling);-1.29;-0.12",
                "round(/a * 0.1 to 2 floor);-1.21;-0.13",
                "round(/a / 3 to 2 half-up);10;3.33",
                "round(/a * 7 / 3 to 4 half-even);1;2.3333",
                "round(/a / (3 + 4) to 0 half-up);100;14",
                "round((/a + 1) / 3 to 3 down);1;0.666",
                "round(/a to 4 half-up);2.5;2.5000",
                "round(/a / 3 to 2 half-up) * 3;10;9.99",
                "1 + round(/a / 3 to 30 half-up);1;1.333333333333333333333333333333",
            })
    void one_rounding_by_name(String expression, String a, String expected) throws FoldFailure {
        var state = new TreeEditor();

        fold(expression).apply(event("A", object("a", num(a))), state);

        assertThat(state.root()).hasToString("{n=" + expected + "}");
    }

    @Test
    void nothing_is_divided_by_zero() {
        assertThatThrownBy(() -> fold("round(1 / /a to 2 up)").apply(event("A", object("a", 0)), new TreeEditor()))
                .isInstanceOf(FoldFailure.class)
                .hasMessage("/a is zero, nothing can be divided by it");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "/a / 3;division is not exact: say how to round;round(/a / 3 to 2 half-up)",
                "round(/a + /b / 3 to 2 up);division is not exact: say how to round;round(/a / 3 to 2 half-up)",
                "round(/a / 3 * 2 to 2 up);`to` was expected;''",
                "round((/a / 3) to 2 up);division is not exact: say how to round;round(/a / 3 to 2 half-up)",
                "round(/a / 3 to 2 halfup);`halfup` is no way of rounding;did you mean `half-up`?",
                "round(/a / 3 to two up);`two` is no number of digits from 0 to 99;''",
                "round(/a / 3);`to` was expected;''",
            })
    void mistakes_are_told(String expression, String message, String suggestion) {
        assertThat(compiled(expression)).isInstanceOfSatisfying(Compiled.Rejected.class, rejected -> {
            List<Diagnostic> errors = rejected.errors();
            assertThat(errors).anySatisfy(error -> {
                assertThat(error.message()).isEqualTo(message);
                assertThat(error.suggestion()).isEqualTo(suggestion);
            });
        });
    }

    private static Fold fold(String expression) {
        return ((Compiled.Ready) compiled(expression)).fold();
    }

    private static Compiled compiled(String expression) {
        return new RulesLanguage().compile("a.folds.yaml", "on:\n  A:\n    set:\n      n: " + expression + "\n");
    }
}
