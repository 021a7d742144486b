package io.hindcast.engine.payload;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.event.ByteSlice;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTapeTest {
    private final JsonTape tape = new JsonTape();

    @Test
    void fields_are_found_without_reading_what_lies_between() {
        parse("{\"skip\": {\"amount\": 1, \"deep\": [[{}]]}, \"amount\": 12.30, \"memo\": \"a\\nb\"}");

        int amount = tape.field(tape.root(), utf8("amount"));

        assertThat(tape.kind(amount)).isEqualTo(JsonTape.Kind.NUMBER);
        assertThat(tape.unscaled(amount)).isEqualTo(1230);
        assertThat(tape.scale(amount)).isEqualTo(2);
        assertThat(tape.digits(amount)).isEqualTo("12.30");
        assertThat(tape.text(tape.field(tape.root(), utf8("memo")))).isEqualTo("a\nb");
        assertThat(tape.field(tape.root(), utf8("none"))).isEqualTo(JsonTape.NONE);
        assertThat(tape.field(amount, utf8("none"))).isEqualTo(JsonTape.NONE);
    }

    @Test
    void a_list_is_walked_from_value_to_value() {
        parse("[1, [2, 3], {\"a\": 4}, \"five\"]");
        var kinds = new ArrayList<JsonTape.Kind>();

        for (int t = tape.firstChild(0); t != tape.end(0); t = tape.next(t)) {
            kinds.add(tape.kind(t));
        }

        assertThat(kinds)
                .containsExactly(
                        JsonTape.Kind.NUMBER, JsonTape.Kind.LIST, JsonTape.Kind.OBJECT, JsonTape.Kind.TEXT);
        assertThat(tape.count(0)).isEqualTo(4);
    }

    @Test
    void an_object_is_walked_from_name_to_name() {
        parse("{\"a\": {\"x\": []}, \"b\": 2}");
        var names = new ArrayList<String>();

        for (int name = tape.firstChild(0); name != tape.end(0); name = tape.next(name + 1)) {
            names.add(tape.text(name) + "=" + new String(tape.slice(name + 1).copy(), StandardCharsets.UTF_8));
        }

        assertThat(names).containsExactly("a={\"x\": []}", "b=2");
    }

    @Test
    void the_last_of_two_equal_names_is_answered_also_when_it_is_escaped() {
        parse("{\"a\": 1, \"\\u0061\": 2}");

        assertThat(tape.unscaled(tape.field(0, utf8("a")))).isEqualTo(2);
        assertThat(tape.count(0)).isEqualTo(2);
    }

    @Test
    void numbers_are_exact_up_to_eighteen_digits_and_digits_beyond() {
        parse("[999999999999999999, 1000000000000000000, -0.000000000000000001, 1E3, 00.0]".replace("00.0", "0.0e-1"));

        assertThat(tape.isExact(1)).isTrue();
        assertThat(tape.isExact(2)).isFalse();
        assertThat(tape.digits(2)).isEqualTo("1000000000000000000");
        assertThat(tape.decimal(2)).hasToString("1000000000000000000");
        assertThat(tape.unscaled(3)).isEqualTo(-1);
        assertThat(tape.scale(3)).isEqualTo(18);
        assertThat(tape.scale(4)).isEqualTo(-3);
        assertThat(tape.scale(5)).isEqualTo(2);
    }

    @Test
    void a_tape_forgets_the_text_before() {
        parse("[1, 2, 3]");
        assertThat(tape.parse(ByteSlice.ofText("[1, 2"))).isFalse();
        assertThat(tape.size()).isZero();
        assertThat(tape.problem()).isEqualTo("unexpected end at byte 5");
        parse("true");
        assertThat(tape.problem()).isEmpty();
        assertThat(tape.kind(0)).isEqualTo(JsonTape.Kind.TRUE);
    }

    @Test
    void malformed_utf8_is_refused_by_the_strict_tape_only() {
        List<byte[]> malformed = List.of(
                new byte[] {'"', (byte) 0xC0, (byte) 0x80, '"'},
                new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'},
                new byte[] {'"', (byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80, '"'},
                new byte[] {'"', (byte) 0xE2, (byte) 0x82, '"'},
                new byte[] {'"', (byte) 0x80, '"'});
        for (byte[] bytes : malformed) {
            assertThat(tape.parse(ByteSlice.of(bytes))).isFalse();
            assertThat(tape.problem()).isEqualTo("malformed UTF-8 at byte 1");
            assertThat(new JsonTape(true).parse(ByteSlice.of(bytes))).isTrue();
        }
    }

    @Test
    void a_small_text_after_a_large_one_gives_the_room_back_and_is_read_all_the_same() {
        parse("[" + "1,".repeat(400_000) + "1]");
        parse("[1]");
        parse("[7, 8]");

        assertThat(tape.unscaled(2)).isEqualTo(8);
    }

    private void parse(String text) {
        assertThat(tape.parse(ByteSlice.ofText(text))).as(tape.problem()).isTrue();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
