package io.hindcast.engine.fold.propose;

import io.hindcast.connector.EventCursor;
import io.hindcast.connector.EventSource;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.SnapshotReader;
import io.hindcast.engine.fold.FoldEvent;
import io.hindcast.engine.fold.propose.SampledStream.SampledSnapshot;
import io.hindcast.engine.payload.PayloadDecoder;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import io.hindcast.event.Event;
import io.hindcast.event.EventPage;
import io.hindcast.event.StoredSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Takes enough of a store to propose rules from: of each category the first streams that have snapshots, whole up to a
/// bound. A store without snapshots gives its first page of events.
public final class StoreSampler {
    private final EventSource source;
    private final PayloadDecoder decoder;
    private final Bounds bounds;

    /// How much of each category is read at most.
    public record Bounds(int streams, int events, int snapshotsOfAStream) {
        public static final Bounds USUAL = new Bounds(200, 20_000, 100);
    }

    public StoreSampler(EventSource source, PayloadDecoder decoder, Bounds bounds) {
        this.source = source;
        this.decoder = decoder;
        this.bounds = bounds;
    }

    /// Reads the sample. A cancelled call returns what it has.
    ///
    /// @param progress counts streams
    /// @throws io.hindcast.connector.ConnectorException when the store fails
    public List<SampledStream> sample(Progress progress, Cancellation cancellation) {
        SequencedMap<String, List<StoredSnapshot>> snapshots = new LinkedHashMap<>();
        source.snapshots().ifPresent(reader -> collect(reader, snapshots, cancellation));
        return snapshots.isEmpty() ? firstPage() : streams(snapshots, progress, cancellation);
    }

    private void collect(
            SnapshotReader reader, Map<String, List<StoredSnapshot>> snapshots, Cancellation cancellation) {
        var streamsOf = new HashMap<String, Integer>();
        try (var cursor = reader.read(Optional.empty())) {
            for (var page = cursor.next(); page.isPresent() && !cancellation.isCancelled(); page = cursor.next()) {
                for (StoredSnapshot snapshot : page.get()) {
                    if (snapshot.trouble().isPresent()) {
                        continue;
                    }
                    if (!snapshots.containsKey(snapshot.stream())
                            && streamsOf.merge(snapshot.category(), 1, Integer::sum) > bounds.streams()) {
                        continue;
                    }
                    var known = snapshots.computeIfAbsent(snapshot.stream(), _ -> new ArrayList<>());
                    if (known.size() < bounds.snapshotsOfAStream()) {
                        known.add(snapshot);
                    }
                }
            }
        }
    }

    private List<SampledStream> streams(
            SequencedMap<String, List<StoredSnapshot>> snapshots, Progress progress, Cancellation cancellation) {
        var streams = new ArrayList<SampledStream>();
        var eventsOf = new HashMap<String, Integer>();
        for (var entry : snapshots.entrySet()) {
            if (cancellation.isCancelled()) {
                break;
            }
            String category = entry.getValue().getFirst().category();
            int room = bounds.events() - eventsOf.getOrDefault(category, 0);
            if (room > 0) {
                List<FoldEvent> events = events(entry.getKey(), room);
                eventsOf.merge(category, events.size(), Integer::sum);
                streams.add(stream(entry.getKey(), category, events, entry.getValue()));
            }
            progress.advanced(streams.size(), snapshots.size());
        }
        return streams;
    }

    private SampledStream stream(
            String name, String category, List<FoldEvent> events, List<StoredSnapshot> snapshots) {
        long last = events.isEmpty()
                ? Long.MIN_VALUE
                : events.getLast().header().version().orElse(Long.MIN_VALUE);
        var shape = source.infoOf(name).snapshotState();
        var decoded = snapshots.stream()
                .filter(snapshot -> snapshot.version() <= last)
                .map(snapshot -> new SampledSnapshot(snapshot.version(), decoder.decode(snapshot.state(), shape)))
                .toList();
        String ofEvents = events.isEmpty() ? category : events.getFirst().header().category();
        return new SampledStream(name, ofEvents, events, decoded);
    }

    private List<FoldEvent> events(String stream, int most) {
        var events = new ArrayList<FoldEvent>();
        var request = ReadRequest.stream(stream).withPageSize(Math.min(most, ReadRequest.DEFAULT_PAGE_SIZE));
        try (EventCursor cursor = source.read(request)) {
            for (var page = cursor.next(); page.isPresent() && events.size() < most; page = cursor.next()) {
                for (int row = 0; row < page.get().size() && events.size() < most; row++) {
                    events.add(decoded(page.get(), row));
                }
            }
        }
        return events;
    }

    private List<SampledStream> firstPage() {
        var byStream = new LinkedHashMap<String, List<FoldEvent>>();
        try (EventCursor cursor = source.read(ReadRequest.store(Detail.FULL))) {
            cursor.next().ifPresent(page -> {
                for (int row = 0; row < page.size(); row++) {
                    byStream.computeIfAbsent(page.stream(row), _ -> new ArrayList<>())
                            .add(decoded(page, row));
                }
            });
        }
        var streams = new ArrayList<SampledStream>();
        byStream.forEach((name, events) -> streams.add(
                new SampledStream(name, events.getFirst().header().category(), events, List.of())));
        return streams;
    }

    private FoldEvent decoded(EventPage page, int row) {
        Event event = page.event(row);
        var info = source.infoOf(event.stream());
        return new FoldEvent(
                event,
                decoder.decode(event.data(), info.data()),
                decoder.decode(event.metadata(), info.metadata()));
    }
}
