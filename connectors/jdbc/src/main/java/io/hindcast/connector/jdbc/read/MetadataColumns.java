package io.hindcast.connector.jdbc.read;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.hindcast.connector.jdbc.dialect.Row;
import io.hindcast.connector.jdbc.layout.Piece;
import io.hindcast.connector.jdbc.layout.Value;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Columns that say of an event what other systems write into its metadata; they are put in front of the metadata's own
/// members, so that the rest of the house finds them where it looks.
final class MetadataColumns {
    private record Member(String name, BoundValue value, boolean time) {}

    private final List<Member> members;

    /// Columns that the table does not have are left out.
    MetadataColumns(List<Value> values, Binder binder) {
        this.members = values.stream()
                .filter(binder::has)
                .map(value -> {
                    boolean time = value.timeForm().isPresent();
                    return new Member(name(value), time ? binder.instant(value) : binder.text(value), time);
                })
                .toList();
    }

    private static String name(Value value) {
        return value.columns().findFirst().map(Piece.Column::bare).orElseThrow();
    }

    boolean isEmpty() {
        return members.isEmpty();
    }

    /// The metadata with the columns that hold something. Metadata that are no JSON object stay as they are.
    byte @Nullable [] added(byte @Nullable [] metadata, Row row) throws SQLException {
        var told = told(row);
        int brace = metadata == null ? -1 : brace(metadata);
        if (told.isEmpty() || (metadata != null && brace < 0)) {
            return metadata;
        }
        var joined = new ByteArrayOutputStream();
        joined.writeBytes(("{" + String.join(",", told)).getBytes(StandardCharsets.UTF_8));
        if (metadata == null) {
            joined.write('}');
        } else {
            boolean empty = isClosed(metadata, brace + 1);
            joined.writeBytes(empty ? new byte[0] : new byte[] {','});
            joined.write(metadata, brace + 1, metadata.length - brace - 1);
        }
        return joined.toByteArray();
    }

    private List<String> told(Row row) throws SQLException {
        var told = new ArrayList<String>(members.size());
        for (Member member : members) {
            var text = member.time() ? member.value().instant(row) : member.value().text(row);
            if (text != null) {
                told.add("\"%s\":\"%s\"".formatted(quoted(member.name()), quoted(text.toString())));
            }
        }
        return told;
    }

    private static String quoted(String text) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(text));
    }

    private static int brace(byte[] json) {
        int at = behindSpace(json, 0);
        return at < json.length && json[at] == '{' ? at : -1;
    }

    private static boolean isClosed(byte[] json, int from) {
        int at = behindSpace(json, from);
        return at < json.length && json[at] == '}';
    }

    private static int behindSpace(byte[] json, int from) {
        int at = from;
        while (at < json.length && json[at] <= ' ' && json[at] >= 0) {
            at++;
        }
        return at;
    }
}
