package io.hindcast.audit.timestamp;

import io.hindcast.audit.seal.Hash;
import io.hindcast.engine.payload.StandardPayloads;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.Text;
import io.hindcast.event.ByteSlice;
import io.hindcast.event.PayloadShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// A file that is worth a time stamp: a seal, or the manifest of a report. The stamp is over the SHA-256 of all its bytes,
/// which other programs can compute as well, and which covers all it says, not only a root.
public record StampableFile(Path path, Kind kind, Hash sha256) {
    /// What it is.
    public enum Kind {
        SEAL,
        MANIFEST
    }

    /// @throws UnreadableStamp when there is none, it cannot be read, or it is neither
    public static StampableFile of(Path path) {
        byte[] content = read(path);
        return new StampableFile(path, kind(path, content), Hash.of(content));
    }

    /// The name of the file beside it that has this ending: `bank.json.tsr` beside `bank.json`.
    public Path beside(String ending) {
        return path.resolveSibling(path.getFileName() + ending);
    }

    /// @throws UnreadableStamp when there is none, or it cannot be read
    public static byte[] read(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (NoSuchFileException _) {
            throw new UnreadableStamp("There is no file " + path + ".");
        } catch (IOException _) {
            throw new UnreadableStamp(path + " cannot be read.");
        }
    }

    private static Kind kind(Path path, byte[] content) {
        var value = new StandardPayloads().decode(ByteSlice.of(content), PayloadShape.of(PayloadShape.Formats.JSON));
        if (value instanceof Fields fields) {
            if (fields.field("format") instanceof Text(String format) && format.startsWith("hindcast-seal/")) {
                return Kind.SEAL;
            }
            if (fields.field("hindcastManifest") instanceof Num) {
                return Kind.MANIFEST;
            }
        }
        throw new UnreadableStamp(path + " is neither a seal nor the manifest of a report.");
    }
}
