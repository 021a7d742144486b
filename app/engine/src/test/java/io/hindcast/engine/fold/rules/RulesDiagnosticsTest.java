package io.hindcast.engine.fold.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.engine.fold.FoldLanguage.Compiled;
import io.hindcast.engine.fold.FoldLanguage.Diagnostic;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulesDiagnosticsTest {
    @Test
    void a_misspelt_operation_is_named_with_its_place_and_the_right_word() {
        assertThat(errors("""
                fold: bank account
                on:
                  MoneyWithdrawn:
                    substract: { balance: /amount }
                """))
                .containsExactly(
                        new Diagnostic(4, 5, "`substract` is no operation", "did you mean `subtract`?"));
    }

    @Test
    void everything_wrong_is_reported_in_the_order_of_the_text() {
        assertThat(errors("""
                folds: bank account
                on:
                  A: { inc: n }
                  B: { add: { n: amount } }
                """))
                .containsExactly(
                        new Diagnostic(1, 1, "`folds` is no part of a fold", "did you mean `fold`?"),
                        new Diagnostic(3, 8, "`inc` is no operation", "did you mean `count`?"),
                        new Diagnostic(
                                4,
                                18,
                                "an amount was expected: a path, a number, or arithmetic",
                                "did you mean the path `/amount`?"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "on: { A: { set: { n: /a + } } };1;26;a value was expected",
                "on: { A: { set: { n: /a + b } } };1;27;`b` is neither a path nor a number",
                "on: { A: { set: { n: numbr(/a) } } };1;22;`numbr(...)` is not known",
                "on: { A: { set: { n: event tipe } } };1;28;an event has no `tipe`",
                "on: { A: { set: { n: (/a } } };1;25;`)` was expected",
                "on: { A: { when: /a ~ 1, count: n } };1;21;`~` is no comparison (=, !=, <, <=, >, >=)",
                "on: { A: { when: /a is odd, count: n } };1;24;`present` or `missing` was expected after `is`",
                "on: { A: { when: [1], count: n } };1;18;a condition is one line: /amount > 0 and state /status = OPEN",
                "on: { A: nothing };1;10;`nothing` says nothing to do",
                "on: { A: };1;9;what to do was expected here",
                "on: { A: { set: x } };1;17;`set` is followed by fields and values",
                "on: { A: { status: { a: 1 } } };1;20;`status` is followed by one word",
                "on: { A: { remove: [ { a: 1 } ] } };1;22;the name of a field was expected",
                "on: { A: { remove: { lines: 3 } } };1;29;the key of the item was expected",
                "on: { A: { upsert: { lines: 3 } } };1;29;a `key` and an `item` were expected",
                "on: { A: { upsert: 3 } };1;20;`upsert` is followed by a list and its item",
                "on: { A: { in: lines } };1;16;a list and the key of its item were expected",
                "on: { A: { problem: { a: 1 } } };1;21;`problem` is followed by the reason",
                "on: { A: { add: { n: { from: /a, of: 1 } } } };1;34;`of` is not known here",
                "on: { A: { add: { n: { from: /a, if: yes } } } };1;38;`if` is followed by `present`",
                "on: { A: { add: { n: { from: /a, as: date } } } };1;38;`as` is followed by `number` or `text`",
                "on: { A: { set: { 'n/{/a': 1 } } };1;19;the brace is never closed",
                "on: [ A ];1;5;`on` is followed by event types",
                "fold: a;1;1;a fold says under `on` what each event type does",
                "{ fold: { a: 1 }, on: { A: ignore } };1;9;`fold` is followed by a name",
                "{ start: 5, on: { A: ignore } };1;10;`start` is followed by fields",
                "{ start: { a: /b }, on: { A: ignore } };1;15;there is no event yet: only constants can stand here",
                "{ effective: soon, on: { A: ignore } };1;14;`effective` is followed by a path",
                "{ currency: { a: 1 }, on: { A: ignore } };1;13;`currency` is followed by a field of the state",
                "{ snapshot: x, on: { A: ignore } };1;13;\"`snapshot` is followed by root, rename, units, ignore, text-numbers\"",
                "{ snapshot: { renames: 1 }, on: { A: ignore } };1;15;`renames` is no part of `snapshot`",
                "{ snapshot: { rename: 1 }, on: { A: ignore } };1;23;`rename` is followed by the snapshot's name and the fold's name",
                "{ snapshot: { units: { a: cents } }, on: { A: ignore } };1;27;a number that is not zero was expected",
                "{ snapshot: { units: 7 }, on: { A: ignore } };1;22;`units` is followed by the fold's name and how many of its units one of the snapshot's is",
                "{ snapshot: { text-numbers: 7 }, on: { A: ignore } };1;29;`text-numbers` is followed by `yes` or `no`",
                "{ category: { a: 1 }, on: { A: ignore } };1;13;names parted by commas were expected",
                "{ on: { A: ignore, A: ignore } };1;20;`A` is here twice",
                "on: { A: { set: { n: &x 1 } } };1;22;anchors (&name) are not used in rules",
                "on: { A: !!java.net.URL [x] };1;10;tags (!name) are not used in rules",
                "on: { A: *x };1;10;aliases (*name) are not used in rules: write it out",
                "just text;1;1;a fold was expected",
            })
    void each_mistake_has_its_place_and_its_sentence(String text, int line, int column, String message) {
        assertThat(errors(text)).anySatisfy(error -> {
            assertThat(error.line()).isEqualTo(line);
            assertThat(error.column()).isEqualTo(column);
            assertThat(error.message()).isEqualTo(message);
        });
    }

    @Test
    void one_type_in_two_rules_is_refused_with_the_line_of_the_first() {
        assertThat(errors("on:\n  A, B: ignore\n  C, B: ignore\n"))
                .containsExactly(new Diagnostic(3, 6, "`B` has its rule in line 2 already", ""));
    }

    @Test
    void one_category_in_two_folds_is_refused() {
        assertThat(errors("{ category: a, on: { A: ignore } }\n---\n{ category: 'b, a', on: { A: ignore } }\n"))
                .extracting(Diagnostic::message)
                .containsExactly("another fold of this file is for `a` already");
    }

    @Test
    void broken_yaml_is_a_sentence_with_a_place() {
        assertThat(errors("on:\n  A: { set: [ }\n")).singleElement().satisfies(error -> {
            assertThat(error.line()).isEqualTo(2);
            assertThat(error.message()).startsWith("this is not YAML: ");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "# only a comment\n", "---\n---\n"})
    void an_empty_file_holds_no_fold(String text) {
        assertThat(errors(text)).extracting(Diagnostic::message).containsExactly("there is no fold in this file");
    }

    @Test
    void hostile_files_are_refused_quickly() {
        assertThat(errors("[".repeat(100_000))).isNotEmpty();
        assertThat(errors("a: ".repeat(10) + "\n".repeat(10))).isNotEmpty();
        assertThat(errors("x".repeat(2_000_000)))
                .extracting(Diagnostic::message)
                .containsExactly("the file is longer than 1 MiB");
        assertThat(errors("on: { A: { set: { n: " + "(".repeat(5_000) + "/a" + ")".repeat(5_000) + " } } }"))
                .extracting(Diagnostic::message)
                .containsExactly("the expression is nested too deeply");
    }

    @Test
    void a_quoted_path_is_a_warning() {
        var compiled = new RulesLanguage().compile("a.folds.yaml", "on: { A: { set: { n: \"/a\" } } }");

        assertThat(compiled).isInstanceOfSatisfying(Compiled.Ready.class, ready -> assertThat(ready.warnings())
                .containsExactly(new Diagnostic(
                        1, 22, "this is text, because it is quoted", "to read the field, leave the quotes out")));
    }

    private static List<Diagnostic> errors(String text) {
        Compiled compiled = new RulesLanguage().compile("test.folds.yaml", text);
        assertThat(compiled).isInstanceOf(Compiled.Rejected.class);
        return ((Compiled.Rejected) compiled).errors();
    }
}
