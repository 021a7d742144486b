package io.hindcast.engine.fold.rules;

import static io.hindcast.engine.fold.FoldEvents.event;
import static io.hindcast.engine.fold.FoldEvents.list;
import static io.hindcast.engine.fold.FoldEvents.num;
import static io.hindcast.engine.fold.FoldEvents.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.FoldFailure;
import io.hindcast.engine.fold.FoldLanguage;
import io.hindcast.engine.fold.FoldLanguage.Compiled;
import io.hindcast.engine.fold.TreeEditor;
import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Opaque;
import io.hindcast.engine.state.StateValue;
import io.hindcast.event.FieldLocation;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class RulesLanguageTest {
    private final TreeEditor state = new TreeEditor();

    @Test
    void the_language_is_found_as_a_service_and_knows_its_files() {
        var languages = ServiceLoader.load(FoldLanguage.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();

        assertThat(languages).anyMatch(language -> language.id().equals("rules"));
        assertThat(new RulesLanguage().understands("rules/bank.folds.yaml")).isTrue();
        assertThat(new RulesLanguage().understands("folds.yaml")).isTrue();
        assertThat(new RulesLanguage().understands("bank.folds.yml")).isTrue();
        assertThat(new RulesLanguage().understands("bank.yaml")).isFalse();
        assertThat(new RulesLanguage().understands("fold.js")).isFalse();
    }

    @Test
    void rules_that_cannot_look_at_metadata_say_so() {
        assertThat(compile("fold: f\non: { A: { set: { x: /x } } }").readsMetadata()).isFalse();
        assertThat(compile("fold: f\non: { A: { set: { x: metadata /x } } }").readsMetadata()).isTrue();
        assertThat(compile("fold: f\non: { A: { add: { \"x/{m\\x65tadata /x}\": /x } } }").readsMetadata())
                .isTrue();
    }

    @Test
    void a_bank_account_is_told_in_a_few_lines() throws FoldFailure {
        Fold fold = compile("""
                fold: bank account
                category: account, bankAccount, BankAccount
                start: { balance: 0.00, transactionCount: 0 }
                on:
                  AccountOpened:
                    set: { ownerName: /ownerName, overdraftLimit: number(/overdraftLimit) }
                    status: OPEN
                  MoneyDeposited, InterestPaid:
                    add: { balance: /amount }
                    count: transactionCount
                  MoneyWithdrawn:
                    subtract: { balance: /amount }
                    count: transactionCount
                  OwnerDetailsChanged: { update: { ownerName: /ownerName } }
                  AccountFrozen: { status: FROZEN }
                """);
        fold.begin("account", state);

        fold.apply(event("AccountOpened", object("ownerName", "Ada", "overdraftLimit", "500.00")), state);
        fold.apply(event("MoneyDeposited", object("amount", num("100.10"))), state);
        fold.apply(event("MoneyWithdrawn", object("amount", "0.30")), state);
        fold.apply(event("OwnerDetailsChanged", object("ownerName", Null.NULL)), state);
        fold.apply(event("AccountFrozen", object()), state);

        assertThat(state.root())
                .hasToString("{balance=99.80, transactionCount=2, ownerName=Text[value=Ada], "
                        + "overdraftLimit=500.00, status=Text[value=FROZEN]}");
        assertThat(fold.name()).isEqualTo("bank account");
        assertThat(fold.digest()).hasSize(64);
    }

    @Test
    void types_are_found_by_their_simple_name() throws FoldFailure {
        Fold fold = compile("on:\n  Opened: { status: OPEN }\n  bank:Account.Closed: { status: CLOSED }\n");

        fold.apply(event("com.bank.Events$Opened", object()), state);
        assertThat(read("status")).hasToString("Text[value=OPEN]");
        fold.apply(event("bank:Account.Closed", object()), state);
        assertThat(read("status")).hasToString("Text[value=CLOSED]");
        assertThat(fold.knows("account", "x:Opened")).isTrue();
        assertThat(fold.knows("account", "Reopened")).isFalse();
    }

    @Test
    void patterns_match_types_and_categories() throws FoldFailure {
        Fold fold = compile("category: acc*|ledger\non: { '*Deposited': { count: n } }\n");

        fold.apply(event("account", "CashDeposited", Absent.ABSENT, Absent.ABSENT), state);
        fold.apply(event("loan", "CashDeposited", Absent.ABSENT, Absent.ABSENT), state);

        assertThat(read("n")).isEqualTo(num("1"));
        assertThat(fold.covers("accounts")).isTrue();
        assertThat(fold.covers("ledger")).isTrue();
        assertThat(fold.covers("loan")).isFalse();
    }

    @Test
    void constants_and_paths_are_told_apart_by_the_slash_and_the_quotes() throws FoldFailure {
        run("""
                on:
                  E:
                    set: { path: /amount, word: amount, quoted: '/amount', number: 1.50, flag: true, none: null, digits: "7" }
                """, object("amount", 3));

        assertThat(state.root())
                .isEqualTo(object(
                        "path", 3, "word", "amount", "quoted", "/amount", "number", num("1.5"), "flag", true,
                        "none", Null.NULL, "digits", "7"));
    }

    @Test
    void metadata_header_and_state_can_be_read() throws FoldFailure {
        Fold fold = compile("""
                on:
                  E:
                    set: { by: metadata /user/id, type: event type, version: event version, at: event time }
                  F:
                    set: { last: state /by }
                """);

        fold.apply(event("account", "E", object(), object("user", object("id", "ada"))), state);
        fold.apply(event("F", object()), state);

        assertThat(state.root())
                .isEqualTo(object(
                        "by", "ada", "type", "E", "version", 7, "at", "2026-03-31T10:00:00Z", "last", "ada"));
    }

    @Test
    void arithmetic_is_exact() throws FoldFailure {
        run("""
                on:
                  E:
                    set:
                      product: /a * -1
                      sum: /a + /b - 0.1
                      nested: (/a + /b) * 3
                      minus: -/b
                      dashed: /old-limit - /a
                """, object("a", num("0.1"), "b", "0.2", "old-limit", num("1.00")));

        assertThat(state.root()).hasToString("{product=-0.1, sum=0.2, nested=0.9, minus=-0.2, dashed=0.90}");
    }

    @Test
    void money_objects_and_text_count_as_amounts() throws FoldFailure {
        run("""
                start: { total: '1.00' }
                on:
                  E:
                    - add: { total: /price }
                    - add: { total: /fee }
                    - set: { price: number(/price), unknown: number(/nothing) }
                """, object("price", object("amount", "12.30", "currency", "EUR"), "fee", object("value", num("0.20"))));

        assertThat(state.root()).hasToString("{total=13.50, price=12.30, unknown=NULL}");
    }

    @Test
    void an_amount_that_is_missing_is_a_failure_and_can_be_made_none() throws FoldFailure {
        Fold fold = compile("""
                on:
                  Strict: { add: { n: /fee } }
                  Kind:
                    add: { n: { from: /fee, if: present } }
                  Default:
                    add: { n: { from: /fee, else: 5 } }
                """);

        assertThatThrownBy(() -> fold.apply(event("Strict", object()), state))
                .isInstanceOf(FoldFailure.class)
                .hasMessage("/fee is missing, a number was expected");
        assertThatThrownBy(() -> fold.apply(event("Strict", object("fee", "a lot")), state))
                .hasMessage("/fee is text, a number was expected");
        fold.apply(event("Kind", object("fee", Null.NULL)), state);
        assertThat(state.root()).isEqualTo(object());
        fold.apply(event("Default", object()), state);
        assertThat(state.root()).isEqualTo(object("n", 5));
    }

    @Test
    void set_from_nothing_sets_null_and_update_leaves_alone() throws FoldFailure {
        run("""
                start: { a: 1, b: 1 }
                on:
                  E: { set: { a: /x }, update: { b: /x } }
                """, object());

        assertThat(state.root()).isEqualTo(object("a", Null.NULL, "b", 1));
    }

    @Test
    void fields_are_removed_and_objects_merged() throws FoldFailure {
        run("""
                start: { a: 1, b: 2, c: 3, address: { city: Bern } }
                on:
                  E:
                    remove: [a, /b]
                    merge: { address: /address }
                """, object("address", object("zip", "3000")));

        assertThat(state.root()).isEqualTo(object("c", 3, "address", object("city", "Bern", "zip", "3000")));
    }

    @Test
    void merge_ignore_and_problem_are_words_of_their_own() throws FoldFailure {
        Fold fold = compile("""
                on:
                  Merged: merge
                  Part: { merge: /part }
                  Seen: ignore
                  Forbidden: { problem: must not happen after closing }
                otherwise: problem
                """);

        fold.apply(event("Merged", object("a", 1)), state);
        fold.apply(event("Part", object("part", object("b", 2))), state);
        fold.apply(event("Seen", object("c", 3)), state);

        assertThat(state.root()).isEqualTo(object("a", 1, "b", 2));
        assertThatThrownBy(() -> fold.apply(event("Forbidden", object()), state))
                .hasMessage("must not happen after closing");
        assertThatThrownBy(() -> fold.apply(event("Unheard", object()), state))
                .hasMessage("the rules call this event a problem");
    }

    @Test
    void unknown_types_are_ignored_unless_otherwise_says_more() throws FoldFailure {
        compile("on: { A: ignore }").apply(event("B", object("b", 1)), state);
        assertThat(state.root()).isEqualTo(object());

        compile("on: { A: ignore }\notherwise: merge").apply(event("B", object("b", 1)), state);
        assertThat(state.root()).isEqualTo(object("b", 1));
    }

    @Test
    void items_are_appended_changed_and_removed_by_key() throws FoldFailure {
        Fold fold = compile("""
                on:
                  LineAdded: { append: { lines: { id: /id, amount: number(/amount) } } }
                  LineChanged: { upsert: { lines: { key: id, item: { id: /id, note: /note } } } }
                  LineRaised:
                    in: { lines: { id: /id } }
                    add: { amount: /by }
                  LineRemoved: { remove: { lines: { id: /id } } }
                """);

        fold.apply(event("LineAdded", object("id", 1, "amount", "2.50")), state);
        fold.apply(event("LineChanged", object("id", 2, "note", "new")), state);
        fold.apply(event("LineChanged", object("id", "1", "note", "old")), state);
        fold.apply(event("LineRaised", object("id", 1, "by", num("0.50"))), state);
        assertThat(read("lines"))
                .isEqualTo(list(
                        object("id", "1", "amount", num("3.00"), "note", "old"), object("id", 2, "note", "new")));
        fold.apply(event("LineRemoved", object("id", 1)), state);
        assertThat(read("lines")).isEqualTo(list(object("id", 2, "note", "new")));
        assertThatThrownBy(() -> fold.apply(event("LineRaised", object("id", 9, "by", 1)), state))
                .hasMessage("no item of /lines has this /id");
    }

    @Test
    void a_step_of_a_target_can_be_named_by_the_event() throws FoldFailure {
        run("on: { E: { add: { 'balances/{/currency}': /amount } } }", object("currency", "EUR", "amount", 5));

        assertThat(state.root()).isEqualTo(object("balances", object("EUR", 5)));
    }

    @Test
    void conditions_choose_between_steps() throws FoldFailure {
        Fold fold = compile("""
                on:
                  E:
                    - when: /amount > 0 and /kind = credit
                      add: { credits: /amount }
                    - when: /amount <= 0 or /kind is missing
                      count: odd
                    - when: /note is not present
                      set: { noted: false }
                    - when: state /credits >= 10.00
                      status: RICH
                    - when: /kind != 'credit'
                      set: { other: /kind }
                """);

        fold.apply(event("E", object("amount", "10", "kind", "credit", "note", "x")), state);
        assertThat(state.root()).isEqualTo(object("credits", 10, "status", "RICH"));
        fold.apply(event("E", object("amount", -1, "kind", "debit")), state);
        assertThat(state.root())
                .isEqualTo(object("credits", 10, "status", "RICH", "odd", 1, "noted", false, "other", "debit"));
    }

    @Test
    void an_unreadable_body_is_a_failure_only_where_it_is_read() throws FoldFailure {
        Fold fold = compile("on: { Paid: { add: { n: /amount } }, Frozen: { status: FROZEN } }");
        var opaque = new Opaque("not JSON", 3, "{x");

        fold.apply(event("Frozen", opaque), state);

        assertThat(read("status")).hasToString("Text[value=FROZEN]");
        assertThatThrownBy(() -> fold.apply(event("Paid", opaque), state)).hasMessage("unreadable: not JSON");
    }

    @Test
    void a_file_may_hold_several_folds() throws FoldFailure {
        String documents = """
                fold: a
                category: account
                start: { k: a }
                on: { E: ignore }
                ---
                fold: b
                category: loan
                start: { k: b }
                on: { E: ignore }
                """;
        String listed = """
                - { fold: a, category: account, start: { k: a }, on: { E: ignore } }
                - { fold: b, category: loan, start: { k: b }, on: { E: ignore } }
                """;

        for (String text : new String[] {documents, listed}) {
            Fold fold = compile(text);
            var loan = new TreeEditor();
            fold.begin("loan", loan);
            assertThat(fold.name()).isEqualTo("a, b");
            assertThat(loan.root()).isEqualTo(object("k", "b"));
        }
    }

    @Test
    void the_effective_date_and_the_snapshot_section_are_handed_on() {
        Fold fold = compile("""
                category: account
                effective: /effectiveDate
                currency: money/currency
                snapshot:
                  root: /state
                  rename: { owner_name: ownerName }
                  ignore: [checkedAt, meta/at]
                on: { E: ignore }
                """);

        assertThat(fold.effectiveAt("account")).contains(FieldLocation.data("/effectiveDate"));
        assertThat(fold.effectiveAt("loan")).isEmpty();
        assertThat(fold.currency("account")).contains(FieldPath.parse("/money/currency"));
        assertThat(fold.currency("loan")).isEmpty();
        var comparison = fold.comparison("account");
        assertThat(comparison.root()).isEqualTo(FieldPath.parse("/state"));
        assertThat(comparison.textNumbers()).isTrue();
        var outcome = comparison.compare(
                object("state", object("owner_name", "Ada", "balance", "5.00", "id", 1)),
                object("ownerName", "Ada", "balance", 5, "checkedAt", 3));
        assertThat(outcome.agrees()).isTrue();
        assertThat(outcome.notCovered()).containsExactly(FieldPath.parse("/id"));
    }

    @Test
    void a_snapshot_may_keep_amounts_in_another_unit() {
        var comparison = compile("""
                category: account
                snapshot:
                  rename: { balance_cents: balance }
                  units: { balance: 0.01 }
                on: { E: ignore }
                """).comparison("account");

        assertThat(comparison.compare(object("balance_cents", num("1234567890123456789")), object("balance", num("12345678901234567.89"))).agrees())
                .isTrue();
        assertThat(comparison.compare(object("balance_cents", "1050"), object("balance", num("10.5"))).agrees())
                .isTrue();
        assertThat(comparison.compare(object("balance_cents", 1050), object("balance", num("10.51"))).changes())
                .singleElement()
                .satisfies(change -> assertThat(change.before()).isEqualTo(num("10.50")));
        assertThat(comparison.compare(object("balance_cents", "much"), object("balance", 1)).agrees())
                .isFalse();
    }

    @Test
    void the_same_text_has_the_same_digest() {
        assertThat(compile("on: { E: ignore }").digest()).isEqualTo(compile("on: { E: ignore }").digest());
        assertThat(compile("on: { E: ignore }").digest()).isNotEqualTo(compile("on: { F: ignore }").digest());
    }

    private void run(String rules, StateValue data) throws FoldFailure {
        Fold fold = compile(rules);
        fold.begin("account", state);
        fold.apply(event("E", data), state);
    }

    private StateValue read(String path) {
        return state.read(FieldPath.parse(path));
    }

    private static Fold compile(String text) {
        Compiled compiled = new RulesLanguage().compile("test.folds.yaml", text);
        assertThat(compiled).isInstanceOf(Compiled.Ready.class);
        return ((Compiled.Ready) compiled).fold();
    }
}
