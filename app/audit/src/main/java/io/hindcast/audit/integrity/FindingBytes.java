package io.hindcast.audit.integrity;

import io.hindcast.event.Position;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Findings as bytes and back. The form is private to one run of the program.
final class FindingBytes {
    private FindingBytes() {}

    static byte[] of(List<Finding> findings) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(findings.size());
            for (Finding finding : findings) {
                place(finding.place(), out);
                text(finding.evidence().key(), out);
                out.writeInt(finding.evidence().values().size());
                for (String value : finding.evidence().values()) {
                    text(value, out);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static List<Finding> read(Check check, byte... bytes) throws IOException {
        var findings = new ArrayList<Finding>();
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            for (int left = in.readInt(); left > 0; left--) {
                Place place = place(in);
                String key = text(in);
                var values = new ArrayList<String>();
                for (int more = in.readInt(); more > 0; more--) {
                    values.add(text(in));
                }
                findings.add(new Finding(check, place, new Statement(key, values)));
            }
        }
        return findings;
    }

    private static void place(Place place, DataOutputStream out) throws IOException {
        text(place.stream(), out);
        text(place.category(), out);
        out.writeBoolean(place.version().isPresent());
        out.writeLong(place.version().orElse(0));
        out.writeBoolean(place.position().isPresent());
        out.writeLong(place.position().map(Position::high).orElse(0L));
        out.writeLong(place.position().map(Position::low).orElse(0L));
        out.writeBoolean(place.eventId().isPresent());
        text(place.eventId().orElse(""), out);
        out.writeInt(place.ordinal());
    }

    private static Place place(DataInputStream in) throws IOException {
        String stream = text(in);
        String category = text(in);
        boolean versioned = in.readBoolean();
        long version = in.readLong();
        boolean positioned = in.readBoolean();
        var position = new Position(in.readLong(), in.readLong());
        boolean identified = in.readBoolean();
        String id = text(in);
        return new Place(
                stream,
                category,
                versioned ? OptionalLong.of(version) : OptionalLong.empty(),
                positioned ? Optional.of(position) : Optional.empty(),
                identified ? Optional.of(id) : Optional.empty(),
                in.readInt());
    }

    private static void text(String text, DataOutputStream out) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
