package io.hindcast.engine.payload;

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
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One payload after the other, looked at where it lies: where the format is JSON as tokens, out of which single values
/// are made when they are asked for; else as the decoded value. What is read either way is the same.
///
/// ```java
/// PayloadView view = decoder.view(info.data());          // keep it, and use it for one payload after the other
/// view.turnTo(page.data(row));
/// int amount = AMOUNT.below(view.tape(), view.content());  // AMOUNT = new TapePath(...), if content() is not NONE
/// ```
///
/// Turning to a payload costs nothing until something is asked. Tokens count until the next turn. For one thread.
public final class PayloadView {
    private final PayloadDecoder decoder;
    private final PayloadShape shape;
    private final boolean mayBeTaped;
    private final boolean isWhole;
    private final boolean alwaysJson;
    private final TapePath root;
    private final List<TapePath> hidden;
    private final JsonReader reader;
    private byte[] array = new byte[0];
    private int offset;
    private int length;
    private boolean isRead = true;
    private int content = JsonTape.NONE;
    private @Nullable StateValue value;

    /// @param reader never used when there are to be no tokens
    /// @param mayBeTaped whether the decoder reads JSON as the reader does, and hides nothing but what the shape says
    PayloadView(PayloadDecoder decoder, PayloadShape shape, JsonReader reader, boolean mayBeTaped) {
        this.decoder = decoder;
        this.reader = reader;
        this.shape = shape;
        this.mayBeTaped = mayBeTaped && isTapeFormat(shape.format());
        this.isWhole = shape.root().isEmpty()
                && shape.without().isEmpty()
                && !shape.format().equals(Formats.TAGGED);
        this.alwaysJson = shape.format().equals(Formats.JSON);
        this.root = shape.root().isEmpty() ? TapePath.ROOT : new TapePath(FieldPath.parse(shape.root()));
        this.hidden = shape.without().isEmpty() ? List.of() : hidden(shape);
    }

    private static List<TapePath> hidden(PayloadShape shape) {
        return shape.without().stream()
                .map(name -> new TapePath(FieldPath.ROOT.child(name)))
                .toList();
    }

    private static boolean isTapeFormat(String format) {
        return switch (format) {
            case Formats.JSON, Formats.SNIFFED, Formats.TAGGED, Formats.AXON_METADATA -> true;
            default -> false;
        };
    }

    /// Turns to a payload; nothing happens when it is turned to it already.
    public void turnTo(ByteSlice bytes) {
        turnTo(bytes.array(), bytes.offset(), bytes.length());
    }

    @SuppressWarnings("ReferenceEquality") // whether it is the very array
    private void turnTo(byte[] bytes, int from, int size) {
        if (bytes != array || from != offset || size != length) {
            array = bytes;
            offset = from;
            length = size;
            isRead = false;
            value = null;
        }
    }

    /// The token of the content, [JsonTape#NONE] when it is to be had as [#value()] only.
    public int content() {
        if (!isRead) {
            content = mayBeTaped && looksTaped() ? taped() : JsonTape.NONE;
            isRead = true;
        }
        return content;
    }

    /// The tape behind [#content()]; means nothing when there is none.
    public JsonTape tape() {
        return reader.tape();
    }

    /// The whole content, as the decoder answers it. Decoded once.
    public StateValue value() {
        StateValue known = value;
        if (known == null) {
            int token = content();
            known = token == JsonTape.NONE
                    ? decoder.decode(new ByteSlice(array, offset, length), shape)
                    : reader.value(token);
            value = known;
        }
        return known;
    }

    /// What is at one token, and inside it.
    public StateValue value(int token) {
        return reader.value(token);
    }

    /// Whether what is at a token equals a value; false may also mean that it would take building it to find out.
    public boolean isPlainly(int token, StateValue value) {
        JsonTape tape = reader.tape();
        return switch (value) {
            case Text(String text) -> tape.isPlainly(token, text);
            case Num number ->
                number.isShort()
                        && tape.isExactNumber(token)
                        && tape.unscaled(token) == number.unscaled()
                        && tape.scale(token) == number.scale();
            case Null _ -> tape.kind(token) == JsonTape.Kind.NULL;
            case Bool(boolean is) -> tape.kind(token) == (is ? JsonTape.Kind.TRUE : JsonTape.Kind.FALSE);
            case Absent _, Items _, Fields _, Opaque _ -> false;
        };
    }

    /// The text of a token of a field name, or of a text that names something; the same string for the same name.
    public String name(int token) {
        return reader.name(token);
    }

    /// Any other first byte may be something else than JSON, which the decoder finds out.
    private boolean looksTaped() {
        return length > 0 && (alwaysJson || array[offset] == '{');
    }

    private int taped() {
        JsonTape tape = reader.tape();
        if (!tape.parse(array, offset, length)) {
            return JsonTape.NONE;
        }
        if (isWhole) {
            return tape.root();
        }
        int part = root.below(tape, tape.root());
        if (part == JsonTape.NONE || hides(tape, part)) {
            return JsonTape.NONE;
        }
        return shape.format().equals(Formats.TAGGED) ? untagged(tape, part) : part;
    }

    private boolean hides(JsonTape tape, int part) {
        for (TapePath name : hidden) {
            if (name.below(tape, part) != JsonTape.NONE) {
                return true;
            }
        }
        return false;
    }

    /// What is in the only field when that is an object. A name that stands twice is left to the decoder.
    private static int untagged(JsonTape tape, int part) {
        if (tape.kind(part) != JsonTape.Kind.OBJECT || tape.count(part) == 0) {
            return part;
        }
        int first = tape.firstChild(part);
        if (tape.count(part) == 1) {
            return tape.kind(first + 1) == JsonTape.Kind.OBJECT ? first + 1 : part;
        }
        boolean twice = tape.text(first).equals(tape.text(tape.next(first + 1)));
        return twice ? JsonTape.NONE : part;
    }
}
