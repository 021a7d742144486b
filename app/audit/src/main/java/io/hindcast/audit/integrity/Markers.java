package io.hindcast.audit.integrity;

import io.hindcast.engine.payload.JsonTape;
import io.hindcast.engine.payload.PayloadView;
import io.hindcast.engine.payload.TapePath;
import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.StateValue;
import io.hindcast.event.ByteSlice;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The signs by which an event tells that its content was taken away: a name of its type, a field that says so, bytes
/// that were blanked in place.
final class Markers {
    private static final byte BLANK = (byte) 0xFF;
    private static final List<String> WORDS = List.of("redacted", "shredded", "anonymised", "anonymized", "erased");
    private static final List<String> FIELDS =
            List.of("redacted", "isRedacted", "$redacted", "_redacted", "erased", "shredded", "anonymised", "anonymized");
    private static final List<FieldPath> PATHS =
            FIELDS.stream().map(FieldPath.ROOT::child).toList();
    private static final List<TapePath> TAPE_PATHS =
            PATHS.stream().map(TapePath::new).toList();

    private Markers() {}

    /// Whether a type is named as if what it tells of were a redaction.
    static boolean isNamedSo(String type) {
        String plain = type.toLowerCase(Locale.ROOT);
        return WORDS.stream().anyMatch(plain::contains);
    }

    /// Blanked in place, as EventStoreDB documents it: nothing but bytes of all ones.
    static boolean isBlank(ByteSlice bytes) {
        for (int i = 0; i < bytes.length(); i++) {
            if (bytes.at(i) != BLANK) {
                return false;
            }
        }
        return bytes.length() > 0;
    }

    /// The field on the top of a body or of metadata that says so.
    static Optional<String> field(PayloadView view) {
        for (int i = 0; i < FIELDS.size(); i++) {
            StateValue value = at(view, i);
            boolean no = value instanceof Absent || value instanceof Null || value.equals(new Bool(false));
            if (!no) {
                return Optional.of(FIELDS.get(i));
            }
        }
        return Optional.empty();
    }

    private static StateValue at(PayloadView view, int field) {
        if (view.content() == JsonTape.NONE) {
            return view.value().at(PATHS.get(field));
        }
        int token = TAPE_PATHS.get(field).below(view.tape(), view.content());
        return token == JsonTape.NONE ? Absent.ABSENT : view.value(token);
    }
}
