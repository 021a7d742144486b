package io.hindcast.engine.payload;

import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Opaque;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import io.hindcast.event.ByteSlice;
import io.hindcast.event.PayloadShape;
import io.hindcast.event.PayloadShape.Formats;
import java.io.IOException;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Decodes every format of [Formats]. Reads trees only; no class is ever looked up, no entity followed.
///
/// What is odd in JSON is settled so: a name that stands twice keeps its first place and has its last value; half of a
/// surrogate pair and malformed UTF-8 inside texts become the replacement character; NaN, Infinity, comments, trailing
/// commas and anything behind the value are refused; a number is exact to its last digit, and one with more than 100,000
/// digits or an exponent beyond ±100,000 is an [Opaque] inside the rest; deeper than 100,000 levels is refused. Packed payloads are unpacked
/// up to 256 MiB.
public final class StandardPayloads implements PayloadDecoder {
    private static final int LAYERS = 3;

    private final NameCache names = new NameCache();
    private final ConcurrentLinkedQueue<JsonReader> readers = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<XmlReader> xmlReaders = new ConcurrentLinkedQueue<>();
    private final int unpackedLimit;

    public StandardPayloads() {
        this(Compression.LIMIT);
    }

    StandardPayloads(int unpackedLimit) {
        this.unpackedLimit = unpackedLimit;
    }

    @Override
    public StateValue decode(ByteSlice bytes, PayloadShape shape) {
        if (bytes.isEmpty()) {
            return Absent.ABSENT;
        }
        return trimmed(whole(bytes, shape.format()), shape);
    }

    @Override
    public PayloadView view(PayloadShape shape) {
        return new PayloadView(this, shape, new JsonReader(names), true);
    }

    private StateValue whole(ByteSlice bytes, String format) {
        return switch (format) {
            case Formats.JSON -> json(bytes, JsonReader.Transform.NONE);
            case Formats.SNIFFED, Formats.TAGGED -> sniffed(bytes, JsonReader.Transform.NONE, LAYERS);
            case Formats.XML -> xml(bytes);
            case Formats.AXON_METADATA -> axonMetadata(bytes);
            case Formats.PYTHON_TRANSCODED -> python(bytes, LAYERS);
            case Formats.PHP -> PhpReader.read(bytes);
            case Formats.TEXT -> new Text(bytes.text());
            case Formats.OPAQUE -> Unreadable.because("the store declares these bytes as not to be decoded", bytes);
            default -> Unreadable.because("the format " + format + " is not known", bytes);
        };
    }

    private static StateValue untagged(StateValue whole) {
        return whole instanceof Fields fields
                        && fields.size() == 1
                        && fields.field(fields.names().getFirst()) instanceof Fields inside
                ? inside
                : whole;
    }

    private static StateValue trimmed(StateValue whole, PayloadShape shape) {
        StateValue part = shape.root().isEmpty() || whole instanceof Opaque
                ? whole
                : whole.at(FieldPath.parse(shape.root()));
        for (String name : shape.without()) {
            if (part instanceof Fields fields) {
                part = fields.without(name);
            }
        }
        return shape.format().equals(Formats.TAGGED) ? untagged(part) : part;
    }

    private StateValue json(ByteSlice bytes, JsonReader.Transform transform) {
        JsonReader reader = readers.poll();
        if (reader == null) {
            reader = new JsonReader(names);
        }
        try {
            return reader.read(bytes, transform);
        } finally {
            readers.offer(reader);
        }
    }

    private StateValue xml(ByteSlice bytes) {
        XmlReader reader = xmlReaders.poll();
        if (reader == null) {
            reader = new XmlReader();
        }
        try {
            return reader.read(bytes);
        } finally {
            xmlReaders.offer(reader);
        }
    }

    private StateValue sniffed(ByteSlice bytes, JsonReader.Transform transform, int layers) {
        if (layers > 0 && Compression.isCompressed(bytes)) {
            try {
                return sniffed(Compression.unpack(bytes, unpackedLimit), transform, layers - 1);
            } catch (IOException e) {
                return Utf8.isText(bytes) ? new Text(bytes.text()) : Unreadable.because(reason(e), bytes);
            }
        }
        return switch (Sniffing.of(bytes)) {
            case Sniffing.Json(boolean certain) -> {
                StateValue value = json(bytes, transform);
                yield value instanceof Opaque && !certain ? textOrOpaque(bytes) : value;
            }
            case Sniffing.Xml() -> xml(bytes);
            case Sniffing.Refused(String reason) -> Unreadable.because(reason, bytes);
            case Sniffing.Unknown() -> textOrOpaque(bytes);
        };
    }

    private static StateValue textOrOpaque(ByteSlice bytes) {
        return Utf8.isText(bytes)
                ? new Text(bytes.text())
                : Unreadable.because("binary data of an unknown format", bytes);
    }

    private StateValue axonMetadata(ByteSlice bytes) {
        if (Sniffing.of(bytes) instanceof Sniffing.Xml) {
            StateValue map = xml(bytes);
            return map instanceof Text(String text) && text.isBlank() ? Fields.EMPTY : map;
        }
        return sniffed(bytes, JsonReader.Transform.NONE, LAYERS);
    }

    private StateValue python(ByteSlice bytes, int layers) {
        if (layers > 0 && Compression.isCompressed(bytes)) {
            try {
                return python(Compression.unpack(bytes, unpackedLimit), layers - 1);
            } catch (IOException e) {
                return Unreadable.because(reason(e), bytes);
            }
        }
        if (Sniffing.of(bytes) instanceof Sniffing.Json) {
            return json(bytes, PythonTags::unwrap);
        }
        return Unreadable.because("neither JSON nor zlib: encrypted, or packed in another way", bytes);
    }

    private static String reason(IOException e) {
        String message = e.getMessage();
        return message == null ? "damaged packed data" : message;
    }
}
