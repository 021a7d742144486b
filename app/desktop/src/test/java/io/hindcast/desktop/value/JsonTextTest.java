package io.hindcast.desktop.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.desktop.focus.Masks;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import io.hindcast.event.ByteSlice;
import org.junit.jupiter.api.Test;

class JsonTextTest {
    @Test
    void numbers_are_shown_digit_for_digit() {
        var value = Fields.of("amt", Num.parse("3544790567247868102")).with("rate", Num.parse("0.1234567890123456789"));

        assertThat(JsonText.lines(Masks.NONE.state("", value)))
                .extracting(Line::text)
                .containsExactly("{", "\"amt\": 3544790567247868102,", "\"rate\": 0.1234567890123456789", "}");
        assertThat(JsonText.lines(Masks.NONE.state("", value)).get(1).depth()).isEqualTo(1);
    }

    @Test
    void a_long_text_is_folded_with_its_length() {
        String line = JsonText.lines(Masks.NONE.state("", new Text("x".repeat(10_000)))).getFirst().text();

        assertThat(line).hasSizeLessThan(2_100).endsWith("… 10000");
    }

    @Test
    void depth_is_folded_before_it_hurts() {
        StateValue value = Items.EMPTY.with(Num.of(1));
        for (int i = 0; i < 5_000; i++) {
            value = Items.EMPTY.with(value);
        }

        assertThat(JsonText.lines(Masks.NONE.state("", value))).hasSizeLessThan(200);
    }

    @Test
    void bytes_are_shown_with_what_is_readable_of_them() {
        var lines = HexText.lines(ByteSlice.ofText("{\"a\": 1, \"b\": \u0000\u00e9}"));

        assertThat(lines).hasSize(3);
        assertThat(lines.getFirst().text()).startsWith("000000  7b 22 61").endsWith(" {\"a\": 1,");
    }
}
