package io.hindcast.audit.publish;

import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import io.hindcast.engine.whatif.Alteration;
import io.hindcast.engine.whatif.EventPick;
import io.hindcast.engine.whatif.Hypothesis;
import io.hindcast.event.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What a report supposes, for its manifest: `[{"stream","version","position","id","recordedAt","muted":true}]`, or
/// `"data"` with the body in place of `muted`. What a pick does not say is left out.
final class SupposedText {
    private SupposedText() {}

    static Items of(Hypothesis hypothesis) {
        return new Items(hypothesis.alterations().stream()
                .<StateValue>map(SupposedText::fields)
                .toList());
    }

    private static Fields fields(Alteration alteration) {
        EventPick pick = alteration.pick();
        Fields fields = Fields.of("stream", new Text(pick.stream()));
        if (pick.version().isPresent()) {
            fields = fields.with("version", Num.of(pick.version().getAsLong()));
        }
        if (pick.position().isPresent()) {
            fields = fields.with("position", new Text(pick.position().get().toString()));
        }
        if (pick.id().isPresent()) {
            fields = fields.with("id", new Text(pick.id().get()));
        }
        if (pick.recordedAt().isPresent()) {
            fields = fields.with("recordedAt", new Text(pick.recordedAt().get().toString()));
        }
        return switch (alteration) {
            case Alteration.Mute _ -> fields.with("muted", Bool.TRUE);
            case Alteration.Replace(_, StateValue data) -> fields.with("data", data);
        };
    }

    /// @throws java.time.DateTimeException when a time cannot be read
    static Hypothesis read(Items supposed) {
        Hypothesis hypothesis = Hypothesis.NONE;
        var fields = new ArrayList<Fields>();
        supposed.values().forEach(one -> fields.addAll(one instanceof Fields it ? List.of(it) : List.of()));
        for (Fields one : fields) {
            hypothesis = one.field("muted").equals(Bool.TRUE)
                    ? hypothesis.muting(pick(one))
                    : hypothesis.replacing(pick(one), one.field("data"));
        }
        return hypothesis;
    }

    private static EventPick pick(Fields fields) {
        OptionalLong version = fields.field("version") instanceof Num number
                ? OptionalLong.of(number.value().longValueExact())
                : OptionalLong.empty();
        return new EventPick(
                text(fields, "stream").orElse(""),
                version,
                text(fields, "position").flatMap(Position::parse),
                text(fields, "id"),
                text(fields, "recordedAt").map(Instant::parse));
    }

    private static Optional<String> text(Fields fields, String name) {
        return fields.field(name) instanceof Text(String text) ? Optional.of(text) : Optional.empty();
    }
}
