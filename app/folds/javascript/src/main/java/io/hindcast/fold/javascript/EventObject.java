package io.hindcast.fold.javascript;

import io.hindcast.engine.fold.FoldEvent;
import io.hindcast.engine.payload.PayloadView;
import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateText;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import io.hindcast.event.ByteSlice;
import io.hindcast.event.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mozilla.javascript.Scriptable;

/// An event as a script sees it, under the names that KurrentDB, Emmett, Castore and EvtStore give to its parts. Nothing
/// is made before it is asked for.
final class EventObject extends LazyObject {
    /// What a script finds in an event, and in which order the names of a loop come.
    enum Style {
        /// `eventType`, `data`, `metadata` …
        PROJECTION(List.of(
                "isJson", "data", "body", "bodyRaw", "sequenceNumber", "metadataRaw", "linkMetadataRaw", "partition",
                "eventType", "streamId", "metadata", "created", "eventId")),
        /// `type`, `data` or `payload`, `metadata`; other names are looked for in the body.
        REDUCER(List.of(
                "type", "data", "payload", "metadata", "streamId", "aggregateId", "version", "timestamp", "id")),
        /// The body itself with its `type` in it.
        FLAT(List.of("type"));

        private final List<String> names;

        Style(List<String> names) {
            this.names = names;
        }
    }

    private final FoldEvent event;
    private final Style style;
    private final boolean withMetadata;
    private @Nullable Object body = NOT_FOUND;
    private String partition = "";

    EventObject(Values values, FoldEvent event, Style style, boolean withMetadata) {
        super(values);
        this.event = event;
        this.style = style;
        this.withMetadata = withMetadata;
    }

    void partition(String name) {
        partition = name;
    }

    /// The body as a script sees it; the same object each time.
    @Nullable Object body() {
        if (Values.isMissing(body)) {
            Optional<PayloadView> tokens = event.tokens();
            body = tokens.isPresent()
                    ? values().toScript(tokens.get(), tokens.get().content())
                    : values().toScript(event.data());
        }
        return body;
    }

    /// The body is the same object each time, and need not be remembered a second time.
    @Override
    public @Nullable Object get(String name, Scriptable start) {
        boolean isBody = style != Style.FLAT && (name.equals("data") || (name.equals("body") && style == Style.PROJECTION));
        return isBody && isUntouched() ? body() : super.get(name, start);
    }

    @Override
    @Nullable Object source(String name) {
        if (style == Style.FLAT) {
            Object inBody = inBody(name);
            return Values.isMissing(inBody) && name.equals("type") ? event.type() : inBody;
        }
        return switch (name) {
            case "data" -> body();
            case "metadata" -> withMetadata ? values().toScript(event.metadata()) : NOT_FOUND;
            case "streamId" -> event.header().stream();
            default -> style == Style.PROJECTION ? projection(name) : reducer(name);
        };
    }

    private @Nullable Object projection(String name) {
        Event header = event.header();
        return switch (name) {
            case "eventType" -> event.type();
            case "body" -> body();
            case "bodyRaw" -> raw(header.data(), event.data());
            case "metadataRaw" -> withMetadata ? raw(header.metadata(), event.metadata()) : "";
            case "linkMetadataRaw" -> null;
            case "sequenceNumber" -> version(header);
            case "created" -> created(header);
            case "eventId" -> header.id().<Object>map(id -> id).orElse(NOT_FOUND);
            case "isJson" -> event.data().isPresent();
            case "partition" -> partition.isEmpty() ? header.stream() : partition;
            default -> NOT_FOUND;
        };
    }

    private @Nullable Object reducer(String name) {
        return switch (name) {
            case "type" -> event.type();
            case "payload" -> body();
            case "aggregateId" -> own(name, aggregateId(event.header()));
            case "version" -> own(name, version(event.header()));
            case "timestamp" -> own(name, created(event.header()));
            case "id" -> own(name, event.header().id().<Object>map(id -> id).orElse(NOT_FOUND));
            default -> inBody(name);
        };
    }

    /// The body has the word where it says something of that name.
    private @Nullable Object own(String name, @Nullable Object otherwise) {
        Object inBody = inBody(name);
        return Values.isMissing(inBody) ? otherwise : inBody;
    }

    private @Nullable Object inBody(String name) {
        return body() instanceof LazyObject object ? object.get(name, object) : NOT_FOUND;
    }

    private static Object version(Event header) {
        return header.version().isPresent() ? Arithmetic.of(Num.of(header.version().getAsLong())) : NOT_FOUND;
    }

    private static Object created(Event header) {
        return header.recordedAt().map(Instant::toString).<Object>map(text -> text).orElse(NOT_FOUND);
    }

    /// What stands behind the category in the name of the stream.
    static String aggregateId(Event header) {
        String stream = header.stream();
        String category = header.category();
        boolean begins = !category.isEmpty()
                && stream.length() > category.length() + 1
                && stream.startsWith(category)
                && !Character.isLetterOrDigit(stream.charAt(category.length()));
        return begins ? stream.substring(category.length() + 1) : stream;
    }

    private static String raw(ByteSlice bytes, StateValue value) {
        return bytes.length() > 0 && (bytes.array()[bytes.offset()] == '{' || bytes.array()[bytes.offset()] == '[')
                ? new String(bytes.array(), bytes.offset(), bytes.length(), java.nio.charset.StandardCharsets.UTF_8)
                : StateText.compact(value);
    }

    @Override
    List<String> sourceNames() {
        var names = new LinkedHashSet<>(style.names);
        names.removeIf(name -> !sourceHas(name));
        if (style == Style.FLAT && body() instanceof Scriptable object) {
            for (Object id : object.getIds()) {
                names.add(String.valueOf(id));
            }
        }
        return new ArrayList<>(names);
    }

    @Override
    boolean sourceHas(String name) {
        return !Values.isMissing(source(name));
    }

    /// For a fold that keeps the whole event.
    @Override
    StateValue base() {
        var fields = Fields.builder(style.names.size());
        for (String name : sourceNames()) {
            fields.put(name, switch (source(name)) {
                case null -> Null.NULL;
                case Boolean is -> Bool.of(is);
                case Object other when Values.isMissing(other) -> Absent.ABSENT;
                case String text -> new Text(text);
                case Object other -> values().toState(other);
            });
        }
        return fields.build();
    }
}
