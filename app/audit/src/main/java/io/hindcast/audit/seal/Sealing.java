package io.hindcast.audit.seal;

import io.hindcast.connector.EventSource;
import io.hindcast.connector.ReadRequest;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import io.hindcast.event.EventPage;
import io.hindcast.event.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Makes seals: one pass over all events of a store. Needs 76 bytes of disk for each event beside the file it leaves.
public final class Sealing {
    private final EventSource source;
    private final String location;
    private final String program;
    private final Instant now;

    /// @param location what stands in the seal as the place of the store
    /// @param program what stands in the seal as its maker
    /// @param now what stands in the seal as its time
    public Sealing(EventSource source, String location, String program, Instant now) {
        this.source = source;
        this.location = location;
        this.program = program;
        this.now = now;
    }

    /// Writes the seal and, beside it, the file with the traces. Nothing is left under these names when it fails or is
    /// cancelled.
    ///
    /// @param file where the seal goes; what is there is replaced
    /// @param previous a seal of the same store that this one shall be proven to continue
    /// @param progress counts events
    /// @return the seal, absent when it was cancelled
    /// @throws BrokenSeal when the store does not continue the previous seal
    /// @throws IOException when the files cannot be written
    /// @throws io.hindcast.connector.ConnectorException when the store fails
    public Optional<Seal> seal(Path file, Optional<Seal> previous, Progress progress, Cancellation cancellation)
            throws IOException {
        Path target = file.toAbsolutePath();
        Path traces = target.resolveSibling(target.getFileName() + ".traces");
        try (var run = new Run(traces, CompleteEnd.of(source))) {
            if (!run.read(progress, cancellation)) {
                return Optional.empty();
            }
            Seal seal = run.seal(previous);
            if (previous.isPresent() && seal.over() == Seal.Over.EVENTS && !seal.continuesPrevious()) {
                throw new BrokenSeal("The store does not continue the previous seal: "
                        + "the events sealed then are no longer all there and the same. Run hindcast seal verify.");
            }
            run.publish(target, seal);
            return Optional.of(seal);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private final class Run implements AutoCloseable {
        private final Path file;
        private final TraceWriter traces;
        private final LeafFile leaves;
        private final StreamChains chains = new StreamChains();
        private final CompleteEnd end;
        private Optional<Position> last = Optional.empty();
        private boolean positioned;

        Run(Path file, CompleteEnd end) throws IOException {
            this.file = file;
            this.end = end;
            this.traces = new TraceWriter(file);
            this.leaves = LeafFile.in(file.resolveSibling(""));
        }

        boolean read(Progress progress, Cancellation cancellation) throws IOException {
            try (var cursor = source.read(ReadRequest.store(ReadRequest.Detail.FULL))) {
                long events = 0;
                for (var page = cursor.next(); page.isPresent(); page = cursor.next()) {
                    if (cancellation.isCancelled()) {
                        return false;
                    }
                    take(DigestedPage.of(page.get()));
                    events += page.get().size();
                    progress.advanced(events, -1);
                }
            }
            return true;
        }

        private void take(DigestedPage digested) throws IOException {
            EventPage page = digested.page();
            for (int row = 0; row < digested.size(); row++) {
                if (!end.holds(page, row)) {
                    continue;
                }
                int stream = chains.numberOf(page.stream(row));
                chains.append(stream, digested.hash(row));
                traces.add(stream, digested.trace(row));
                leaves.add(MerkleTree.leaf(digested.hash(row)));
            }
            positioned |= page.isPositioned();
            last = Positions.highest(last, page, end);
        }

        Seal seal(Optional<Seal> previous) throws IOException {
            List<SealedStream> streams = chains.byName();
            Path sorted = traces.sort(streams, chains.places());
            leaves.written();
            Seal.Over over = positioned ? Seal.Over.EVENTS : Seal.Over.STREAMS;
            return new Seal(
                    now,
                    program,
                    describe(),
                    leaves.size(),
                    streams.size(),
                    last,
                    end,
                    over,
                    over == Seal.Over.EVENTS ? MerkleTree.root(leaves, leaves.size()) : rootOf(streams),
                    String.valueOf(file.getFileName()),
                    SealedEvents.hashOf(sorted),
                    previous.map(before -> new Seal.Previous(before.root(), before.events(), proof(before, over))));
        }

        private List<Hash> proof(Seal before, Seal.Over over) {
            return over == Seal.Over.EVENTS && before.over() == over && before.events() <= leaves.size()
                    ? MerkleTree.consistency(leaves, before.events(), leaves.size())
                    : List.of();
        }

        void publish(Path target, Seal seal) throws IOException {
            Path part = target.resolveSibling(target.getFileName() + ".part");
            try {
                Files.writeString(part, SealText.write(seal));
                traces.publish();
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        }

        @Override
        public void close() throws IOException {
            try (leaves) {
                traces.close();
            }
        }
    }

    static Hash rootOf(List<SealedStream> streams) {
        return MerkleTree.root(
                new MerkleTree.Leaves() {
                    @Override
                    public long size() {
                        return streams.size();
                    }

                    @Override
                    public Hash at(long index) {
                        return streams.get(Math.toIntExact(index)).leaf();
                    }
                },
                streams.size());
    }

    private Seal.Store describe() {
        var info = source.info();
        return new Seal.Store(location, info.connector(), info.system(), info.layout());
    }
}
