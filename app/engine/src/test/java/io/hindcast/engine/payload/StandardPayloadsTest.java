package io.hindcast.engine.payload;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.Opaque;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import io.hindcast.event.ByteSlice;
import io.hindcast.event.PayloadShape;
import io.hindcast.event.PayloadShape.Formats;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class StandardPayloadsTest {
    private final StandardPayloads payloads = new StandardPayloads();

    @Test
    void json_becomes_a_tree_in_the_order_of_the_text() {
        var value = (Fields) json("{\"b\": [1.50, true, null], \"a\": {\"name\": \"caf\\u00e9 \\ud83d\\ude00\"}}");

        assertThat(value.names()).containsExactly("b", "a");
        assertThat(at(value, "/b/0")).isEqualTo(Num.parse("1.5")).hasToString("1.50");
        assertThat(at(value, "/b/1")).isEqualTo(Bool.TRUE);
        assertThat(at(value, "/b/2")).isEqualTo(Null.NULL);
        assertThat(at(value, "/a/name")).isEqualTo(new Text("café 😀"));
    }

    @Test
    void numbers_keep_every_digit() {
        for (String digits : List.of(
                "3544790567247868102",
                "0.1234567890123456789",
                "-0",
                "1E3",
                "1.50",
                "999999999999999999",
                "1000000000000000000000000000000000000000.000000000000000001",
                "-12345678901234567890e-45")) {
            var number = (Num) at(json("{\"n\": " + digits + "}"), "/n");

            assertThat(number.digits()).isEqualTo(digits);
            assertThat(number.value()).isEqualByComparingTo(new java.math.BigDecimal(digits));
        }
    }

    @Test
    void truncated_json_says_where_it_ends() {
        assertThat(reason(json("{\"amount\": 12"))).isEqualTo("not JSON: unexpected end at byte 13");
        assertThat(reason(json("{\"amount\": \"12"))).isEqualTo("not JSON: unexpected end at byte 14");
    }

    @Test
    void anything_behind_the_value_is_refused() {
        assertThat(reason(json("{} {}"))).isEqualTo("not JSON: something follows the value at byte 3");
        assertThat(reason(json("{}\0"))).startsWith("not JSON");
    }

    @Test
    void what_only_looks_like_json_is_refused() {
        for (String text : List.of("NaN", "[Infinity]", "{a:1}", "[1,]", "{'a':1}", "[01]", "[1.]", "[.5]", "[+1]",
                "[\"\t\"]", "[\"\\x\"]", "// no", "", " ", "{\"a\" 1}", "[1 2]", "tru", "[\"\0\"]")) {
            StateValue value = payloads.decode(ByteSlice.ofText(text + " "), PayloadShape.of(Formats.JSON));

            assertThat(value).as(text).isInstanceOf(Opaque.class);
        }
    }

    @Test
    void a_name_that_stands_twice_has_its_first_place_and_its_last_value() {
        var value = (Fields) json("{\"a\": 1, \"b\": 2, \"a\": 3}");

        assertThat(value.names()).containsExactly("a", "b");
        assertThat(value.field("a")).isEqualTo(Num.of(3));
    }

    @Test
    void ten_thousand_levels_are_read_to_the_bottom() {
        int depth = 10_000;
        StateValue value = json("[".repeat(depth) + "7" + "]".repeat(depth));

        for (int i = 0; i < depth; i++) {
            value = ((Items) value).values().getFirst();
        }
        assertThat(value).isEqualTo(Num.of(7));
    }

    @Test
    void deeper_than_a_hundred_thousand_levels_is_refused_with_a_sentence() {
        assertThat(reason(json("{\"a\":".repeat(100_001)))).startsWith("not JSON: nested more than 100000 deep");
    }

    @Test
    void an_exponent_that_no_decimal_holds_spoils_only_its_own_number() {
        var value = (Fields) json("{\"a\": 1e999999999, \"b\": 2}");

        assertThat(reason(value.field("a"))).contains("exponent");
        assertThat(value.field("b")).isEqualTo(Num.of(2));
    }

    @Test
    void a_number_of_a_million_digits_spoils_only_itself() {
        var value = (Fields) json("{\"a\": " + "9".repeat(1_000_000) + ", \"b\": " + "9".repeat(1_000) + "}");

        assertThat(reason(value.field("a"))).contains("digits");
        assertThat(((Num) value.field("b")).digits()).hasSize(1_000);
    }

    @Test
    void half_surrogates_and_malformed_bytes_are_replaced_and_shown() {
        assertThat(json("\"a\\ud800b\"")).isEqualTo(new Text("a\uFFFDb"));
        byte[] bytes = {'"', 'a', (byte) 0xFF, 'b', '"'};
        assertThat(decode(bytes, Formats.JSON)).isEqualTo(new Text("a\uFFFDb"));
    }

    @Test
    void a_byte_order_mark_is_passed_over() {
        assertThat(json("\uFEFF{\"a\": 1}")).isEqualTo(Fields.of("a", Num.of(1)));
        assertThat(decode("\uFEFF{\"a\": 1}".getBytes(StandardCharsets.UTF_8), Formats.SNIFFED))
                .isEqualTo(Fields.of("a", Num.of(1)));
    }

    @Test
    void no_bytes_are_absent() {
        assertThat(payloads.decode(ByteSlice.empty(), PayloadShape.of(Formats.JSON))).isEqualTo(Absent.ABSENT);
    }

    @Test
    void the_root_is_resolved_and_bookkeeping_left_out() {
        var shape = new PayloadShape(Formats.JSON, "/state", List.of("_version", "none"));

        assertThat(payloads.decode(ByteSlice.ofText("{\"state\": {\"_version\": 1, \"a\": 2}}"), shape))
                .isEqualTo(Fields.of("a", Num.of(2)));
        assertThat(payloads.decode(ByteSlice.ofText("{\"other\": 1}"), shape)).isEqualTo(Absent.ABSENT);
        assertThat(payloads.decode(ByteSlice.ofText("{"), shape)).isInstanceOf(Opaque.class);
    }

    @Test
    void sniffing_finds_json_xml_text_and_what_is_packed() {
        var expected = Fields.of("a", Num.of(1));

        assertThat(sniffed(" {\"a\": 1}".getBytes(StandardCharsets.UTF_8))).isEqualTo(expected);
        assertThat(sniffed(gzip("{\"a\": 1}"))).isEqualTo(expected);
        assertThat(sniffed(zlib("{\"a\": 1}"))).isEqualTo(expected);
        assertThat(sniffed(zlib("<r><a>1</a></r>"))).isEqualTo(Fields.of("a", new Text("1")));
        assertThat(sniffed("xyz".getBytes(StandardCharsets.UTF_8))).isEqualTo(new Text("xyz"));
        assertThat(sniffed("12 Main Street".getBytes(StandardCharsets.UTF_8))).isEqualTo(new Text("12 Main Street"));
        assertThat(sniffed("12".getBytes(StandardCharsets.UTF_8))).isEqualTo(Num.of(12));
        assertThat(sniffed("{\"a\": ".getBytes(StandardCharsets.UTF_8))).isInstanceOf(Opaque.class);
    }

    @Test
    void serialised_objects_are_named_and_left_alone() {
        assertThat(reason(sniffed(new byte[] {(byte) 0xAC, (byte) 0xED, 0, 5, 's', 'r'}))).contains("Java");
        assertThat(reason(sniffed("a:1:{s:1:\"k\";i:1;}".getBytes(StandardCharsets.UTF_8)))).contains("PHP");
        assertThat(reason(sniffed("O:8:\"Customer\":0:{}".getBytes(StandardCharsets.UTF_8)))).contains("PHP");
        assertThat(reason(sniffed(new byte[] {(byte) 0x80, 4, (byte) 0x95, 0}))).contains("pickle");
        assertThat(reason(sniffed(new byte[] {(byte) 0xC3, 0, 1, 2}))).contains("binary");
    }

    @Test
    void a_bomb_is_not_unpacked() {
        var small = new StandardPayloads(1 << 20);
        byte[] bomb = zlib(" ".repeat(2 << 20) + "{}");

        assertThat(reason(small.decode(ByteSlice.of(bomb), PayloadShape.of(Formats.PYTHON_TRANSCODED))))
                .contains("more than 1048576 bytes");
    }

    @Test
    void packed_data_that_ends_early_says_so() {
        byte[] whole = zlib("{\"a\": \"some text that is long enough\"}");

        assertThat(reason(decode(Arrays.copyOf(whole, whole.length / 2), Formats.PYTHON_TRANSCODED)))
                .contains("unexpected end");
    }

    @Test
    void python_tags_are_unwrapped_from_the_inside() {
        var value = decode(
                ("{\"amount\":{\"_type_\":\"decimal_str\",\"_data_\":\"0.50\"},"
                                + "\"when\":{\"_type_\":\"datetime_iso\",\"_data_\":\"2024-01-02T08:44:00+00:00\"},"
                                + "\"id\":{\"_type_\":\"uuid_hex\",\"_data_\":\"86ce5dc3e6e340398976c5d026210f78\"},"
                                + "\"price\":{\"_type_\":\"money\",\"_data_\":{\"amount\":"
                                + "{\"_type_\":\"decimal_str\",\"_data_\":\"7.10\"},\"currency\":\"EUR\"}},"
                                + "\"odd\":{\"_type_\":\"rating\",\"_data_\":5},"
                                + "\"tuple\":{\"_type_\":\"tuple\",\"_data_\":[1]},"
                                + "\"dict\":{\"_type_\":\"x\",\"_data_\":1,\"more\":2}}")
                        .getBytes(StandardCharsets.UTF_8),
                Formats.PYTHON_TRANSCODED);

        assertThat(at(value, "/amount")).isEqualTo(Num.parse("0.50")).hasToString("0.50");
        assertThat(at(value, "/when")).isEqualTo(new Text("2024-01-02T08:44:00+00:00"));
        assertThat(at(value, "/id")).isEqualTo(new Text("86ce5dc3e6e340398976c5d026210f78"));
        assertThat(at(value, "/price/amount")).isEqualTo(Num.parse("7.1"));
        assertThat(at(value, "/price/currency")).isEqualTo(new Text("EUR"));
        assertThat(at(value, "/odd")).isEqualTo(Num.of(5));
        assertThat(at(value, "/tuple/_type_")).isEqualTo(new Text("tuple"));
        assertThat(at(value, "/dict/more")).isEqualTo(Num.of(2));
    }

    @Test
    void encrypted_python_states_are_named() {
        assertThat(reason(decode(new byte[] {1, 2, 3, 4}, Formats.PYTHON_TRANSCODED))).contains("encrypted");
    }

    @Test
    void ten_megabytes_are_read() {
        var text = new StringBuilder("[");
        while (text.length() < 10_000_000) {
            text.append("{\"amount\": 12.34, \"memo\": \"some text\"},");
        }
        var value = (Items) json(text.append("1]").toString());

        assertThat(value.values().getLast()).isEqualTo(Num.of(1));
    }

    @Test
    void a_body_with_the_name_of_its_event_around_it_is_the_body_bookkeeping_aside() {
        var tagged = new PayloadShape(Formats.TAGGED, "", List.of("version"));

        assertThat(payloads.decode(ByteSlice.ofText("{\"MoneyDeposited\":{\"amount\":1.50}}"), tagged))
                .isEqualTo(Fields.of("amount", Num.parse("1.50")));
        assertThat(payloads.decode(ByteSlice.ofText("{\"version\":3,\"state\":{\"a\":1}}"), tagged))
                .isEqualTo(Fields.of("a", Num.of(1)));
        assertThat(payloads.decode(ByteSlice.ofText("{\"amount\":1}"), tagged))
                .isEqualTo(Fields.of("amount", Num.of(1)));
        assertThat(payloads.decode(ByteSlice.ofText("\"Closed\""), tagged)).isEqualTo(new Text("Closed"));
    }

    private StateValue json(String text) {
        return decode(text.getBytes(StandardCharsets.UTF_8), Formats.JSON);
    }

    private StateValue sniffed(byte[] bytes) {
        return decode(bytes, Formats.SNIFFED);
    }

    private StateValue decode(byte[] bytes, String format) {
        byte[] padded = new byte[bytes.length + 6];
        Arrays.fill(padded, (byte) '7');
        System.arraycopy(bytes, 0, padded, 3, bytes.length);
        return payloads.decode(new ByteSlice(padded, 3, bytes.length), PayloadShape.of(format));
    }

    private static StateValue at(StateValue value, String pointer) {
        return value.at(FieldPath.parse(pointer));
    }

    private static String reason(StateValue value) {
        return ((Opaque) value).reason();
    }

    private static byte[] gzip(String text) {
        var packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static byte[] zlib(String text) {
        var packed = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
