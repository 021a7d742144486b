package io.hindcast.audit.seal;

import io.hindcast.event.Position;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What was true of a store at one time, in hashes.
///
/// @param madeAt when the sealing began
/// @param madeBy program and version
/// @param store which store; never with a secret
/// @param events how many events were sealed
/// @param streams of how many streams
/// @param last the highest position sealed, absent where the store has no positions
/// @param end up to where the store was complete
/// @param over what the leaves of the tree are
/// @param root root of the tree, see [MerkleTree]
/// @param traces name of the file with the traces, in the same folder
/// @param tracesHash its SHA-256
/// @param previous the seal that this one continues
public record Seal(
        Instant madeAt,
        String madeBy,
        Store store,
        long events,
        long streams,
        Optional<Position> last,
        CompleteEnd end,
        Over over,
        Hash root,
        String traces,
        Hash tracesHash,
        Optional<Previous> previous) {

    /// The store as it was opened.
    public record Store(String location, String connector, String system, String layout) {}

    /// What a tree is made of.
    public enum Over {
        /// The events in the order of the store: it only grows at its end, so that a later tree can be proven to continue
        /// an earlier one, and one event to be in it.
        EVENTS,
        /// The running hashes of the streams by name, where the store has no order of all events.
        STREAMS
    }

    /// An earlier seal of the same store.
    ///
    /// @param proof the nodes that show that this tree continues that one; empty over streams
    public record Previous(Hash root, long events, List<Hash> proof) {
        public Previous {
            proof = List.copyOf(proof);
        }
    }

    /// How many leaves the tree has.
    public long leaves() {
        return switch (over) {
            case EVENTS -> events;
            case STREAMS -> streams;
        };
    }

    /// Whether this seal proves by itself that it continues the one before; true where there is none.
    public boolean continuesPrevious() {
        return previous.isEmpty()
                || (over == Over.EVENTS
                        && MerkleTree.extendsTree(
                                previous.get().events(), previous.get().root(), events, root, previous.get().proof()));
    }
}
