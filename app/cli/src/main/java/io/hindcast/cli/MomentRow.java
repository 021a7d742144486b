package io.hindcast.cli;

import io.hindcast.engine.population.Population;
import io.hindcast.engine.replay.Moment;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Optional;

/// A moment as it was asked for and as it was understood.
final class MomentRow {
    private MomentRow() {}

    static Fields asked(String text, Moment moment, Optional<LocalDate> effective, ZoneId zone) {
        var fields = new LinkedHashMap<String, StateValue>();
        fields.put("at", new Text(text));
        effective.ifPresent(day -> fields.put("effective", new Text(day.toString())));
        fields.put("zone", new Text(zone.getId()));
        if (moment instanceof Moment.AtInstant(var instant)) {
            fields.put("instant", new Text(instant.toString()));
        }
        return Fields.of(fields);
    }

    /// The last event that a whole category reached.
    static Fields reached(Population population) {
        return Fields.of("position", EventRow.position(population.lastPosition()))
                .with("recordedAt", EventRow.instant(population.lastRecordedAt()));
    }
}
