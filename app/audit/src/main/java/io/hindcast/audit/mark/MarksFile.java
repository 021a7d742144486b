package io.hindcast.audit.mark;

import io.hindcast.audit.mark.MarkChange.Deed;
import io.hindcast.audit.seal.Hash;
import io.hindcast.engine.payload.StandardPayloads;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateText;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import io.hindcast.event.ByteSlice;
import io.hindcast.event.PayloadShape;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/// Marks as one JSON object, so that they can travel without their journal: in a capsule, in the manifest of a report.
///
/// `{"format":"hindcast-marks/1","legend":[{"name","symbol","meaning"}],"marks":[{"id","binding":{…},"history":[{"deed",
/// "line","at","who","why","mark":{…}}]}]}`; the legend has only what people added to it.
public final class MarksFile {
    /// What such a file is called in a capsule.
    public static final String NAME = "marks.json";

    private static final String FORMAT = "hindcast-marks/1";

    private MarksFile() {}

    /// The marks that are wanted, removed ones and their histories too.
    public static Fields of(MarkSet marks, Predicate<Mark> wanted) {
        return Fields.of("format", new Text(FORMAT))
                .with("legend", items(marks.legend().ticks().stream()
                        .filter(tick -> !marks.legend().isUsual(tick))
                        .map(MarksFile::tick)
                        .toList()))
                .with("marks", items(marks.everything().stream().filter(wanted).map(MarksFile::mark).toList()));
    }

    /// SHA-256 of what [#of] gives, as one line without spaces.
    public static Hash digest(Fields file) {
        return Hash.of(StateText.compact(file).getBytes(StandardCharsets.UTF_8));
    }

    /// Reads what [#of] gives.
    ///
    /// @throws MarkFailure with a sentence when it is something else
    public static MarkSet read(Fields file) {
        return read(file, "");
    }

    /// The marks that came with a store, which nobody can change there: their ids begin with `C`.
    ///
    /// @throws MarkFailure with a sentence when they cannot be read
    public static MarkSet given(byte[] json) {
        StateValue value = new StandardPayloads().decode(ByteSlice.of(json), PayloadShape.of(PayloadShape.Formats.JSON));
        return read(value instanceof Fields file ? file : Fields.EMPTY, "C");
    }

    private static MarkSet read(Fields file, String prefix) {
        if (!MarkText.text(file, "format").equals(FORMAT)) {
            throw new MarkFailure(new MarkFailure.What.GivenInOtherForm());
        }
        try {
            var marks = new MarkReplay(MarkSet.EMPTY);
            fields(file, "legend").forEach(tick -> marks.put(new Tick(
                    MarkText.text(tick, "name"), MarkText.text(tick, "symbol"), MarkText.text(tick, "meaning"))));
            fields(file, "marks").forEach(mark -> marks.put(readMark(mark, prefix)));
            return marks.marks();
        } catch (IllegalArgumentException | DateTimeException _) {
            throw new MarkFailure(new MarkFailure.What.GivenUnreadable());
        }
    }

    private static Fields tick(Tick tick) {
        return Fields.of("name", new Text(tick.name()))
                .with("symbol", new Text(tick.symbol()))
                .with("meaning", new Text(tick.meaning()));
    }

    private static Fields mark(Mark mark) {
        return Fields.of("id", new Text(mark.id()))
                .with("binding", BindingText.of(mark.binding()))
                .with("history", items(mark.history().stream().map(MarksFile::change).toList()));
    }

    private static Fields change(MarkChange change) {
        return Fields.of("deed", new Text(change.deed().word()))
                .with("line", Num.of(change.line()))
                .with("at", new Text(change.at().toString()))
                .with("who", new Text(change.who()))
                .with("why", new Text(change.why()))
                .with("mark", MarkText.of(change.content()));
    }

    private static Mark readMark(Fields mark, String prefix) {
        String id = MarkText.text(mark, "id");
        String own = prefix.isEmpty() ? id : prefix + (id.startsWith("M") ? id.substring(1) : id);
        return new Mark(
                own,
                BindingText.read(field(mark, "binding")),
                fields(mark, "history").stream().map(MarksFile::readChange).toList());
    }

    private static MarkChange readChange(Fields change) {
        return new MarkChange(
                Deed.valueOf(MarkText.text(change, "deed").toUpperCase(Locale.ROOT)),
                change.field("line") instanceof Num line ? line.value().longValueExact() : 0,
                Instant.parse(MarkText.text(change, "at")),
                MarkText.text(change, "who"),
                MarkText.read(field(change, "mark")),
                MarkText.text(change, "why"));
    }

    private static Fields field(Fields in, String name) {
        return Optional.of(in.field(name))
                .filter(Fields.class::isInstance)
                .map(Fields.class::cast)
                .orElseThrow(() -> new IllegalArgumentException("no " + name));
    }

    private static List<Fields> fields(Fields in, String name) {
        var found = new ArrayList<Fields>();
        if (in.field(name) instanceof Items items) {
            items.values().forEach(item -> found.add(item instanceof Fields one ? one : Fields.EMPTY));
        }
        return found;
    }

    private static Items items(List<Fields> fields) {
        return new Items(List.<StateValue>copyOf(fields));
    }
}
