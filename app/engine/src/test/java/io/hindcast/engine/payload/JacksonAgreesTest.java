package io.hindcast.engine.payload;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.Opaque;
import io.hindcast.engine.state.StateText;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import io.hindcast.event.ByteSlice;
import io.hindcast.event.PayloadShape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

/// The same texts are given to Jackson: what it refuses we refuse, what it reads we read to the digit.
class JacksonAgreesTest {
    private static final ObjectReader JACKSON = new ObjectMapper()
            .configure(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, true)
            .configure(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS, true)
            .configure(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, true)
            .configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false)
            .reader();

    private static final String SPOILING = "0.-1e{}[]:,\" \\\n\u0001x";

    private final StandardPayloads payloads = new StandardPayloads();
    private final JsonTape strict = new JsonTape();

    @Test
    void over_generated_texts() {
        for (long seed = 0; seed < 6_000; seed++) {
            var random = new Random(seed);
            byte[] text = JsonTexts.any(random).getBytes(StandardCharsets.UTF_8);

            agrees(text, "seed " + seed);
        }
    }

    @Test
    void over_texts_with_a_few_bytes_spoilt() {
        for (long seed = 0; seed < 20_000; seed++) {
            var random = new Random(seed);
            byte[] text = JsonTexts.any(random).getBytes(StandardCharsets.UTF_8);

            agrees(spoilt(random, text), "seed " + seed);
        }
    }

    /// Small objects as programs write them, which are read on a shorter way.
    @Test
    void over_plain_objects_whole_and_with_one_byte_spoilt() {
        for (long seed = 0; seed < 40_000; seed++) {
            var random = new Random(seed);
            byte[] text = plainObject(random).getBytes(StandardCharsets.UTF_8);

            agrees(text, "seed " + seed);
            text[random.nextInt(text.length)] = (byte) SPOILING.charAt(random.nextInt(SPOILING.length()));
            agrees(text, "seed " + seed + ", spoilt");
        }
    }

    private static String plainObject(Random random) {
        String colon = one(random, ":", ": ", ":", ": ", ":  ", " :");
        String comma = one(random, ",", ", ", ",", ", ", ",  ", " ,");
        var text = new StringBuilder("{");
        for (int i = random.nextInt(6); i >= 0; i--) {
            text.append('"').append("abcdefghijkl", 0, random.nextInt(12)).append(i).append('"').append(colon);
            text.append(one(random, "\"EUR\"", "\"\"", "\"a longer text of more than eight\"", "\"ä\"", "0", "-0", "-0.0", "00",
                    "01", "7", "-12.50", "1.", ".5", "-", "1e5", "0.10", "123456789012345678", "1234567890123456789",
                    "12345678901234567.8", "-123456789012345678", "0.00000000000000001", "1.2.3", "true", "null", "{}", "[1]"));
            text.append(i == 0 ? "" : comma);
        }
        return text.append('}').toString();
    }

    private static String one(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    @Test
    void what_is_written_is_read_again_as_the_same_value() {
        for (long seed = 0; seed < 3_000; seed++) {
            StateValue value = decode(JsonTexts.any(new Random(seed)).getBytes(StandardCharsets.UTF_8));

            for (String written : List.of(StateText.compact(value), StateText.pretty(value))) {
                StateValue again = decode(written.getBytes(StandardCharsets.UTF_8));

                assertThat(again).as("seed %d", seed).isEqualTo(value);
                assertThat(StateText.compact(again)).as("seed %d", seed).isEqualTo(StateText.compact(value));
            }
        }
    }

    private void agrees(byte[] text, String seed) {
        JsonNode expected;
        try {
            expected = jackson(text);
        } catch (NumberFormatException _) {
            assertThat(StateText.compact(decode(text))).as(seed).containsAnyOf("exponent", "not JSON");
            return;
        }
        boolean accepted = strict.parse(ByteSlice.of(text));
        String shown = seed + ": " + new String(text, StandardCharsets.UTF_8) + " " + strict.problem();

        if (expected == null && accepted && hasHalfPairInName()) {
            return;
        }
        assertThat(accepted).as(shown).isEqualTo(expected != null);
        if (expected != null) {
            same(expected, decode(text), shown);
        }
    }

    /// RFC 8259 allows half of a surrogate pair in a name, Jackson does not.
    private boolean hasHalfPairInName() {
        for (int token = 0; token < strict.size(); token++) {
            if (strict.kind(token) == JsonTape.Kind.NAME && strict.text(token).indexOf('\uFFFD') >= 0) {
                return true;
            }
        }
        return false;
    }

    private StateValue decode(byte[] text) {
        return payloads.decode(ByteSlice.of(text), PayloadShape.of(PayloadShape.Formats.JSON));
    }

    private static @Nullable JsonNode jackson(byte[] text) {
        try {
            JsonNode node = JACKSON.readTree(text);
            return node.isMissingNode() ? null : node;
        } catch (IOException _) {
            return null;
        }
    }

    private static void same(JsonNode expected, StateValue actual, String shown) {
        switch (actual) {
            case Fields fields -> {
                assertThat(expected.isObject()).as(shown).isTrue();
                var names = new ArrayList<String>();
                expected.fieldNames().forEachRemaining(name -> names.add(whole(name)));
                assertThat(fields.names()).as(shown).isEqualTo(names);
                expected.properties().forEach(entry -> same(entry.getValue(), fields.field(whole(entry.getKey())), shown));
            }
            case Items items -> {
                assertThat(expected.size()).as(shown).isEqualTo(items.size());
                for (int i = 0; i < items.size(); i++) {
                    same(expected.get(i), items.values().get(i), shown);
                }
            }
            case Num number -> {
                assertThat(expected.isNumber()).as(shown).isTrue();
                assertThat(number.value()).as(shown).isEqualByComparingTo(expected.decimalValue());
                if (!expected.isIntegralNumber()) {
                    assertThat(number.value().scale()).as(shown).isEqualTo(expected.decimalValue().scale());
                }
            }
            case Text(String text) -> assertThat(text).as(shown).isEqualTo(whole(expected.textValue()));
            case Bool(boolean value) -> assertThat(expected.isBoolean() && expected.booleanValue() == value).as(shown).isTrue();
            case Null _ -> assertThat(expected.isNull()).as(shown).isTrue();
            case Opaque _ -> assertThat(Math.abs(expected.decimalValue().scale())).as(shown).isGreaterThan(100_000);
            case Absent _ -> assertThat(actual.isPresent()).as(shown).isTrue();
        }
    }

    /// Jackson hands out halves of surrogate pairs, we replace them.
    private static String whole(String text) {
        var whole = new StringBuilder();
        text.codePoints()
                .forEach(c -> whole.appendCodePoint(
                        Character.getType(c) == Character.SURROGATE ? 0xFFFD : c));
        return whole.toString();
    }

    private static byte[] spoilt(Random random, byte[] text) {
        byte[] bytes = text.clone();
        for (int i = random.nextInt(3); i >= 0 && bytes.length > 0; i--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] = (byte) "{}[]\",:0123456789eE+-.\\ntfu \t\n/".charAt(random.nextInt(31));
                case 1 -> bytes = java.util.Arrays.copyOf(bytes, at);
                case 2 -> bytes[at] = (byte) random.nextInt(128);
                case 3 -> {
                    int from = random.nextInt(bytes.length);
                    int length = Math.min(random.nextInt(4), bytes.length - Math.max(at, from));
                    System.arraycopy(bytes, from, bytes, at, length);
                }
                default -> {
                    byte[] shorter = new byte[bytes.length - 1];
                    System.arraycopy(bytes, 0, shorter, 0, at);
                    System.arraycopy(bytes, at + 1, shorter, at, shorter.length - at);
                    bytes = shorter;
                }
            }
        }
        return bytes;
    }
}
