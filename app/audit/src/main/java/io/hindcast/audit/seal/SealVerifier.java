package io.hindcast.audit.seal;

import io.hindcast.connector.EventSource;
import io.hindcast.connector.ReadRequest;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import io.hindcast.event.EventPage;
import io.hindcast.event.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Holds a store against a seal: one pass over all events, then one more over each stream that differs.
public final class SealVerifier {
    /// Of so many changed streams the first difference is named; the others are counted.
    public static final int NAMED = 1_000;

    private final EventSource source;

    public SealVerifier(EventSource source) {
        this.source = source;
    }

    /// Reads a seal.
    ///
    /// @throws BrokenSeal when it is none
    /// @throws IOException when it cannot be read
    public static Seal read(Path file) throws IOException {
        return SealText.read(Files.readAllBytes(file));
    }

    /// @param file the seal; the file with its traces lies beside it
    /// @param progress counts events
    /// @throws BrokenSeal when the seal itself does not hold together
    /// @throws IOException when a file cannot be read
    /// @throws io.hindcast.connector.ConnectorException when the store fails
    public SealVerdict verify(Path file, Progress progress, Cancellation cancellation) throws IOException {
        Seal seal = read(file);
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new NoSuchFileException(file.toString());
        }
        try (var sealed = traces(folder, seal);
                var leaves = LeafFile.temporary()) {
            requireWhole(seal, sealed);
            var run = new Run(seal, sealed, leaves);
            boolean complete = run.read(progress, cancellation);
            return run.verdict(complete, cancellation);
        }
    }

    private static SealedEvents traces(Path folder, Seal seal) throws IOException {
        try {
            return SealedEvents.open(folder.resolve(Path.of(seal.traces()).getFileName()), seal.tracesHash());
        } catch (NoSuchFileException _) {
            throw new BrokenSeal("The file %s, which belongs to the seal, is not beside it.".formatted(seal.traces()));
        }
    }

    private static void requireWhole(Seal seal, SealedEvents sealed) {
        boolean agrees = sealed.events() == seal.events()
                && sealed.streams().size() == seal.streams()
                && (seal.over() == Seal.Over.EVENTS || Sealing.rootOf(sealed.streams()).equals(seal.root()));
        if (!agrees) {
            throw new BrokenSeal("The seal and its traces do not belong together.");
        }
    }

    private final class Run {
        private final Seal seal;
        private final SealedEvents sealed;
        private final LeafFile leaves;
        private final Map<String, Integer> places = new HashMap<>();
        private final Set<String> fresh = new HashSet<>();
        private final Hash[] heads;
        private final int[] seen;
        private final BitSet broken = new BitSet();
        private long events;
        private long added;
        private long late;

        Run(Seal seal, SealedEvents sealed, LeafFile leaves) {
            this.seal = seal;
            this.sealed = sealed;
            this.leaves = leaves;
            List<SealedStream> streams = sealed.streams();
            for (int place = 0; place < streams.size(); place++) {
                places.put(streams.get(place).name(), place);
            }
            heads = new Hash[streams.size()];
            Arrays.fill(heads, Hash.ZERO);
            seen = new int[streams.size()];
        }

        boolean read(Progress progress, Cancellation cancellation) throws IOException {
            try (var cursor = source.read(ReadRequest.store(ReadRequest.Detail.FULL))) {
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
            int[] here = page.streams().stream()
                    .mapToInt(name -> places.getOrDefault(name.stream(), -1))
                    .toArray();
            for (int row = 0; row < digested.size(); row++) {
                int place = here[page.streamOrdinal(row)];
                if (place < 0) {
                    fresh.add(page.stream(row));
                    more(page, row);
                } else if (seen[place] == sealed.streams().get(place).events()) {
                    more(page, row);
                } else {
                    compare(place, digested, row);
                }
            }
        }

        /// An event that was not sealed.
        private void more(EventPage page, int row) {
            added++;
            boolean before = seal.last().isPresent()
                    && page.isPositioned()
                    && new Position(page.positionHigh(row), page.positionLow(row)).compareTo(seal.last().get()) <= 0;
            late += before ? 1 : 0;
        }

        private void compare(int place, DigestedPage digested, int row) throws IOException {
            SealedStream stream = sealed.streams().get(place);
            if (!digested.trace(row).equals(sealed.trace(stream.first() + seen[place]))) {
                broken.set(place);
            }
            heads[place] = StreamChains.next(heads[place], digested.hash(row));
            seen[place]++;
            leaves.add(MerkleTree.leaf(digested.hash(row)));
            if (seen[place] == stream.events() && !heads[place].equals(stream.head())) {
                broken.set(place);
            }
        }

        SealVerdict verdict(boolean complete, Cancellation cancellation) throws IOException {
            if (complete) {
                for (int place = 0; place < seen.length; place++) {
                    if (seen[place] < sealed.streams().get(place).events()) {
                        broken.set(place);
                    }
                }
            }
            var named = new ArrayList<Tampering>();
            for (int place = broken.nextSetBit(0);
                    place >= 0 && named.size() < NAMED && !cancellation.isCancelled();
                    place = broken.nextSetBit(place + 1)) {
                named.add(name(sealed.streams().get(place)));
            }
            return new SealVerdict(
                    events,
                    added,
                    fresh.size(),
                    late,
                    broken.cardinality(),
                    named,
                    !complete || !broken.isEmpty() || orderHolds(),
                    complete);
        }

        private boolean orderHolds() throws IOException {
            return seal.over() == Seal.Over.STREAMS
                    || MerkleTree.root(leaves.written(), leaves.size()).equals(seal.root());
        }

        private Tampering name(SealedStream stream) {
            List<Trace> before = sealed.tracesOf(stream);
            return new StreamComparison(stream.name(), before, today(stream.name()))
                    .first()
                    .orElseGet(() -> below(stream, before));
        }

        /// The hash differs and no trace does: something that no trace tells apart.
        private Tampering below(SealedStream stream, List<Trace> before) {
            Trace last = before.getLast();
            return new Tampering.Changed(
                    stream.name(), StreamComparison.version(last), Set.of(Tampering.Part.OTHER), StreamComparison.at(last));
        }

        private List<Trace> today(String stream) {
            var traces = new ArrayList<Trace>();
            try (var cursor = source.read(ReadRequest.stream(stream))) {
                for (var page = cursor.next(); page.isPresent(); page = cursor.next()) {
                    DigestedPage digested = DigestedPage.of(page.get());
                    for (int row = 0; row < digested.size(); row++) {
                        traces.add(digested.trace(row));
                    }
                }
            }
            return traces;
        }
    }
}
