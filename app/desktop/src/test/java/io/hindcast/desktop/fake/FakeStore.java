package io.hindcast.desktop.fake;

import io.hindcast.connector.EventSource;
import io.hindcast.connector.SourceInfo;
import io.hindcast.connector.SourceInfo.Capability;
import io.hindcast.connector.SourceInfo.Proof;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.engine.index.StreamEntry;
import io.hindcast.engine.payload.PayloadDecoder;
import io.hindcast.engine.payload.StandardPayloads;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.session.CategorySummary;
import io.hindcast.engine.session.LiveListener;
import io.hindcast.engine.session.LiveState;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.session.StreamSummary;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import io.hindcast.event.Bookmark;
import io.hindcast.event.Event;
import io.hindcast.event.EventField;
import io.hindcast.event.EventPage;
import io.hindcast.event.FieldLocation;
import io.hindcast.event.PayloadShape;
import io.hindcast.event.Position;
import io.hindcast.event.StoredSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// An open store in memory, with a bank's history in it.
public final class FakeStore implements OpenStore {
    private final String location;
    private final List<FakeEvent> events = new CopyOnWriteArrayList<>();
    private final List<StoredSnapshot> snapshots;
    private final HeaderIndex index = new HeaderIndex();
    private volatile boolean closed;
    private volatile boolean held;
    private volatile boolean live;
    private final BlockingQueue<Consumer<LiveListener>> news = new LinkedBlockingQueue<>();

    FakeStore(String location, List<FakeEvent> events, List<StoredSnapshot> snapshots) {
        this.location = location;
        this.events.addAll(events);
        this.snapshots = List.copyOf(snapshots);
    }

    @Override
    public String location() {
        return location;
    }

    @Override
    public SourceInfo info() {
        return new SourceInfo(
                "fake",
                "bank ledger",
                "journal",
                List.of("table journal", "columns stream_id, version, body"),
                "H2 2.5.252",
                List.of(
                        new Proof("file is opened read-only", "ACCESS_MODE_DATA=r", true),
                        new Proof("session is read-only", "read only = true", true)),
                List.of(),
                Set.of(Capability.DENSE_VERSIONS, Capability.GLOBAL_ORDER, Capability.SNAPSHOTS),
                PayloadShape.of(PayloadShape.Formats.JSON),
                PayloadShape.of(PayloadShape.Formats.JSON),
                PayloadShape.of(PayloadShape.Formats.JSON),
                Map.of(
                        EventField.ACTOR, List.of(FieldLocation.metadata("/user")),
                        EventField.CORRELATION_ID, List.of(FieldLocation.metadata("/correlationId"))));
    }

    @Override
    public EventSource source() {
        return new FakeSource(info(), events, snapshots, () -> held, live);
    }

    @Override
    public PayloadDecoder decoder() {
        return new StandardPayloads();
    }

    @Override
    public HeaderIndex index() {
        return index;
    }

    @Override
    public synchronized boolean buildIndex(Progress progress, Cancellation cancellation) {
        if (index.size() == 0 && !events.isEmpty()) {
            append(events, 0);
        }
        progress.advanced(events.size(), events.size());
        return !cancellation.isCancelled();
    }

    private void append(List<FakeEvent> added, int before) {
        var page = new EventPage.Builder(true, added.size());
        int position = before;
        for (FakeEvent event : added) {
            Event header = event.header();
            page.stream(header.stream(), header.category()).type(header.type()).position(0, ++position);
            header.version().ifPresent(page::version);
            header.recordedAt().ifPresent(page::recordedAt);
            page.endRow();
        }
        index.append(page.build(new Bookmark("end")));
    }

    @Override
    public List<StreamSummary> streams() {
        var found = new ArrayList<StreamSummary>();
        for (StreamEntry entry : index.streams()) {
            found.add(new StreamSummary(
                    entry.name(),
                    entry.category(),
                    OptionalLong.of(entry.firstVersion()),
                    OptionalLong.of(entry.lastVersion()),
                    entry.events(),
                    instant(entry.firstMicros()),
                    instant(entry.lastMicros()),
                    false));
        }
        found.sort(Comparator.comparing(StreamSummary::category).thenComparing(StreamSummary::stream));
        return found;
    }

    private static Optional<Instant> instant(long micros) {
        return micros == HeaderIndex.NO_TIME
                ? Optional.empty()
                : Optional.of(Instant.ofEpochSecond(
                        Math.floorDiv(micros, 1_000_000), Math.floorMod(micros, 1_000_000) * 1_000L));
    }

    @Override
    public List<CategorySummary> categories() {
        return List.of();
    }

    @Override
    public StreamHistory history(String stream, Fold fold, Progress progress, Cancellation cancellation) {
        List<FakeEvent> found =
                events.stream().filter(it -> it.header().stream().equals(stream)).toList();
        String category = found.isEmpty() ? "" : found.getFirst().header().category();
        return new FakeHistory(stream, category, found).foldedWith(fold, cancellation);
    }

    @Override
    public List<StoredSnapshot> snapshots(String stream) {
        return snapshots.stream().filter(it -> it.stream().equals(stream)).toList();
    }

    @Override
    public Fold defaultFold() {
        return new FakeHistory.LaidOver();
    }

    @Override
    public String foldOrigin() {
        return "merge fold";
    }

    @Override
    public List<String> foldComplaints() {
        return List.of();
    }

    @Override
    public void close() {
        closed = true;
    }

    /// From now on the store can be followed.
    public FakeStore alive() {
        live = true;
        return this;
    }

    /// What the one who follows hears next.
    public void tell(LiveState state) {
        news.add(listener -> listener.reached(state));
    }

    /// One more event of a stream is written, a day after its last; whoever follows takes it in, unless following is paused.
    ///
    /// @param above what lies above the horizon then
    public void write(String stream, long above) {
        news.add(listener -> {
            var place = Optional.of(Position.of(index.size() + 1L));
            if (listener.isPaused()) {
                listener.reached(new LiveState(0, Optional.empty(), place, 1, above, true, Optional.empty()));
            } else {
                var event = behind(stream);
                events.add(event);
                append(List.of(event), index.size());
                listener.reached(new LiveState(1, place, place, 0, above, true, Optional.empty()));
            }
        });
    }

    private FakeEvent behind(String stream) {
        FakeEvent last = events.stream()
                .filter(it -> it.header().stream().equals(stream))
                .toList()
                .getLast();
        Event old = last.header();
        var header = new Event(
                old.stream(),
                old.category(),
                OptionalLong.of(old.version().orElseThrow() + 1),
                Optional.of(Position.of(events.size() + 1)),
                Optional.of("new"),
                old.type(),
                old.recordedAt().map(time -> time.plus(Duration.ofDays(1))),
                old.data(),
                old.metadata(),
                old.trouble());
        return new FakeEvent(header, last.data(), last.metadata(), last.after());
    }

    @Override
    public boolean follow(LiveListener listener, Cancellation cancellation) {
        try {
            while (!cancellation.isCancelled()) {
                var next = news.poll(10, TimeUnit.MILLISECONDS);
                if (next != null) {
                    next.accept(listener);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return live;
    }

    /// Lets readers wait before their next page, or go on.
    public void hold(boolean reading) {
        held = reading;
    }

    public boolean isClosed() {
        return closed;
    }
}
