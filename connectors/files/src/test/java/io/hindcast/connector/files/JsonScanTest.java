package io.hindcast.connector.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The scanner and an independent parser agree on what is JSON, over thousands of damaged texts.
final class JsonScanTest {
    private static final String TEXT =
            "{\"a\":[1,-2.5,0,1e9,1.5E-7],\"b\":{\"c\":null,\"d\":true,\"e\":false},\"f\":\"x\\n"
                    + "\\u00e4\\\"\",\"g\":[],\"h\":{}}";
    private static final byte[] PIECES = "{}[]\",:-+.eE0123456789truefalsn \\u\n".getBytes(StandardCharsets.US_ASCII);

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void damaged_text_is_judged_as_another_parser_judges_it(int seed) {
        var random = new Random(seed);
        for (int round = 0; round < 40; round++) {
            byte[] text = damaged(random);

            assertThat(JsonScan.isJson(text, 0, text.length))
                    .as("seed %d, text %s", seed, new String(text, StandardCharsets.UTF_8))
                    .isEqualTo(isJsonElsewhere(text));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_quoted_text_is_read_back(int seed) {
        var text = new Random(seed)
                .ints(40, 0, 0x300)
                .filter(c -> c < Character.MIN_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        var out = new ByteArrayOutputStream();
        JsonText.quote(text, out);
        byte[] quoted = out.toByteArray();

        assertThat(JsonScan.isJson(quoted, 0, quoted.length)).isTrue();
        assertThat(JsonText.unquoted(quoted, 1, quoted.length - 1)).isEqualTo(text);
    }

    private static byte[] damaged(Random random) {
        byte[] text = TEXT.getBytes(StandardCharsets.US_ASCII);
        int length = random.nextInt(8) == 0 ? random.nextInt(text.length) : text.length;
        text = Arrays.copyOf(text, length);
        for (int change = random.nextInt(3); change > 0 && length > 0; change--) {
            text[random.nextInt(length)] = PIECES[random.nextInt(PIECES.length)];
        }
        return text;
    }

    private static boolean isJsonElsewhere(byte[] text) {
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            if (parser.nextToken() == null) {
                return false;
            }
            parser.skipChildren();
            parser.getText();
            return parser.nextToken() == null;
        } catch (IOException _) {
            return false;
        }
    }
}
