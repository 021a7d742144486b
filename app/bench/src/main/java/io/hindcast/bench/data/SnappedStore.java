package io.hindcast.bench.data;

import io.hindcast.connector.EventCursor;
import io.hindcast.connector.EventSource;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.SnapshotReader;
import io.hindcast.connector.SourceInfo;
import io.hindcast.engine.fold.EventReader;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.engine.payload.PayloadDecoder;
import io.hindcast.engine.payload.StandardPayloads;
import io.hindcast.engine.replay.FoldRun;
import io.hindcast.engine.session.FoldFinder;
import io.hindcast.engine.session.IndexedStore;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.state.StateText;
import io.hindcast.event.ByteSlice;
import io.hindcast.event.EventPage;
import io.hindcast.event.StoredSnapshot;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A store in memory with snapshots that are right, one after every so many events of a stream.
///
/// @param pages all events, in the order of the store; may be made while they are read
/// @param all the snapshots, by stream and version
/// @param index of all events
public record SnappedStore(
        Iterable<EventPage> pages, List<StoredSnapshot> all, Fold fold, SourceInfo info, HeaderIndex index) {
    private static final PayloadDecoder DECODER = new StandardPayloads();

    /// @param every how many events of a stream lie from one snapshot to the next
    public static SnappedStore of(Iterable<EventPage> pages, SourceInfo info, Fold fold, int every) {
        var index = new HeaderIndex();
        var runs = new HashMap<String, FoldRun>();
        var counts = new HashMap<String, Integer>();
        var snapshots = new ArrayList<StoredSnapshot>();
        var reader = new EventReader(DECODER, info.data(), info.metadata());
        for (EventPage page : pages) {
            index.append(page);
            for (int row = 0; row < page.size(); row++) {
                String stream = page.stream(row);
                String category = page.category(row);
                FoldRun run = runs.computeIfAbsent(stream, _ -> FoldRun.fromTheStart(fold, category));
                run.pass(reader.event(page, row)).ifPresent(reason -> {
                    throw new IllegalStateException(reason);
                });
                if (counts.merge(stream, 1, Integer::sum) % every == 0) {
                    snapshots.add(snapshot(stream, category, page.version(row), run));
                }
            }
        }
        snapshots.sort(Comparator.comparing(StoredSnapshot::stream).thenComparingLong(StoredSnapshot::version));
        return new SnappedStore(pages, snapshots, fold, info, index);
    }

    private static StoredSnapshot snapshot(String stream, String category, long version, FoldRun run) {
        byte[] state = StateText.compact(run.state()).getBytes(StandardCharsets.UTF_8);
        return new StoredSnapshot(
                stream, category, version, "", Optional.empty(), ByteSlice.of(state), "", Optional.empty());
    }

    /// Bytes of a snapshot, on average.
    public long meanBytes() {
        return all.stream().mapToLong(one -> one.state().length()).sum() / Math.max(1, all.size());
    }

    public Map<String, List<StoredSnapshot>> byStream() {
        var byStream = new HashMap<String, List<StoredSnapshot>>();
        all.forEach(one -> byStream.computeIfAbsent(one.stream(), _ -> new ArrayList<>()).add(one));
        return byStream;
    }

    public OpenStore opened() {
        var rules = new FoldFinder.Found(fold, "bench", List.of(), Optional.empty());
        return new IndexedStore("memory", new Source(), DECODER, rules, index);
    }

    private final class Source implements EventSource {
        @Override
        public SourceInfo info() {
            return info;
        }

        @Override
        public EventCursor read(ReadRequest request) {
            Iterator<EventPage> each = pages.iterator();
            return new EventCursor() {
                @Override
                public Optional<EventPage> next() {
                    return each.hasNext() ? Optional.of(each.next()) : Optional.empty();
                }

                @Override
                public void close() {
                    // nothing is held
                }
            };
        }

        @Override
        public Optional<SnapshotReader> snapshots() {
            return Optional.of(new Reader());
        }

        @Override
        public void close() {
            // nothing is held
        }
    }

    private final class Reader implements SnapshotReader {
        @Override
        public SnapshotCursor read(Optional<String> stream) {
            return new SnapshotCursor() {
                private boolean read;

                @Override
                public Optional<List<StoredSnapshot>> next() {
                    boolean more = !read && !all.isEmpty();
                    read = true;
                    return more ? Optional.of(all) : Optional.empty();
                }

                @Override
                public void close() {
                    // nothing is held
                }
            };
        }

        @Override
        public long count() {
            return all.size();
        }
    }
}
