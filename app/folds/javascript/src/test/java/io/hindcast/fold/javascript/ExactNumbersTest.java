package io.hindcast.fold.javascript;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExactNumbersTest {
    private static String computed(String expression) {
        var run = FoldRunner.of("export const evolve = (s, e) => { const d = e.data; return { r: %s } }".formatted(expression))
                .then("X {\"tenth\":0.1,\"fifth\":0.20,\"big\":3544790567247868102,\"long\":0.1234567890123456789,"
                        + "\"n\":7,\"text\":\"12.30\",\"price\":19.99,\"neg\":-2.50,\"nothing\":null,\"list\":[0.1,0.2,0.3]}");
        assertThat(run.problems()).as(expression).isEmpty();
        return run.state().substring(5, run.state().length() - 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "d.big | 3544790567247868102",
                "d.long | 0.1234567890123456789",
                "d.fifth | 0.20",
                "d.tenth + d.fifth | 0.30",
                "d.tenth + d.fifth === 0.3 | true",
                "d.big + 1 | 3544790567247868103",
                "d.big - d.big | 0",
                "d.big === d.big + 1 | false",
                "d.big < d.big + 1 | true",
                "d.price * 3 | 59.97",
                "d.price * d.n - 0.03 | 139.90",
                "d.price / 2 | 9.995",
                "10 / 4 | 2.5",
                "6 / 3 | 2",
                "-d.neg | 2.50",
                "d.neg < 0 | true",
                "+d.text | 12.30",
                "Number(d.text) + 0.05 | 12.35",
                "parseFloat(d.text) | 12.30",
                "d.text * 2 | 24.60",
                "d.text + d.tenth | \"12.300.1\"",
                "`${d.long}!` | \"0.1234567890123456789!\"",
                "String(d.big) | \"3544790567247868102\"",
                "d.nothing + d.tenth | 0.1",
                "d.list.reduce((a, b) => a + b, 0) | 0.6",
                "d.list.map(x => x * 10) | [1.0,2.0,3.0]",
                "Math.round(d.price * 100) / 100 | 19.99",
                "Math.max(d.price, d.long, 3) | 19.99",
                "Math.abs(d.neg) | 2.50",
                "Math.floor(d.neg) | -3",
                "d.price.toFixed(1) | \"20.0\"",
                "(1.005).toFixed(2) | \"1.01\"",
                "d.price % 1 | 0.99",
                "0.1 + 0.2 | 0.3",
                "1 - 0.9 | 0.1",
                "d.price.times(d.tenth).round(2, 'HALF_EVEN') | 2.00",
                "d.price.div(3, 4, 'DOWN') | 6.6633",
                "Decimal('0.10').plus(d.tenth).plus('0.05') | 0.25",
                "new Decimal(d.big).times(d.big) | 12565540165649462508721026263989082404",
                "Decimal(d.price).compare(20) | -1",
                "Decimal(1).div(8) | 0.125",
                "Decimal('1.50') + 1 | 2.50",
                "Decimal('1.50').toString() | \"1.50\"",
                "typeof d.price | \"number\"",
                "JSON.parse(JSON.stringify(d)).long | 0.1234567890123456789",
                "JSON.stringify({ a: d.big, b: [d.fifth] }) | \"{\\\"a\\\":3544790567247868102,\\\"b\\\":[0.20]}\"",
                "{ ...d }.long | 0.1234567890123456789",
                "10n ** 30n | 1000000000000000000000000000000",
                "(x => { x += 0.1; x -= 0.2; x *= 3; return x })(1.0) | 2.7",
                "(o => { o.a['b'] += 0.1; o.a.c++; ++o.a.c; o.a.c *= 1.5; return o.a })({ a: { b: 0.2, c: 1 } }) | {\"b\":0.3,\"c\":4.5}",
                "(i => { let k = 0; const o = [1, 2]; o[k++] += 5; return [k, o] })() | [1,[6,2]]",
                "1 + 2 + 'a' + 1 + 2 | \"3a12\"",
                "(1, 2) + (3 - (4 - 5)) | 6",
                "/* a + b */ 1 /* + */ + /* - */ 2 | 3",
                "9007199254740992 + 1 | 9007199254740993",
                "2147483647 + 1 | 2147483648",
                "-0 === 0 | true",
                "d.missing === undefined | true",
                "d.nothing == null | true",
                "d.n >= 7 && d.price <= 19.99 && !(d.price > 20) | true",
                "'b' > 'a' | true",
                "-d.neg + 1 | 3.50",
                "1 - -d.neg * +d.text | -29.7500",
                "!d.n === false | true",
                "typeof d.n + 1 | \"number1\"",
                "(d.n ? d.tenth : 0) + 1 | 1.1",
                "d.list[0] + d.list[1] * -d.list[2] | 0.04",
                "[1,2].length + d.n - d.list.length | 6",
                "d.n + d.list.map(x => -x + 1).length + new Date(5).getTime() | 15",
                "(() => { let i = 5; const o = { p: 1 }; ++o.p; --o.p; o.p--; return [i++ + ++i, o.p] })() | [12,0]",
                "d.text.replace('.', '') - 1 | 1229",
                "[3.5, 1.25, 2].sort((a, b) => a - b) | [1.25,2,3.5]"
            })
    void numbers_are_reckoned_with_exactly(String expression, String expected) {
        assertThat(computed(expression)).isEqualTo(expected);
    }

    @Test
    void what_is_only_copied_keeps_its_spelling() {
        var run = FoldRunner.of("export const evolve = (s, e) => ({ ...s, ...e.data })")
                .then("X {\"a\":1.500,\"b\":{\"c\":[100000000000000000000.0010]},\"d\":1E3}", "Y {\"z\":1}");

        assertThat(run.state())
                .isEqualTo("{\"a\":1.500,\"b\":{\"c\":[100000000000000000000.0010]},\"d\":1E3,\"z\":1}");
    }

    @Test
    void a_result_that_is_no_number_is_a_problem_of_the_event() {
        var run = FoldRunner.of("export const initialState = { n: 1 }; export const evolve = (s, e) => ({ n: s.n + e.data.missing })")
                .then("X");

        assertThat(run.problems()).containsExactly("the fold computed NaN, which is no number");
        assertThat(run.state()).isEqualTo("{\"n\":1}");
    }

    @Test
    void binary_reckoning_is_remarked_on() {
        assertThat(FoldRunner.warnings(
                        "export const evolve = (s, e) => ({\n  a: e.data.x / 3,\n  b: Math.sqrt(e.data.x),\n  c: e.data.x ** 2 })"))
                .extracting(warning -> warning.line() + ":" + warning.column())
                .containsExactly("2:15", "3:11", "4:15");
    }

    @Test
    void a_field_that_came_out_of_binary_arithmetic_is_told_of() {
        var folded = FoldRunner.of(
                """
                fromAll().foreachStream().when({
                    $init: () => ({ total: 0, fees: { share: 0 } }),
                    Split(s, e) { s.total += e.data.amount; s.fees.share = s.total / 3; },
                    Rooted(s, e) { s.total = Math.sqrt(e.data.amount); },
                    Halved(s, e) { s.total = e.data.amount / 2; s.fees.share = e.data.amount.div(3, 2, "HALF_EVEN"); },
                    Looked(s) { s.seen = s.total / 7 > 1; }
                });
                """);

        assertThat(folded.then("Split {\"amount\": 0.10}").inexact()).containsExactly("/fees/share");
        assertThat(folded.then("Rooted {\"amount\": 2.00}").inexact()).containsExactly("/total");
        assertThat(folded.then("Halved {\"amount\": 0.25}").inexact()).isEmpty();
        assertThat(folded.then("Looked").inexact()).as("nothing binary was kept").isEmpty();
        assertThat(folded.then("Split {\"amount\": 0.05}").inexact()).as("0.175 / 3").containsExactly("/fees/share");
        assertThat(folded.problems()).isEmpty();
    }

    @Test
    void a_binary_number_in_a_list_or_a_new_object_is_told_of_as_well() {
        var folded = FoldRunner.of(
                """
                export const initialState = () => ({ shares: [1], rate: 1 });
                export const evolve = (state, event) => event.type === 'Listed'
                    ? { ...state, shares: [...state.shares, event.data.amount / 3] }
                    : { ...state, rate: event.data.amount / 7 };
                """);

        assertThat(folded.then("Listed {\"amount\": 1.00}").inexact()).containsExactly("/shares");
        assertThat(folded.then("Rated {\"amount\": 1.00}").inexact()).containsExactly("/rate");
    }
}
