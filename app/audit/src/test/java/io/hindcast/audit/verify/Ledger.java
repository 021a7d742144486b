package io.hindcast.audit.verify;

import io.hindcast.audit.fake.MemorySource;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.FoldEvent;
import io.hindcast.engine.fold.FoldLanguage.Compiled;
import io.hindcast.engine.fold.rules.RulesLanguage;
import io.hindcast.engine.payload.StandardPayloads;
import io.hindcast.engine.replay.FoldRun;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.StateText;
import io.hindcast.engine.state.StateValue;
import io.hindcast.event.ByteSlice;
import io.hindcast.event.Event;
import io.hindcast.event.PayloadShape;
import io.hindcast.event.Position;
import io.hindcast.event.StoredSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;

/// Accounts with snapshots that an application made, rightly or wrongly.
final class Ledger {
    static final Fold FOLD = fold(
            """
            fold: account
            category: account
            start: { balance: 0, count: 0 }
            on:
              Deposited:
                add: { balance: /amount }
                count: count
                set: { memo: /memo }
              Withdrawn:
                subtract: { balance: /amount }
                count: count
              Bonus:
                add: { balance: /amount }
              Renamed:
                set: { name: /name }
              Limited:
                set: { limit: /limit }
            """);

    final List<Event> events = new ArrayList<>();
    final List<StoredSnapshot> snapshots = new ArrayList<>();
    private final Random random;

    Ledger(long seed) {
        random = new Random(seed);
    }

    static Fold fold(String text) {
        return switch (new RulesLanguage().compile("folds.yaml", text)) {
            case Compiled.Ready(Fold fold, _) -> fold;
            case Compiled.Rejected(var errors) -> throw new AssertionError(errors);
        };
    }

    /// Streams that take turns, at random.
    Ledger grow(int streams, int count) {
        for (int i = 0; i < count; i++) {
            String stream = "account-" + random.nextInt(streams);
            long version = eventsOf(stream).size() + 1L;
            switch (random.nextInt(8)) {
                case 0 -> add(stream, version, "Renamed", "{\"name\":\"n%d\"}".formatted(i));
                case 1 -> add(stream, version, "Limited", "{\"limit\":%d}".formatted(i));
                case 2, 3, 4 -> add(stream, version, "Withdrawn", "{\"amount\":%s}".formatted(amount()));
                default -> add(stream, version, "Deposited", "{\"amount\":%s,\"memo\":\"m%d\"}".formatted(amount(), i));
            }
        }
        return this;
    }

    /// No two are alike, so that a cause is found once.
    private String amount() {
        return "%d.%02d".formatted(1 + random.nextInt(900), events.size() % 100) + (events.size() + 1_000);
    }

    void add(String stream, long version, String type, String data) {
        long position = events.size() + 1L;
        events.add(new Event(
                stream,
                "account",
                OptionalLong.of(version),
                Optional.of(Position.of(position)),
                Optional.of("e" + position),
                type,
                Optional.of(Instant.EPOCH.plusSeconds(position)),
                ByteSlice.ofText(data),
                ByteSlice.empty(),
                Optional.empty()));
    }

    List<Event> eventsOf(String stream) {
        return events.stream().filter(event -> event.stream().equals(stream)).toList();
    }

    /// The state after some events.
    static StateValue state(Fold fold, List<Event> events) {
        var run = FoldRun.fromTheStart(fold, "account");
        var decoder = new StandardPayloads();
        for (Event event : events) {
            run.pass(new FoldEvent(
                    event, decoder.decode(event.data(), PayloadShape.of(PayloadShape.Formats.JSON)), Absent.ABSENT));
        }
        return run.state();
    }

    /// Right snapshots after every so many events of a stream.
    void snapEvery(int every) {
        events.stream().map(Event::stream).distinct().sorted().forEach(stream -> {
            List<Event> all = eventsOf(stream);
            for (int i = every; i <= all.size(); i += every) {
                snap(stream, i, state(FOLD, all.subList(0, i)));
            }
        });
    }

    void snap(String stream, long version, StateValue state) {
        snapshots.removeIf(one -> one.stream().equals(stream) && one.version() == version);
        snapshots.add(new StoredSnapshot(
                stream,
                "account",
                version,
                "",
                Optional.empty(),
                ByteSlice.ofText(StateText.compact(state)),
                stream + "@" + version,
                Optional.empty()));
        snapshots.sort(Comparator.comparing(StoredSnapshot::stream).thenComparingLong(StoredSnapshot::version));
    }

    MemorySource source() {
        return new MemorySource(events, snapshots, Set.of(), Set.of());
    }

    OpenStore store() {
        return source().opened();
    }
}
