package io.hindcast.engine.fold.rules;

import static io.hindcast.engine.fold.FoldEvents.event;
import static io.hindcast.engine.fold.FoldEvents.num;
import static io.hindcast.engine.fold.FoldEvents.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.engine.fold.FoldEvent;
import io.hindcast.engine.fold.FoldLanguage.Compiled;
import io.hindcast.engine.fold.WordCheck.Finding;
import io.hindcast.engine.state.Absent;
import java.util.List;
import org.junit.jupiter.api.Test;

class RulesCheckTest {
    private static final FoldEvent DEPOSITED = event("Deposited", object("amount", num("1"), "to", object("iban", "x")));

    @Test
    void words_that_events_have_are_not_told() {
        assertThat(told("on: { Deposited: { when: /to is present, add: { \"balances/{/to/iban}\": /amount } } }", DEPOSITED)).isEmpty();
    }

    @Test
    void a_misspelt_path_is_told_with_its_place_the_count_and_what_was_meant() {
        assertThat(told("on:\n  Deposited: { add: { balance: /amont } }", DEPOSITED, DEPOSITED))
                .containsExactly("3:32 /amont is in none of the 2 events of Deposited, did you mean `/amount`?, mistake");
    }

    @Test
    void paths_of_conditions_keys_and_metadata_are_words_too() {
        assertThat(told("on: { Deposited: { when: /kind = a, in: { lines: { id: /line } }, set: { by: metadata /user, \"x/{/key}\": 1 } } }", DEPOSITED))
                .extracting(line -> line.replaceAll("^\\S+ | is not in .*$", ""))
                .containsExactlyInAnyOrder("/kind", "/line", "metadata /user", "/key");
    }

    @Test
    void what_a_rule_can_do_without_is_no_mistake_unless_something_like_it_is_there() {
        assertThat(told("on: { Deposited: { update: { a: /note, b: /ammount }, set: { c: /x or /y, d: { from: /z, else: 0 } }, when: /q is missing } }", DEPOSITED))
                .filteredOn(line -> line.endsWith(", mistake"))
                .singleElement()
                .asString()
                .contains("/ammount is not in", "did you mean `/amount`?");
    }

    @Test
    void every_name_of_a_shared_rule_is_looked_at_by_itself() {
        assertThat(told("on: { 'Deposited, Charged': { add: { b: /amount } } }", DEPOSITED, event("Charged", object("fee", num("1")))))
                .containsExactly("2:41 /amount is not in the only event of Charged, , mistake");
    }

    @Test
    void a_type_that_never_occurs_is_a_mistake_only_where_it_looks_like_one_without_a_rule() {
        assertThat(told("on: { Depositd: ignore, Closed: ignore }", DEPOSITED))
                .containsExactly(
                        "2:7 the event type Depositd never occurs, did you mean `Deposited`?, mistake",
                        "2:25 the event type Closed never occurs, , no mistake");
        assertThat(told("on: { Deposited: ignore, Deposite: ignore }", DEPOSITED))
                .containsExactly("2:26 the event type Deposite never occurs, , no mistake");
    }

    @Test
    void rules_see_events_in_the_shape_that_upcasting_gives_them() {
        String rules = "upcast: [ { type: Paid, rename: Deposited, move: { sum: amount } } ]\non: { Deposited: { add: { balance: /amount } } }";

        assertThat(told(rules, event("Paid", object("sum", num("1"))))).isEmpty();
        assertThat(told(rules, event("Paid", object("suum", num("1")))))
                .containsExactly(
                        "2:57 /sum is not in the only event of Paid, did you mean `/suum`?, mistake",
                        "3:36 /amount is not in the only event of Deposited, , mistake");
    }

    @Test
    void the_effective_path_is_looked_for_in_every_event() {
        assertThat(told("effective: /effectiv\non: { Deposited: ignore }", event("Deposited", object("effective", "2026-01-01"))))
                .containsExactly("2:12 /effectiv is not in the only event of test, did you mean `/effective`?, mistake");
    }

    @Test
    void categories_are_told_where_none_of_a_folds_names_occurs() {
        assertThat(told("category: acount\non: { Deposited: ignore }", DEPOSITED))
                .containsExactly("2:11 the category acount never occurs, did you mean `account`?, mistake");
        assertThat(told("category: accounts, account\non: { Deposited: ignore }", DEPOSITED))
                .containsExactly("2:11 the category accounts never occurs, , no mistake");
    }

    @Test
    void unreadable_bodies_have_no_words() {
        assertThat(told("on: { Deposited: { add: { b: /amount } } }", event("Deposited", Absent.ABSENT))).hasSize(1);
    }

    private static List<String> told(String rules, FoldEvent... events) {
        if (!(new RulesLanguage().compile("folds.yaml", "fold: test\n" + rules) instanceof Compiled.Ready(var fold, var _))) {
            throw new AssertionError("the rules are wrong");
        }
        var check = fold.wordCheck().orElseThrow();
        List.of(events).forEach(check::see);
        return check.findings().stream().map(RulesCheckTest::line).toList();
    }

    private static String line(Finding finding) {
        var one = finding.diagnostic();
        return "%d:%d %s, %s, %s".formatted(
                one.line(), one.column(), one.message(), one.suggestion(), finding.isMistake() ? "mistake" : "no mistake");
    }
}
