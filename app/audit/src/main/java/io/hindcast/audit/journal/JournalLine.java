package io.hindcast.audit.journal;

import io.hindcast.audit.seal.Hash;
import io.hindcast.engine.payload.StandardPayloads;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateText;
import io.hindcast.engine.state.Text;
import io.hindcast.event.ByteSlice;
import io.hindcast.event.PayloadShape;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// One line as it lies in the file, without its line end: a JSON object with `number`, `at`, `who`, `kind`, `previous`,
/// `entry` and `sha256`. `previous` is the SHA-256 of the whole line before; `sha256`, always the last member, is that of
/// the line without this member.
///
/// @param isSound whether the line says what it said when it was written, by its own hash
record JournalLine(JournalEntry entry, Hash previous, boolean isSound) {
    private static final StandardPayloads JSON = new StandardPayloads();

    private static final String SUM = ",\"sha256\":\"";
    private static final int TAIL = SUM.length() + 64 + 2;

    static byte[] write(JournalEntry entry, Hash previous) {
        String open = StateText.compact(Fields.builder(6)
                .put("number", Num.of(entry.number()))
                .put("at", new Text(entry.at().toString()))
                .put("who", new Text(entry.who()))
                .put("kind", new Text(entry.kind()))
                .put("previous", new Text(previous.toString()))
                .put("entry", entry.body())
                .build());
        String sum = Hash.of(open.getBytes(StandardCharsets.UTF_8)).toString();
        return (open.substring(0, open.length() - 1) + SUM + sum + "\"}").getBytes(StandardCharsets.UTF_8);
    }

    /// Nothing when these bytes are no line of a journal at all.
    static Optional<JournalLine> read(byte[] line) {
        if (!(JSON.decode(ByteSlice.of(line), PayloadShape.of(PayloadShape.Formats.JSON)) instanceof Fields fields)
                || !(fields.field("number") instanceof Num number && number.isShort() && number.scale() == 0)
                || !(fields.field("at") instanceof Text(String at))
                || !(fields.field("who") instanceof Text(String who))
                || !(fields.field("kind") instanceof Text(String kind))
                || !(fields.field("previous") instanceof Text(String previous))
                || !(fields.field("entry") instanceof Fields body)) {
            return Optional.empty();
        }
        try {
            var entry = new JournalEntry(number.unscaled(), Instant.parse(at), who, kind, body);
            return Optional.of(new JournalLine(entry, Hash.parse(previous), sums(line)));
        } catch (IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }

    private static boolean sums(byte[] line) {
        if (line.length <= TAIL) {
            return false;
        }
        byte[] open = Arrays.copyOf(line, line.length - TAIL + 1);
        open[open.length - 1] = '}';
        String tail = new String(line, line.length - TAIL, TAIL, StandardCharsets.ISO_8859_1);
        return tail.equals(SUM + Hash.of(open) + "\"}");
    }
}
