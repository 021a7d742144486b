package io.hindcast.audit.verify;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.SnapshotReader;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.spool.Blocks;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.event.ByteSlice;
import io.hindcast.event.StoredSnapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The stored snapshots of a store, read once and put aside, so that each is at hand when the replay comes by. States
/// lie on the heap as long as they are few, then in a temporary file. Filled by one thread, read by any number.
final class SnapshotCopies implements AutoCloseable {
    private final long onHeap;
    private final Map<String, List<Copy>> streams = new HashMap<>();
    private @Nullable Blocks file;
    private long used;
    private long size;

    /// A snapshot, and where its state lies.
    ///
    /// @param bare without its state
    /// @param state on the heap; null when it lies in the file
    record Copy(StoredSnapshot bare, @Nullable ByteSlice state, long offset, int length) {
        long version() {
            return bare.version();
        }
    }

    private SnapshotCopies(long onHeap) {
        this.onHeap = onHeap;
    }

    /// Copies all of them.
    ///
    /// @param onHeap how many bytes of states may stay on the heap
    /// @return absent when it was cancelled
    /// @throws ConnectorException when the store fails, or there is no room for a copy
    static Optional<SnapshotCopies> of(OpenStore store, long onHeap, Cancellation cancellation) {
        var copies = new SnapshotCopies(onHeap);
        Optional<SnapshotReader> reader = store.source().snapshots();
        if (reader.isEmpty()) {
            return Optional.of(copies);
        }
        try (var cursor = reader.get().read(Optional.empty())) {
            for (var page = cursor.next(); page.isPresent(); page = cursor.next()) {
                if (cancellation.isCancelled()) {
                    copies.close();
                    return Optional.empty();
                }
                copies.add(page.get());
            }
        } catch (IOException failure) {
            copies.close();
            throw new ConnectorException(
                    ConnectorException.Kind.INTERNAL,
                    "There is no room for a copy of the snapshots: free space in the folder for temporary files.",
                    failure);
        }
        copies.inOrder();
        return Optional.of(copies);
    }

    /// A store that keeps versions inside of bodies, or snapshots in several tables, cannot put them in order itself.
    private void inOrder() {
        streams.values().forEach(one -> one.sort(Comparator.comparingLong(Copy::version)));
    }

    private void add(List<StoredSnapshot> page) throws IOException {
        for (StoredSnapshot snapshot : page) {
            streams.computeIfAbsent(snapshot.stream(), _ -> new ArrayList<>(1)).add(copy(snapshot));
            size++;
        }
    }

    private Copy copy(StoredSnapshot snapshot) throws IOException {
        byte[] state = snapshot.state().copy();
        StoredSnapshot bare = withState(snapshot, ByteSlice.empty());
        if (used + state.length <= onHeap) {
            used += state.length;
            return new Copy(bare, ByteSlice.of(state), 0, state.length);
        }
        Blocks to = file == null ? Blocks.inFile() : file;
        file = to;
        return new Copy(bare, null, to.append(state, state.length), state.length);
    }

    /// The snapshots of a stream, by version; none for most.
    List<Copy> of(String stream) {
        return streams.getOrDefault(stream, List.of());
    }

    /// All streams that have some, by name.
    Map<String, List<Copy>> streams() {
        return new TreeMap<>(streams);
    }

    long size() {
        return size;
    }

    /// The snapshot with its state.
    StoredSnapshot whole(Copy copy) {
        if (copy.state != null) {
            return withState(copy.bare, copy.state);
        }
        if (file == null) {
            throw new IllegalStateException("the copies are closed");
        }
        try {
            return withState(copy.bare, ByteSlice.of(file.read(copy.offset, copy.length)));
        } catch (IOException failure) {
            throw new ConnectorException(
                    ConnectorException.Kind.INTERNAL, "The copy of the snapshots cannot be read.", failure);
        }
    }

    private static StoredSnapshot withState(StoredSnapshot snapshot, ByteSlice state) {
        return new StoredSnapshot(
                snapshot.stream(),
                snapshot.category(),
                snapshot.version(),
                snapshot.type(),
                snapshot.recordedAt(),
                state,
                snapshot.place(),
                snapshot.trouble());
    }

    @Override
    public void close() {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException _) {
            // a temporary file without a name goes with the program
        }
        file = null;
    }
}
