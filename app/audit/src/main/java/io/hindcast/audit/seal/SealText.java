package io.hindcast.audit.seal;

import io.hindcast.engine.payload.StandardPayloads;
import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateText;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import io.hindcast.event.ByteSlice;
import io.hindcast.event.PayloadShape;
import io.hindcast.event.Position;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A seal as JSON and back.
public final class SealText {
    static final String FORMAT = "hindcast-seal/1";

    private SealText() {}

    /// @return JSON with a line end
    public static String write(Seal seal) {
        Fields.Builder text = Fields.builder(12)
                .put("format", new Text(FORMAT))
                .put("madeAt", new Text(seal.madeAt().toString()))
                .put("madeBy", new Text(seal.madeBy()))
                .put("store", store(seal.store()))
                .put("events", Num.of(seal.events()))
                .put("streams", Num.of(seal.streams()));
        seal.last().ifPresent(last -> text.put("lastPosition", new Text(last.toString())));
        text.put("complete", end(seal.end())).put("tree", tree(seal)).put("traces", traces(seal));
        seal.previous().ifPresent(previous -> text.put("previous", previous(previous)));
        return StateText.pretty(text.build()) + "\n";
    }

    /// @throws BrokenSeal when this is no seal
    public static Seal read(byte[] json) {
        StateValue read = new StandardPayloads().decode(ByteSlice.of(json), PayloadShape.of(PayloadShape.Formats.JSON));
        if (!(read instanceof Fields seal) || !FORMAT.equals(optional(seal, "format").orElse(""))) {
            throw new BrokenSeal("This is no seal: a seal is JSON with \"format\": \"%s\".".formatted(FORMAT));
        }
        try {
            return seal(seal);
        } catch (IllegalArgumentException | DateTimeException _) {
            throw new BrokenSeal("The seal holds a hash, a number or a time that cannot be read.");
        }
    }

    private static Seal seal(Fields seal) {
        Fields store = fields(seal, "store");
        Fields tree = fields(seal, "tree");
        Fields traces = fields(seal, "traces");
        return new Seal(
                Instant.parse(text(seal, "madeAt")),
                text(seal, "madeBy"),
                new Seal.Store(
                        text(store, "location"), text(store, "connector"), text(store, "system"), text(store, "layout")),
                count(seal, "events"),
                count(seal, "streams"),
                optional(seal, "lastPosition").flatMap(Position::parse),
                end(fields(seal, "complete")),
                over(text(tree, "over")),
                Hash.parse(text(tree, "root")),
                text(traces, "file"),
                Hash.parse(text(traces, "sha256")),
                seal.field("previous") instanceof Fields previous ? Optional.of(previous(previous)) : Optional.empty());
    }

    private static Fields store(Seal.Store store) {
        return Fields.builder(4)
                .put("location", new Text(store.location()))
                .put("connector", new Text(store.connector()))
                .put("system", new Text(store.system()))
                .put("layout", new Text(store.layout()))
                .build();
    }

    private static Fields end(CompleteEnd end) {
        return Fields.builder(3)
                .put("upTo", end.upTo().<StateValue>map(upTo -> new Text(upTo.toString())).orElse(Null.NULL))
                .put("proven", Bool.of(end.isProven()))
                .put("how", new Text(end.says()))
                .build();
    }

    private static CompleteEnd end(Fields end) {
        return new CompleteEnd(
                optional(end, "upTo").flatMap(Position::parse), text(end, "how"), end.field("proven").equals(Bool.of(true)));
    }

    private static Fields tree(Seal seal) {
        return Fields.builder(3)
                .put("over", new Text(word(seal.over())))
                .put("leaves", Num.of(seal.leaves()))
                .put("root", new Text(seal.root().toString()))
                .build();
    }

    private static Fields traces(Seal seal) {
        return Fields.builder(2)
                .put("file", new Text(seal.traces()))
                .put("sha256", new Text(seal.tracesHash().toString()))
                .build();
    }

    private static Fields previous(Seal.Previous previous) {
        return Fields.builder(3)
                .put("events", Num.of(previous.events()))
                .put("root", new Text(previous.root().toString()))
                .put("proof", hashes(previous.proof()))
                .build();
    }

    private static Seal.Previous previous(Fields previous) {
        return new Seal.Previous(Hash.parse(text(previous, "root")), count(previous, "events"), hashes(previous, "proof"));
    }

    static Items hashes(List<Hash> hashes) {
        return new Items(hashes.stream().<StateValue>map(hash -> new Text(hash.toString())).toList());
    }

    static List<Hash> hashes(Fields in, String name) {
        if (!(in.field(name) instanceof Items items)) {
            throw missing(name);
        }
        return items.values().stream()
                .map(item -> item instanceof Text(String hex) ? Hash.parse(hex) : Hash.parse(""))
                .toList();
    }

    private static String word(Seal.Over over) {
        return switch (over) {
            case EVENTS -> "events in the order of the store";
            case STREAMS -> "running hashes of the streams by name";
        };
    }

    private static Seal.Over over(String word) {
        for (Seal.Over over : Seal.Over.values()) {
            if (word(over).equals(word)) {
                return over;
            }
        }
        throw new BrokenSeal("The seal's tree is made of something this version does not know.");
    }

    static Fields fields(Fields in, String name) {
        if (in.field(name) instanceof Fields found) {
            return found;
        }
        throw missing(name);
    }

    static String text(Fields in, String name) {
        return optional(in, name).orElseThrow(() -> missing(name));
    }

    static Optional<String> optional(Fields in, String name) {
        return in.field(name) instanceof Text(String text) ? Optional.of(text) : Optional.empty();
    }

    static long count(Fields in, String name) {
        if (in.field(name) instanceof Num number && number.isShort() && number.scale() == 0 && number.signum() >= 0) {
            return number.unscaled();
        }
        throw missing(name);
    }

    private static BrokenSeal missing(String name) {
        return new BrokenSeal("The seal is incomplete: \"%s\" is missing or is not what it should be.".formatted(name));
    }
}
