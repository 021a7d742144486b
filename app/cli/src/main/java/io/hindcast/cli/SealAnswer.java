package io.hindcast.cli;

import io.hindcast.audit.seal.Seal;
import io.hindcast.audit.seal.SealVerdict;
import io.hindcast.audit.seal.Tampering;
import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.nio.file.Path;
import java.util.stream.Collectors;

/// What `hindcast seal` says, in sentences and as fields.
final class SealAnswer {
    private SealAnswer() {}

    static Fields made(Seal seal, Path file) {
        return Fields.builder(6)
                .put("seal", new Text(file.toString()))
                .put("madeAt", new Text(seal.madeAt().toString()))
                .put("events", Num.of(seal.events()))
                .put("streams", Num.of(seal.streams()))
                .put("lastPosition", seal.last().<StateValue>map(last -> new Text(last.toString())).orElse(Null.NULL))
                .put("root", new Text(seal.root().toString()))
                .build();
    }

    static String sentence(Seal seal, SealVerdict verdict) {
        if (!verdict.isComplete()) {
            return "Stopped after %,d events: nothing is said of the rest.".formatted(verdict.events());
        }
        if (verdict.isUnchanged()) {
            return "Unchanged since %s: %,d sealed events of %,d streams; %,d new events."
                    .formatted(seal.madeAt(), seal.events(), seal.streams(), verdict.newEvents());
        }
        if (verdict.changedStreams() > 0) {
            return "Changed since %s: %,d of %,d sealed streams are not what they were. %s"
                    .formatted(seal.madeAt(), verdict.changedStreams(), seal.streams(), sentence(verdict.tampering().getFirst()));
        }
        return verdict.late() > 0
                ? "Changed since %s: %,d events stand before the last sealed one that were not sealed: put in afterwards%s."
                        .formatted(seal.madeAt(), verdict.late(), seal.end().isProven() ? "" : ", or committed late")
                : "Changed since %s: every stream is what it was, but their events stand in another order in the store."
                        .formatted(seal.madeAt());
    }

    static String sentence(Tampering tampering) {
        String place = place(tampering);
        return switch (tampering) {
            case Tampering.Changed changed -> "%s was changed: %s.".formatted(place, parts(changed));
            case Tampering.Missing _ -> "%s is missing.".formatted(place);
            case Tampering.Inserted _ -> "%s was put in; it was not sealed.".formatted(place);
            case Tampering.Reordered _ -> "%s stands at another place.".formatted(place);
            case Tampering.StreamGone(_, long events) -> "All %,d sealed events of %s are gone.".formatted(events, place);
        };
    }

    static String checked(Seal seal, boolean withProof) {
        return "The seal of %s holds together%s%s.".formatted(
                seal.madeAt(),
                seal.previous().isPresent() && seal.over() == Seal.Over.EVENTS
                        ? ", continues the seal of %,d events before it".formatted(seal.previous().get().events())
                        : "",
                withProof ? ", and the event of the proof is in it" : "");
    }

    static Fields of(Seal seal, SealVerdict verdict) {
        return Fields.builder(11)
                .put("unchanged", Bool.of(verdict.isUnchanged()))
                .put("since", new Text(seal.madeAt().toString()))
                .put("complete", Bool.of(verdict.isComplete()))
                .put("sealedEvents", Num.of(seal.events()))
                .put("sealedStreams", Num.of(seal.streams()))
                .put("newEvents", Num.of(verdict.newEvents()))
                .put("newStreams", Num.of(verdict.newStreams()))
                .put("lateEvents", Num.of(verdict.late()))
                .put("orderHolds", Bool.of(verdict.orderHolds()))
                .put("changedStreams", Num.of(verdict.changedStreams()))
                .put("differences", new Items(verdict.tampering().stream().<StateValue>map(SealAnswer::fields).toList()))
                .build();
    }

    private static Fields fields(Tampering tampering) {
        StateValue version = tampering.version().isPresent() ? Num.of(tampering.version().getAsLong()) : Null.NULL;
        return Fields.builder(4)
                .put("stream", new Text(tampering.stream()))
                .put("version", version)
                .put("kind", new Text(kind(tampering)))
                .put("sentence", new Text(sentence(tampering)))
                .build();
    }

    private static String kind(Tampering tampering) {
        return switch (tampering) {
            case Tampering.Changed _ -> "changed";
            case Tampering.Missing _ -> "missing";
            case Tampering.Inserted _ -> "inserted";
            case Tampering.Reordered _ -> "reordered";
            case Tampering.StreamGone _ -> "stream-gone";
        };
    }

    private static String parts(Tampering.Changed changed) {
        return changed.parts().stream()
                .sorted()
                .map(part -> switch (part) {
                    case POSITION -> "its position";
                    case RECORDED_TIME -> changed.sealedAt()
                            .map(at -> "its recorded time, which was " + at)
                            .orElse("its recorded time, where there was none");
                    case ID_OR_TYPE -> "its id or type";
                    case BODY -> "its body or metadata";
                    case VERSION -> "its version";
                    case OTHER -> "something that only the hash of the stream shows, at or before this event";
                })
                .collect(Collectors.joining(", "));
    }

    private static String place(Tampering tampering) {
        return tampering.version().isPresent()
                ? "%s v%d".formatted(tampering.stream(), tampering.version().getAsLong())
                : tampering.stream();
    }
}
