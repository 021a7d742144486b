package io.hindcast.engine.fold.rules;

import static io.hindcast.engine.fold.FoldEvents.event;
import static io.hindcast.engine.fold.FoldEvents.num;
import static io.hindcast.engine.fold.FoldEvents.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.FoldEvent;
import io.hindcast.engine.fold.FoldFailure;
import io.hindcast.engine.fold.FoldLanguage.Compiled;
import io.hindcast.engine.fold.FoldLanguage.Diagnostic;
import io.hindcast.engine.fold.TreeEditor;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.StateValue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpcastingTest {
    private static final String ON = """
            on:
              MoneyDeposited: { add: { balance: /amount }, set: { currency: /currency } }
              FeeCharged: { subtract: { balance: /amount }, count: fees }
              TransferSent: { subtract: { balance: /amount } }
            """;

    private final TreeEditor state = new TreeEditor();

    @Test
    void a_type_gets_its_new_name_a_field_its_new_place_and_a_missing_one_a_default() throws FoldFailure {
        Fold fold = compile("""
                upcast:
                  - type: FundsAdded
                    rename: MoneyDeposited
                    move: { sum/value: amount }
                    default: { currency: EUR }
                """);

        fold.apply(event("com.bank.FundsAdded", object("sum", object("value", num("12.50")))), state);
        fold.apply(event("FundsAdded", object("sum", object("value", num("1.00")), "currency", "CHF")), state);

        assertThat(state.root()).hasToString("{balance=13.50, currency=Text[value=CHF]}");
    }

    @Test
    void units_are_converted_exactly_from_the_old_body() throws FoldFailure {
        Fold fold = compile("""
                upcast:
                  - type: MoneyDeposited
                    when: /cents is present
                    set: { amount: /cents * 0.01 }
                    remove: cents
                """);

        fold.apply(event("MoneyDeposited", object("cents", num("123456789012345678901"))), state);
        fold.apply(event("MoneyDeposited", object("amount", num("0.99"))), state);

        assertThat(state.root()).hasToString("{balance=1234567890123456790.00, currency=NULL}");
    }

    @Test
    void one_event_becomes_several_each_only_where_its_condition_holds() throws FoldFailure {
        Fold fold = compile("""
                upcast:
                  - type: TransferMade
                    split:
                      - type: TransferSent
                      - { type: FeeCharged, when: /fee is present and /fee > 0, set: { amount: /fee } }
                """);

        fold.apply(event("TransferMade", object("amount", 100, "fee", num("1.25"))), state);
        fold.apply(event("TransferMade", object("amount", 50)), state);

        assertThat(state.root()).hasToString("{balance=-151.25, fees=1}");
    }

    @Test
    void a_dropped_event_does_nothing_and_is_known() throws FoldFailure {
        Fold fold = compile("upcast:\n  - { type: \"*Heartbeat\", drop: yes }\n");

        fold.apply(event("NodeHeartbeat", object("amount", 1)), state);

        assertThat(state.root()).isEqualTo(object());
        assertThat(fold.knows("account", "NodeHeartbeat")).isTrue();
        assertThat(fold.knows("account", "Unheard")).isFalse();
    }

    @Test
    void only_the_revisions_that_are_named_are_changed_and_one_leads_to_the_next() throws FoldFailure {
        Fold fold = compile("""
                revision: metadata /revision
                upcast:
                  - { type: MoneyDeposited, revision: "none, 1", move: { amt: value }, becomes: "2" }
                  - { type: MoneyDeposited, revision: 2, move: { value: amount }, becomes: "3" }
                """);

        fold.apply(deposited(object("amt", 1), object()), state);
        fold.apply(deposited(object("amt", 10), object("revision", "1")), state);
        fold.apply(deposited(object("value", 100), object("revision", 2)), state);
        fold.apply(deposited(object("amount", 1000, "value", 7), object("revision", "3")), state);

        assertThat(state.read(FieldPath.parse("balance"))).isEqualTo(num("1111"));
    }

    @Test
    void what_cannot_be_converted_is_a_problem_and_not_a_guess() {
        Fold fold = compile("upcast:\n  - { type: MoneyDeposited, set: { amount: /cents * 0.01 } }\n");

        assertThatThrownBy(() -> fold.apply(event("MoneyDeposited", object()), state))
                .isInstanceOf(FoldFailure.class)
                .hasMessage("/cents is missing, a number was expected");
    }

    @Test
    void a_type_is_known_by_what_it_becomes() {
        Fold fold = compile("upcast:\n  - { type: FundsAdded, rename: MoneyDeposited }\n  - { type: Odd, rename: Odder }\n");

        assertThat(fold.knows("account", "FundsAdded")).isTrue();
        assertThat(fold.knows("account", "Odd")).isFalse();
    }

    @Test
    void others_see_the_event_in_its_new_shape_where_it_becomes_one() {
        Fold fold = compile("upcast:\n  - { type: FundsAdded, rename: MoneyDeposited, move: { day: effectiveDate } }\n");

        FoldEvent taken = fold.taken(event("FundsAdded", object("day", "2026-03-31"))).orElseThrow();

        assertThat(taken.type()).isEqualTo("MoneyDeposited");
        assertThat(taken.header().type()).isEqualTo("MoneyDeposited");
        assertThat(taken.header().stream()).isEqualTo("account-1");
        assertThat(taken.data()).isEqualTo(object("effectiveDate", "2026-03-31"));
    }

    @Test
    void a_recast_event_is_not_recast_again() throws FoldFailure {
        Fold fold = compile("upcast:\n  - { type: MoneyDeposited, set: { amount: /amount * 100 } }\n");
        FoldEvent once = fold.taken(event("MoneyDeposited", object("amount", 1))).orElseThrow();

        fold.apply(once, state);

        assertThat(state.read(FieldPath.parse("balance"))).isEqualTo(num("100"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "upcast: yes;1;9;`upcast` is followed by a list",
                "upcast: [ yes ];1;11;a type and what becomes of it were expected",
                "upcast: [ { rename: B } ];1;11;an upcaster says with `type` which events it is for",
                "upcast: [ { type: A, renam: B } ];1;22;`renam` is not known here",
                "upcast: [ { type: A, revision: 1 } ];1;22;where events say their revision is not told",
                "upcast: [ { type: A, drop: maybe } ];1;28;`drop` is followed by `yes`",
                "upcast: [ { type: A, drop: yes, rename: B } ];1;33;`rename` cannot stand beside `drop`",
                "upcast: [ { type: A, split: B } ];1;29;`split` is followed by the events that come out",
                "upcast: [ { type: A, move: { a: { b: c } } } ];1;33;the new name of the field was expected",
                "revision: 1;1;11;`revision` is followed by a path",
            })
    void each_mistake_has_its_place_and_its_sentence(String text, int line, int column, String message) {
        Compiled compiled = new RulesLanguage().compile("test.folds.yaml", text + "\non: { A: ignore }\n");

        assertThat(compiled).isInstanceOf(Compiled.Rejected.class);
        List<Diagnostic> errors = ((Compiled.Rejected) compiled).errors();
        assertThat(errors).anySatisfy(error -> {
            assertThat(error.message()).isEqualTo(message);
            assertThat(error.line()).isEqualTo(line);
            assertThat(error.column()).isEqualTo(column);
        });
    }

    private static FoldEvent deposited(StateValue data, StateValue metadata) {
        return event("account", "MoneyDeposited", data, metadata);
    }

    private static Fold compile(String upcast) {
        Compiled compiled = new RulesLanguage().compile("test.folds.yaml", upcast + ON);
        assertThat(compiled).isInstanceOf(Compiled.Ready.class);
        return ((Compiled.Ready) compiled).fold();
    }
}
