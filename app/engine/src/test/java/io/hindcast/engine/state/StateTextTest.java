package io.hindcast.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StateTextTest {
    private static final StateValue SAMPLE = Fields.of("amount", Num.parse("1.50"))
            .with("none", Null.NULL)
            .with("list", new Items(List.of(Bool.TRUE, Items.EMPTY, Fields.EMPTY, new Text("a\"b"))))
            .with("bad", new Opaque("not JSON: unexpected end at byte 3", 3, "{\"a"));

    @Test
    void compact_is_one_line_with_the_digits_of_the_store() {
        assertThat(StateText.compact(SAMPLE))
                .isEqualTo("{\"amount\":1.50,\"none\":null,\"list\":[true,[],{},\"a\\\"b\"],"
                        + "\"bad\":{\"$unreadable\":\"not JSON: unexpected end at byte 3\",\"bytes\":3}}");
    }

    @Test
    void pretty_has_a_line_for_each_field_and_item() {
        assertThat(StateText.pretty(Fields.of("a", Num.of(1)).with("b", new Items(List.of(Num.of(2), Items.EMPTY)))))
                .isEqualTo("""
                        {
                          "a": 1,
                          "b": [
                            2,
                            []
                          ]
                        }""");
    }

    @Test
    void what_hides_or_turns_text_is_escaped() {
        assertThat(StateText.quoted("a\u0000\n\u0085\u202Eb\u2028\uFEFF\uD800c"))
                .isEqualTo("\"a\\u0000\\n\\u0085\\u202eb\\u2028\\ufeff\\ud800c\"");
        assertThat(StateText.quoted("Ærøskøbing 😀 お土産")).isEqualTo("\"Ærøskøbing 😀 お土産\"");
    }

    @Test
    void numbers_that_json_cannot_spell_are_spelt_anew() {
        assertThat(StateText.compact(new Items(List.of(Num.parse("+5"), Num.parse(".5"), Num.parse("1E+3"), Num.parse("007")))))
                .isEqualTo("[5,0.5,1E+3,7]");
    }

    @Test
    void absent_is_null() {
        assertThat(StateText.compact(Absent.ABSENT)).isEqualTo("null");
    }
}
