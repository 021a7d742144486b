package io.hindcast.audit.seal;

import io.hindcast.connector.EventSource;
import io.hindcast.connector.ReadRequest;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import io.hindcast.event.EventPage;
import java.io.IOException;
import java.util.Optional;

/// Makes proofs that single events are in a sealed store: one pass over its sealed part.
public final class Prover {
    private final EventSource source;

    public Prover(EventSource source) {
        this.source = source;
    }

    /// @param version which event of the stream
    /// @return the proof, absent when the sealed part holds no such event, or it was cancelled
    /// @throws BrokenSeal when the tree of this seal is not made of events, or the store is no longer what was sealed
    public Optional<InclusionProof> prove(
            Seal seal, String stream, long version, Progress progress, Cancellation cancellation) throws IOException {
        if (seal.over() != Seal.Over.EVENTS) {
            throw new BrokenSeal("The store has no order of all events, so that its seal proves whole streams only.");
        }
        try (var leaves = LeafFile.temporary();
                var cursor = source.read(ReadRequest.store(ReadRequest.Detail.FULL))) {
            var wanted = new Wanted(stream, version);
            for (var page = cursor.next(); page.isPresent() && leaves.size() < seal.events(); page = cursor.next()) {
                if (cancellation.isCancelled()) {
                    return Optional.empty();
                }
                wanted.take(DigestedPage.of(page.get()), leaves, seal.events());
                progress.advanced(leaves.size(), seal.events());
            }
            return wanted.proof(leaves.written(), seal);
        }
    }

    /// The one event, looked for while all go by.
    private static final class Wanted {
        private final String stream;
        private final long version;
        private long place = -1;
        private String text = "";

        Wanted(String stream, long version) {
            this.stream = stream;
            this.version = version;
        }

        void take(DigestedPage digested, LeafFile leaves, long limit) throws IOException {
            EventPage page = digested.page();
            for (int row = 0; row < digested.size() && leaves.size() < limit; row++) {
                if (page.version(row) == version && page.stream(row).equals(stream)) {
                    place = leaves.size();
                    var canonical = new CanonicalEvent();
                    canonical.write(page, row);
                    text = canonical.text();
                }
                leaves.add(MerkleTree.leaf(digested.hash(row)));
            }
        }

        Optional<InclusionProof> proof(LeafFile leaves, Seal seal) {
            if (leaves.size() < seal.events() || !MerkleTree.root(leaves, leaves.size()).equals(seal.root())) {
                throw new BrokenSeal("The store is no longer what was sealed: run hindcast seal verify.");
            }
            return place < 0
                    ? Optional.empty()
                    : Optional.of(new InclusionProof(
                            text, place, seal.events(), MerkleTree.inclusion(leaves, place, seal.events())));
        }
    }
}
