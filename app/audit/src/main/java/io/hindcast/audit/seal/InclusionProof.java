package io.hindcast.audit.seal;

import io.hindcast.engine.payload.StandardPayloads;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateText;
import io.hindcast.engine.state.Text;
import io.hindcast.event.ByteSlice;
import io.hindcast.event.PayloadShape;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Shows that one event is in a sealed store, to somebody who has the seal and this, and neither store nor program:
/// the canonical text of the event, its place among the leaves, and the hashes on the way to the root.
///
/// @param event the text that the event's hash is taken of, see decision 0030
/// @param leaf place among the leaves, from 0
/// @param leaves how many there are
/// @param path the hashes, lowest sibling first
public record InclusionProof(String event, long leaf, long leaves, List<Hash> path) {
    static final String FORMAT = "hindcast-inclusion/1";

    public InclusionProof {
        path = List.copyOf(path);
    }

    /// Whether it leads to the root of this seal.
    public boolean holdsFor(Seal seal) {
        Hash entry = Hash.of(event.getBytes(StandardCharsets.UTF_8));
        return seal.over() == Seal.Over.EVENTS
                && seal.events() == leaves
                && MerkleTree.includes(MerkleTree.leaf(entry), leaf, leaves, path, seal.root());
    }

    /// JSON with a line end.
    public String text() {
        Fields fields = Fields.builder(5)
                .put("format", new Text(FORMAT))
                .put("event", new Text(event))
                .put("leaf", Num.of(leaf))
                .put("leaves", Num.of(leaves))
                .put("path", SealText.hashes(path))
                .build();
        return StateText.pretty(fields) + "\n";
    }

    /// @throws BrokenSeal when this is no such proof
    public static InclusionProof read(byte[] json) {
        var read = new StandardPayloads().decode(ByteSlice.of(json), PayloadShape.of(PayloadShape.Formats.JSON));
        if (!(read instanceof Fields proof) || !FORMAT.equals(SealText.optional(proof, "format").orElse(""))) {
            throw new BrokenSeal("This is no proof of an event: one is JSON with \"format\": \"%s\".".formatted(FORMAT));
        }
        try {
            return new InclusionProof(
                    SealText.text(proof, "event"),
                    SealText.count(proof, "leaf"),
                    SealText.count(proof, "leaves"),
                    SealText.hashes(proof, "path"));
        } catch (IllegalArgumentException _) {
            throw new BrokenSeal("The proof holds a hash that cannot be read.");
        }
    }
}
