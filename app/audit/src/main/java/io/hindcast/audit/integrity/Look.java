package io.hindcast.audit.integrity;

import io.hindcast.engine.payload.PayloadDecoder;
import io.hindcast.engine.payload.PayloadView;
import io.hindcast.engine.payload.CommonFields;
import io.hindcast.engine.payload.EffectiveTime;
import io.hindcast.engine.payload.JsonTape;
import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.Opaque;
import io.hindcast.engine.state.StateValue;
import io.hindcast.event.ByteSlice;
import io.hindcast.event.EventField;
import io.hindcast.event.EventPage;
import io.hindcast.event.FieldLocation.Part;
import io.hindcast.event.PayloadShape;
import io.hindcast.event.PayloadShape.Formats;
import io.hindcast.connector.SourceInfo;
import java.util.List;
import java.util.Optional;

/// Looks at the bytes of one event after the other, of one store. For one thread.
final class Look {
    private final PayloadShape dataShape;
    private final PayloadShape metadataShape;
    private final PayloadView data;
    private final PayloadView metadata;
    private final DoubleNames doubleNames = new DoubleNames();
    private final CommonFields fields;
    private final boolean wantsCause;
    private final boolean wantsDay;
    private final boolean bodyForCause;
    private final boolean bodyForDay;

    /// Takes what is found in one event.
    interface Sink {
        void odd(Check check, Statement evidence);

        void cause(String id);

        void day(EffectiveTime time);
    }

    Look(PayloadDecoder decoder, SourceInfo info) {
        this.dataShape = info.data();
        this.metadataShape = info.metadata();
        this.data = decoder.view(dataShape);
        this.metadata = decoder.view(metadataShape);
        this.fields = CommonFields.of(info);
        this.wantsCause = fields.knows(EventField.CAUSATION_ID);
        this.wantsDay = fields.knows(EventField.EFFECTIVE_AT);
        this.bodyForCause = liesInBody(info, EventField.CAUSATION_ID);
        this.bodyForDay = liesInBody(info, EventField.EFFECTIVE_AT);
    }

    private static boolean liesInBody(SourceInfo info, EventField field) {
        return info.fields().getOrDefault(field, List.of()).stream().anyMatch(where -> where.part() == Part.DATA);
    }

    void at(EventPage page, int row, Sink sink) {
        page.trouble(row).ifPresent(reason -> sink.odd(Check.UNREADABLE, Statement.of("unreadable.row", reason)));
        if (Markers.isNamedSo(page.type(row))) {
            sink.odd(Check.REDACTIONS, Statement.of("redactions.type", page.type(row)));
        }
        boolean blank = Markers.isBlank(page.data(row));
        if (blank) {
            sink.odd(Check.REDACTIONS, Statement.of("redactions.blank"));
        } else {
            part(data, page.data(row), dataShape, "unreadable.data", sink);
        }
        part(metadata, page.metadata(row), metadataShape, "unreadable.metadata", sink);
        if (wantsCause) {
            fields.causationId(bodyForCause && !blank ? data.value() : Absent.ABSENT, metadata.value())
                    .ifPresent(sink::cause);
        }
        if (wantsDay) {
            fields.effectiveAt(bodyForDay && !blank ? data.value() : Absent.ABSENT, metadata.value())
                    .ifPresent(sink::day);
        }
    }

    private void part(PayloadView view, ByteSlice bytes, PayloadShape shape, String key, Sink sink) {
        view.turnTo(bytes);
        if (bytes.isEmpty() || shape.format().equals(Formats.OPAQUE)) {
            return;
        }
        Optional<String> twice;
        if (view.content() == JsonTape.NONE) {
            StateValue value = view.value();
            if (value instanceof Opaque(String reason, _, _)) {
                sink.odd(Check.UNREADABLE, Statement.of(key, reason));
                return;
            }
            twice = doubleNames.in(bytes);
        } else {
            twice = doubleNames.in(view.tape());
        }
        twice.ifPresent(name -> sink.odd(Check.DUPLICATE_NAMES, Statement.of("duplicate-names.twice", name)));
        Markers.field(view)
                .ifPresent(name -> sink.odd(Check.REDACTIONS, Statement.of("redactions.field", name)));
    }
}
