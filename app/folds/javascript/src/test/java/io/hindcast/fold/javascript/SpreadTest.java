package io.hindcast.fold.javascript;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `{ ...object }` copies nothing here, and must not be told apart from one that does.
class SpreadTest {
    private static final String INITIAL = "{ n: 1, owner: { name: 'Ann', tags: ['a'] }, gone: 7 }";

    /// What a body makes of the state and of an event `{"x": {"y": 1.50}, "n": 2}`.
    private static String after(String body) {
        FoldRunner run = FoldRunner.of("export const initialState = () => (%s);\nexport const evolve = (s, e) => { %s };".formatted(INITIAL, body))
                .then("X {\"x\":{\"y\":1.50},\"n\":2}");
        assertThat(run.problems()).isEmpty();
        return run.state();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "return { ...s, n: 2 }; | {\"n\":2,\"owner\":{\"name\":\"Ann\",\"tags\":[\"a\"]},\"gone\":7}",
                "return { ...s }; | {\"n\":1,\"owner\":{\"name\":\"Ann\",\"tags\":[\"a\"]},\"gone\":7}",
                "return { ...s, }; | {\"n\":1,\"owner\":{\"name\":\"Ann\",\"tags\":[\"a\"]},\"gone\":7}",
                "return { /* all */ ...s /* of it */ , 'new': s.n + 1, n: 0 }; | {\"n\":0,\"owner\":{\"name\":\"Ann\",\"tags\":[\"a\"]},\"gone\":7,\"new\":2}",
                "return { n: 5, ...s }; | {\"n\":1,\"owner\":{\"name\":\"Ann\",\"tags\":[\"a\"]},\"gone\":7}",
                "return { ...s, ...e.data, gone: undefined }; | {\"n\":2,\"owner\":{\"name\":\"Ann\",\"tags\":[\"a\"]},\"x\":{\"y\":1.50}}",
                "return { ...s, owner: { ...s.owner, name: 'Bo' } }; | {\"n\":1,\"owner\":{\"name\":\"Bo\",\"tags\":[\"a\"]},\"gone\":7}",
                "return { ...s, owner: { ...s.owner, tags: [...s.owner.tags, 'b'] } }; | {\"n\":1,\"owner\":{\"name\":\"Ann\",\"tags\":[\"a\",\"b\"]},\"gone\":7}",
                "return { ...{ ...s, n: 8 }, gone: 9 }; | {\"n\":8,\"owner\":{\"name\":\"Ann\",\"tags\":[\"a\"]},\"gone\":9}",
                "return { ...(s.n > 0 ? s : {}), n: s.n + e.data.x.y }; | {\"n\":2.50,\"owner\":{\"name\":\"Ann\",\"tags\":[\"a\"]},\"gone\":7}",
                "return { ...null, a: 1 }; | {\"a\":1}",
                "return { ...undefined }; | {}",
                "return { ...['p', 'q'], n: 1 }; | {\"n\":1,\"0\":\"p\",\"1\":\"q\"}",
                "return { ...'ab' }; | {\"0\":\"a\",\"1\":\"b\"}",
                "return { ...{ b: 1, a: 2 }, b: 3 }; | {\"b\":3,\"a\":2}",
                "return { ...e.data.x }; | {\"y\":1.50}",
                "const k = 'key'; return { ...e.data.x, [k + 1]: s.n }; | {\"y\":1.50,\"key1\":1}",
                "return { keys: Object.keys({ ...e.data, z: 1 }).join() }; | {\"keys\":\"x,n,z\"}",
                "return { text: JSON.stringify({ ...e.data.x, z: 1 }) }; | {\"text\":\"{\\\"y\\\":1.50,\\\"z\\\":1}\"}",
                "const { n, owner } = { ...s, n: 3 }; return { n, name: owner.name }; | {\"n\":3,\"name\":\"Ann\"}",
                "return Object.freeze({ ...e.data.x, is: Object.isFrozen({ ...s }) }); | {\"y\":1.50,\"is\":false}",
                "return { names: Object.getOwnPropertyNames({ ...e.data.x }).length }; | {\"names\":1}",
                "return { has: 'owner' in { ...s }, not: 'x' in { ...s } }; | {\"has\":true,\"not\":false}",
                "return { sum: { ...e.data }.n + { ...s }.n }; | {\"sum\":3}"
            })
    void it_is_what_a_copy_would_be(String body, String expected) {
        assertThat(after(body)).isEqualTo(expected);
    }

    @Test
    void a_copy_stays_as_it_was_when_the_object_changes() {
        assertThat(after("const old = { ...s }; s.n = 5; delete s.gone; s.before = old.n; s.had = old.gone; return s;"))
                .isEqualTo("{\"n\":5,\"owner\":{\"name\":\"Ann\",\"tags\":[\"a\"]},\"before\":1,\"had\":7}");
        assertThat(after("const old = { ...s }; s.n = 5; s.before = old; return s;"))
                .isEqualTo("{\"n\":5,\"owner\":{\"name\":\"Ann\",\"tags\":[\"a\"]},\"gone\":7,"
                        + "\"before\":{\"n\":1,\"owner\":{\"name\":\"Ann\",\"tags\":[\"a\"]},\"gone\":7}}");
        assertThat(after("const old = { ...s }; const now = { ...s, n: 5, before: old }; return now;"))
                .contains("\"before\":{\"n\":1");
        assertThat(after("s.n = 4; const now = { ...s }; s.n = 5; return now;")).startsWith("{\"n\":4,");
    }

    @Test
    void objects_inside_are_shared_by_the_copy_as_by_any_copy() {
        assertThat(after("const copy = { ...s }; copy.owner.name = 'Bo'; return { one: s.owner.name, same: copy.owner === s.owner };"))
                .isEqualTo("{\"one\":\"Bo\",\"same\":true}");
        assertThat(after("const copy = { ...s }; s.owner.tags.push('b'); return copy;"))
                .contains("\"tags\":[\"a\",\"b\"]");
        assertThat(after("const copy = { ...s }; copy.owner = { name: 'Cy' }; return { a: s.owner.name, b: copy.owner.name };"))
                .isEqualTo("{\"a\":\"Ann\",\"b\":\"Cy\"}");
    }

    @Test
    void a_getter_beside_it_is_left_to_the_engine() {
        assertThat(after("return { v: { ...e.data.x, get twice() { return 2; } }.twice };")).isEqualTo("{\"v\":2}");
    }
}
