package io.hindcast.engine.replay;

import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.FoldEvent;
import io.hindcast.engine.payload.CommonFields;
import io.hindcast.event.EventField;
import io.hindcast.event.FieldLocation;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The day on which an event holds in the world: what it says itself, else the day on which it was recorded.
public final class EffectiveDay {
    private final Fold fold;
    private final CommonFields common;
    private final ZoneId zone;

    /// @param common where the store keeps effective times, used unless the fold names a place of its own
    /// @param zone where days begin and end
    public EffectiveDay(Fold fold, String category, CommonFields common, ZoneId zone) {
        this.fold = fold;
        this.common = fold.effectiveAt(category).map(EffectiveDay::only).orElse(common);
        this.zone = zone;
    }

    /// The day, or nothing for an event without any time. Under a supposition the supposed body is asked.
    public Optional<LocalDate> of(FoldEvent recordedEvent) {
        FoldEvent event = fold.taken(recordedEvent).orElse(recordedEvent);
        Optional<LocalDate> said = common.effectiveAt(event.data(), event.metadata()).map(time -> time.date(zone));
        Optional<LocalDate> recorded =
                event.header().recordedAt().map(instant -> instant.atZone(zone).toLocalDate());
        return said.or(() -> recorded);
    }

    /// Whether any place is known where events say when they hold; else all hold when they were recorded.
    public boolean isTold() {
        return common.knows(EventField.EFFECTIVE_AT);
    }

    private static CommonFields only(FieldLocation location) {
        return new CommonFields(Map.of(EventField.EFFECTIVE_AT, List.of(location)));
    }
}
