package io.hindcast.connector.files;

import io.hindcast.connector.files.Mapping.Use;
import java.io.ByteArrayOutputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// Reads records as events by the mapping of their file. For one thread.
@SuppressWarnings({"EnumOrdinal", "ReferenceEquality"}) // an array by role and a list known again, for every field and row
final class EnvelopeReader {
    private static final byte[] NOTHING = {};
    private static final int ROLES = Role.values().length;

    private final RowReader rows;
    private final Mapping mapping;
    private final TimeReader times;
    private final Map<String, Use> uses;
    /// What the places of the last row are for, and the names they had.
    private @Nullable Use[] placed = {};
    private List<String> names = List.of();

    EnvelopeReader(RowReader rows, Mapping mapping, TimeReader times) {
        this.rows = rows;
        this.mapping = mapping;
        this.times = times;
        this.uses = mapping.uses();
    }

    /// @param later whether a time in a repeated hour means its second pass
    /// @throws BrokenRecord if the record is not of its format, or says no stream or type
    Envelope read(byte[] bytes, int from, int to, boolean later) throws BrokenRecord {
        var row = rows.row(bytes, from, to);
        var places = places(row);
        var troubles = new StringJoiner("; ");
        String stream = needed(row, places, Role.STREAM);
        String type = needed(row, places, Role.TYPE);
        boolean base64 = places[Role.DATA.ordinal()] < 0 && places[Role.BASE64.ordinal()] >= 0;
        int body = places[(base64 ? Role.BASE64 : Role.DATA).ordinal()];
        bodyTrouble(row, body, base64).ifPresent(troubles::add);
        return new Envelope(
                stream,
                category(row, places),
                number(row, places, Role.VERSION, troubles),
                number(row, places, Role.POSITION, new StringJoiner("")),
                type,
                time(row, places, later, troubles),
                troubles.length() == 0 ? Optional.empty() : Optional.of(troubles.toString()),
                row,
                body,
                base64);
    }

    /// The event's own id, which only few ask for.
    Optional<String> id(Envelope envelope) {
        return text(envelope.row(), places(envelope.row()), Role.ID);
    }

    /// The text of the recorded time when it needs a zone, so that an hour may be ambiguous.
    Optional<String> localTime(Envelope envelope) {
        return text(envelope.row(), places(envelope.row()), Role.RECORDED_AT).filter(times::isLocal);
    }

    Optional<Instant> secondPass(String localTime) {
        return Optional.of(times.instant(localTime, true));
    }

    byte[] data(Envelope event) {
        if (event.body() >= 0) {
            return event.row()
                    .body(event.body())
                    .map(body -> decoded(body, event.base64()))
                    .orElse(NOTHING);
        }
        return mapping.hasBody() ? NOTHING : object(event.row(), true, false);
    }

    /// @param withPosition whether the position of the record is kept here, because the file's order counts
    byte[] metadata(Envelope event, boolean withPosition) {
        return object(event.row(), false, withPosition);
    }

    private byte[] object(Row row, boolean data, boolean withPosition) {
        var out = new ByteArrayOutputStream();
        out.write('{');
        for (int place = 0; place < row.size(); place++) {
            String name = row.name(place);
            var use = uses.get(name);
            if (data ? isOfBody(name, use) : isOfMetadata(name, use, withPosition)) {
                if (out.size() > 1) {
                    out.write(',');
                }
                row.writeName(place, out);
                out.write(':');
                write(row, place, use, out);
            }
        }
        out.write('}');
        return out.toByteArray();
    }

    private void write(Row row, int place, @Nullable Use use, ByteArrayOutputStream out) {
        if (row instanceof CsvRow csv && use != null) {
            var cell = csv.text(place);
            if (cell.isPresent()) {
                JsonText.quote(use.role() == Role.EFFECTIVE_AT ? times.iso(cell.get()) : cell.get(), out);
                return;
            }
        }
        row.writeJson(place, out);
    }

    private boolean isOfBody(String name, @Nullable Use use) {
        return mapping.columns().isEmpty() ? use == null : mapping.columns().contains(name);
    }

    private boolean isOfMetadata(String name, @Nullable Use use, boolean withPosition) {
        if (use == null) {
            return mapping.hasBody() || !isOfBody(name, null);
        }
        return !use.role().isOfEvent() || use.rank() > 0 || (withPosition && use.role() == Role.POSITION);
    }

    private byte[] decoded(byte[] body, boolean base64) {
        if (base64) {
            try {
                return Base64.getDecoder().decode(JsonBody.unquoted(body));
            } catch (IllegalArgumentException _) {
                return body;
            }
        }
        return mapping.textBody() ? JsonBody.unquoted(body) : body;
    }

    private Optional<String> bodyTrouble(Row row, int place, boolean base64) {
        if (place < 0 || (row instanceof JsonRow && !base64)) {
            return Optional.empty();
        }
        var body = row.body(place);
        if (base64) {
            return body.filter(text -> decoded(text, true) == text).map(_ -> "the body is not base64");
        }
        return body.filter(text -> !JsonBody.isJson(text)).map(_ -> "the body is not JSON");
    }

    /// By place, null where a value means nothing; found out anew only when the names change.
    private @Nullable Use[] uses(Row row) {
        if (row.names() != names) {
            names = row.names();
            placed = names.stream().map(uses::get).toArray(Use[]::new);
        }
        return placed;
    }

    private int[] places(Row row) {
        var places = new int[ROLES];
        var ranks = new int[places.length];
        Arrays.fill(places, -1);
        var used = uses(row);
        for (int place = 0; place < used.length; place++) {
            var use = used[place];
            if (use != null && row.has(place)) {
                int role = use.role().ordinal();
                if (places[role] < 0 || use.rank() < ranks[role]) {
                    places[role] = place;
                    ranks[role] = use.rank();
                }
            }
        }
        return places;
    }

    private static Optional<String> text(Row row, int[] places, Role role) {
        int place = places[role.ordinal()];
        return place < 0 ? Optional.empty() : row.text(place);
    }

    private static String needed(Row row, int[] places, Role role) throws BrokenRecord {
        var text = text(row, places, role);
        if (text.isEmpty() || text.get().isBlank()) {
            throw new BrokenRecord("the record has not " + role.meaning());
        }
        return text.get();
    }

    private String category(Row row, int[] places) {
        var category = text(row, places, Role.CATEGORY);
        if (category.isEmpty() && mapping.cloudEvents()) {
            for (int place = 0; place < row.size(); place++) {
                if (row.name(place).equals("source")) {
                    String source = row.text(place).orElse("");
                    return source.substring(source.lastIndexOf('/') + 1);
                }
            }
        }
        return category.orElse("");
    }

    private OptionalLong number(Row row, int[] places, Role role, StringJoiner troubles) {
        if (!mapping.has(role)) {
            return OptionalLong.empty();
        }
        var text = text(row, places, role);
        try {
            if (text.isPresent()) {
                return OptionalLong.of(Long.parseLong(text.get().strip()));
            }
            troubles.add("the record has not " + role.meaning());
        } catch (NumberFormatException _) {
            troubles.add(role.meaning() + " is not a whole number");
        }
        return OptionalLong.empty();
    }

    private Optional<Instant> time(Row row, int[] places, boolean later, StringJoiner troubles) {
        if (!mapping.has(Role.RECORDED_AT)) {
            return Optional.empty();
        }
        var text = text(row, places, Role.RECORDED_AT);
        try {
            if (text.isPresent()) {
                return Optional.of(times.instant(text.get(), later));
            }
            troubles.add("the record has not " + Role.RECORDED_AT.meaning());
        } catch (DateTimeException _) {
            troubles.add(Role.RECORDED_AT.meaning() + " is not readable");
        }
        return Optional.empty();
    }
}
