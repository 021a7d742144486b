package io.hindcast.engine.clocks;

import io.hindcast.connector.ReadRequest;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.FoldEvent;
import io.hindcast.engine.payload.CommonFields;
import io.hindcast.engine.replay.EffectiveDay;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import io.hindcast.event.Event;
import io.hindcast.event.EventPage;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/// Finds out when events were recorded and when they hold. Every body is decoded once; nothing is folded. Events that
/// are supposed never to have happened have no point.
public final class ClockScan {
    private static final int LOOK_EVERY = 1024;
    private final Fold fold;
    private final ZoneId zone;

    /// @param fold may say where events keep the day on which they hold
    /// @param zone where days begin and end
    public ClockScan(Fold fold, ZoneId zone) {
        this.fold = fold;
        this.zone = zone;
    }

    /// The events of a stream that is loaded.
    public ClockPoints of(StreamHistory history, Cancellation cancellation) {
        var points = new ClockPoints.Builder(zone);
        for (int i = 0; i < history.size(); i++) {
            if (i % LOOK_EVERY == 0 && cancellation.isCancelled()) {
                return points.build(false);
            }
            var event = new FoldEvent(history.event(i), history.data(i), history.metadata(i));
            if (fold.taken(event).isPresent()) {
                add(points, event.header(), history.effectiveDay(i, zone));
            }
        }
        return points.build(true);
    }

    /// All events of a category, read from the store in one pass; when cancelled, those read until then.
    ///
    /// @param progress counts events
    public ClockPoints of(OpenStore store, String category, Progress progress, Cancellation cancellation) {
        var points = new ClockPoints.Builder(zone);
        var days = new EffectiveDay(fold, category, CommonFields.of(store.info()), zone);
        var request = new ReadRequest(
                new ReadRequest.Selection.Category(category),
                Optional.empty(),
                ReadRequest.VersionRange.all(),
                ReadRequest.Direction.FORWARD,
                ReadRequest.Detail.FULL,
                ReadRequest.DEFAULT_PAGE_SIZE);
        try (var cursor = store.source().read(request)) {
            while (!cancellation.isCancelled()) {
                Optional<EventPage> page = cursor.next();
                if (page.isEmpty()) {
                    return points.build(true);
                }
                for (int row = 0; row < page.get().size(); row++) {
                    add(store, points, days, page.get().event(row));
                }
                progress.advanced(points.size(), -1);
            }
        }
        return points.build(false);
    }

    private void add(OpenStore store, ClockPoints.Builder points, EffectiveDay days, Event header) {
        var event = new FoldEvent(
                header,
                store.decoder().decode(header.data(), store.info().data()),
                store.decoder().decode(header.metadata(), store.info().metadata()));
        if (fold.taken(event).isPresent()) {
            add(points, header, days.of(event));
        }
    }

    private static void add(ClockPoints.Builder points, Event header, Optional<LocalDate> day) {
        if (header.recordedAt().isEmpty() || day.isEmpty()) {
            points.undated();
        } else {
            points.add(header.stream(), header.type(), header.version(), header.recordedAt().get(), day.get());
        }
    }
}
