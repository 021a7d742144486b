package io.hindcast.engine.fold;

import static io.hindcast.engine.fold.FoldEvents.list;
import static io.hindcast.engine.fold.FoldEvents.num;
import static io.hindcast.engine.fold.FoldEvents.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
    @ParameterizedTest
    @ValueSource(strings = {"0", "-12.50", "+3", "1E3", "0.1234567890123456789", "9007199254740993", " 7 ", ".5"})
    void decimal_text_is_read_to_the_last_digit(String digits) {
        assertThat(Numbers.read(new Text(digits))).contains(num(digits.strip()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", "e", "1,5", "1'000", "1 000", "0x10", "NaN", "Infinity", "12 EUR", "1E999999999", "٣"})
    void other_text_is_no_number(String text) {
        assertThat(Numbers.read(new Text(text))).isEmpty();
    }

    @Test
    void very_long_text_is_not_even_tried() {
        assertThat(Numbers.read(new Text("1".repeat(1_000_000)))).isEmpty();
    }

    @Test
    void money_is_its_amount_or_its_value() {
        assertThat(Numbers.read(object("amount", "1.20", "currency", "EUR"))).contains(num("1.2"));
        assertThat(Numbers.read(object("value", 3))).contains(num("3"));
        assertThat(Numbers.read(object("amount", object("amount", 1)))).isEmpty();
        assertThat(Numbers.read(object("price", 1))).isEmpty();
    }

    @Test
    void nothing_else_counts() {
        assertThat(Numbers.read(Null.NULL)).isEmpty();
        assertThat(Numbers.read(Absent.ABSENT)).isEmpty();
        assertThat(Numbers.read(Bool.TRUE)).isEmpty();
        assertThat(Numbers.read(list(1))).isEmpty();
    }
}
