package io.hindcast.audit.seal;

import java.nio.charset.StandardCharsets;
import io.hindcast.engine.state.StateText;

/// One stream at the time of sealing.
///
/// @param name as the store writes it
/// @param first place of its first trace among all traces, 0-based
/// @param events how many events were sealed
/// @param head running hash after the last of them: h(n) = SHA-256(h(n-1) ‖ hash of event n), h(0) = 32 zero bytes
record SealedStream(String name, long first, long events, Hash head) {
    /// What stands for the stream in a tree over streams: a JSON object with `events`, `head` and `stream`.
    Hash leaf() {
        String text = "{\"events\":\"%d\",\"head\":\"%s\",\"stream\":%s}".formatted(events, head, StateText.quoted(name));
        return MerkleTree.leaf(Hash.of(text.getBytes(StandardCharsets.UTF_8)));
    }
}
