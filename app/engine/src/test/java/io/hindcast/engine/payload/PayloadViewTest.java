package io.hindcast.engine.payload;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.Opaque;
import io.hindcast.engine.state.StateText;
import io.hindcast.engine.state.StateValue;
import io.hindcast.event.ByteSlice;
import io.hindcast.event.PayloadShape;
import io.hindcast.event.PayloadShape.Formats;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// A payload that is looked at reads as one that is decoded: whole, and at every path.
class PayloadViewTest {
    private static final List<String> FORMATS = List.of(
            Formats.JSON,
            Formats.SNIFFED,
            Formats.TAGGED,
            Formats.AXON_METADATA,
            Formats.PYTHON_TRANSCODED,
            Formats.TEXT);

    private final StandardPayloads payloads = new StandardPayloads();
    private int taped;

    @Test
    void it_agrees_with_the_decoder_over_whole_spoilt_and_doubled_texts() {
        for (long seed = 0; seed < 12_000; seed++) {
            var random = new Random(seed);
            byte[] bytes = text(random).getBytes(StandardCharsets.UTF_8);
            for (int i = random.nextInt(4) - 1; i > 0 && bytes.length > 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) (random.nextInt(3) == 0 ? 0x80 + i : "{}[]\",:01e".charAt(i));
            }
            agrees(ByteSlice.of(bytes), shape(random), "seed " + seed);
        }
        assertThat(taped).as("looked at as tokens").isGreaterThan(2_000);
    }

    @Test
    void bookkeeping_that_the_shape_leaves_out_is_not_seen() {
        var shape = new PayloadShape(Formats.JSON, "/body", List.of("@class"));

        var view = payloads.view(shape);
        view.turnTo(ByteSlice.ofText("{\"body\":{\"@class\":\"x\",\"amount\":1.50}}"));

        assertThat(view.value()).isEqualTo(Fields.of("amount", Num.parse("1.50")));
    }

    @Test
    void a_cut_off_text_is_no_tokens_and_an_unreadable_value() {
        var view = payloads.view(PayloadShape.of(Formats.JSON));

        view.turnTo(ByteSlice.ofText("{\"amount\":1.5"));

        assertThat(view.content()).isEqualTo(JsonTape.NONE);
        assertThat(view.value()).isInstanceOf(Opaque.class);
    }

    @Test
    void turning_back_reads_the_earlier_payload_again() {
        var view = payloads.view(PayloadShape.of(Formats.JSON));
        ByteSlice first = ByteSlice.ofText("{\"a\":1}");

        view.turnTo(first);
        StateValue before = view.value();
        view.turnTo(ByteSlice.ofText("{\"a\":2}"));
        assertThat(view.value()).isNotEqualTo(before);
        view.turnTo(first);

        assertThat(view.value()).isEqualTo(before);
    }

    private void agrees(ByteSlice bytes, PayloadShape shape, String where) {
        StateValue decoded = payloads.decode(bytes, shape);
        var view = payloads.view(shape);
        view.turnTo(bytes);
        if (view.content() != JsonTape.NONE) {
            taped++;
            for (FieldPath path : paths(decoded)) {
                int token = new TapePath(path).below(view.tape(), view.content());
                StateValue expected = decoded.at(path);
                assertThat(token != JsonTape.NONE).as("%s at %s", where, path).isEqualTo(expected.isPresent());
                if (token != JsonTape.NONE) {
                    assertThat(StateText.compact(view.value(token)))
                            .as("%s at %s", where, path)
                            .isEqualTo(StateText.compact(expected));
                }
            }
        }
        assertThat(view.value()).as(where).isEqualTo(decoded);
        assertThat(StateText.compact(view.value())).as(where).isEqualTo(StateText.compact(decoded));
    }

    /// Every path of a value, and some that lead nowhere.
    private static List<FieldPath> paths(StateValue value) {
        var paths = new ArrayList<FieldPath>(List.of(FieldPath.ROOT));
        for (int i = 0; i < paths.size() && paths.size() < 400; i++) {
            FieldPath here = paths.get(i);
            switch (value.at(here)) {
                case Fields fields -> fields.names().forEach(name -> paths.add(here.child(name)));
                case Items items -> {
                    for (int item = 0; item < items.size(); item++) {
                        paths.add(here.child(item));
                    }
                }
                default -> {}
            }
            if (paths.size() < 300) {
                paths.add(here.child("nowhere"));
                paths.add(here.child("00"));
                paths.add(here.child(7));
                if (here.steps().size() > 3) {
                    break;
                }
            }
        }
        return paths;
    }

    /// Objects may have a name twice.
    private static String text(Random random) {
        String text = JsonTexts.any(random);
        return switch (random.nextInt(5)) {
            case 0 -> "{\"a\":%s,\"b\":{\"a\":1.0,\"a\":%s},\"a\":-0.0}".formatted(text, text);
            case 1 -> "{\"a\":%s}".formatted(text);
            case 2 -> "{\"a\":{\"b\":%s},\"a\":{\"b\":1E2}}".formatted(text);
            default -> text;
        };
    }

    private static PayloadShape shape(Random random) {
        String format = FORMATS.get(random.nextInt(random.nextInt(3) == 0 ? FORMATS.size() : 3));
        String root = random.nextInt(4) == 0 ? "/a" : "";
        return new PayloadShape(format, root, random.nextInt(4) == 0 ? List.of("b") : List.of());
    }
}
