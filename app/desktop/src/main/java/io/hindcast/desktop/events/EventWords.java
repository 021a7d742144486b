package io.hindcast.desktop.events;

import io.hindcast.desktop.theme.Texts;
import io.hindcast.engine.whatif.Alteration;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// What the table says: of a row in each of its columns, above the times, and of how many rows there are.
final class EventWords {
    private final EventsModel model;
    private final Texts texts;
    private TimeColumn times;

    EventWords(EventsModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.times = TimeColumn.none(texts.locale());
    }

    /// Tells times so from now on.
    void tellTimes(TimeColumn column) {
        times = column;
    }

    String version(EventRow row) {
        return switch (row) {
            case EventRow.OfEvent event ->
                event.event().version().isPresent() ? version(event.event().version().getAsLong()) : "—";
            case EventRow.Gap _ -> "⋯";
        };
    }

    private static String version(long number) {
        return "v" + number;
    }

    String time(EventRow row) {
        return switch (row) {
            case EventRow.OfEvent event -> times.words(event.event().recordedAt());
            case EventRow.Gap _ -> "";
        };
    }

    /// Which versions are missing; nothing for an event.
    String gap(EventRow row) {
        return row instanceof EventRow.Gap gap
                ? gap.missing() == 1
                        ? texts.text("events.gap.one", version(gap.from()))
                        : texts.text("events.gap", version(gap.from()), version(gap.to()), gap.missing())
                : "";
    }

    String actor(EventRow row) {
        RowDetails details = details(row);
        return details == null ? "" : details.actor();
    }

    String changes(EventRow row) {
        RowDetails details = details(row);
        return details == null ? "" : details.changes();
    }

    private @Nullable RowDetails details(EventRow row) {
        return row instanceof EventRow.OfEvent event ? model.details(event.index()) : null;
    }

    /// Why a row is marked, a line for each reason.
    String trouble(EventRow row) {
        if (!(row instanceof EventRow.OfEvent event)) {
            return "";
        }
        var words = new ArrayList<String>();
        event.problem().ifPresent(reason -> words.add(texts.text(
                "events.trouble.problem", model.focus().masks().text(event.event().stream(), reason))));
        model.focus()
                .hypothesisProperty()
                .get()
                .of(event.event())
                .ifPresent(it -> words.add(
                        texts.text(it instanceof Alteration.Mute ? "events.muted" : "events.replaced")));
        if (event.isDuplicate()) {
            words.add(texts.text("events.trouble.duplicate"));
        }
        return String.join("\n", words);
    }

    /// What stands above the times.
    String timeHead() {
        if (times.since().isPresent()) {
            return texts.text("events.time." + model.clockProperty().get().name());
        }
        return times.zone().map(it -> texts.text("events.time.zoned", it)).orElseGet(() -> texts.text("events.time"));
    }

    /// @param all the events of the stream, those that are narrowed away as well
    String counts(Rows rows, int all) {
        if (all == 0) {
            return "";
        }
        var text = new StringBuilder(
                rows.shown() == all
                        ? texts.text("events.count", all)
                        : texts.text("events.count.narrowed", rows.shown(), all));
        if (rows.gaps() > 0) {
            text.append(" · ").append(texts.text("events.count.gaps", rows.gaps()));
        }
        if (rows.duplicates() > 0) {
            text.append(" · ").append(texts.text("events.count.duplicates", rows.duplicates()));
        }
        if (rows.problems() > 0) {
            text.append(" · ").append(texts.text("events.count.problems", rows.problems()));
        }
        return text.toString();
    }
}
