package io.hindcast.cli;

import io.hindcast.audit.timestamp.StampCheck;
import io.hindcast.audit.timestamp.StampableFile;
import io.hindcast.audit.timestamp.TimeStamping;
import io.hindcast.audit.timestamp.TimeStamping.TrustedFile;
import io.hindcast.audit.timestamp.UnreadableStamp;
import io.hindcast.event.ByteSlice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What the verbs of time stamps share: the names of the files beside a seal, and how they are read.
final class Stamps {
    static final String REQUEST = ".tsq";
    static final String TOKEN = ".tsr";

    private Stamps() {}

    static TimeStamping of(House house) {
        return house.timeStamping()
                .get()
                .orElseThrow(() -> new UsageException("Time stamps are not installed: the program's folder is not whole."));
    }

    /// @param request the one that was sent; where none is named, the one beside the file, if there is one
    static StampCheck check(
            House house, StampableFile stamped, Path token, @Nullable Path request, List<Path> trusted) {
        Path asked = request != null ? request : stamped.beside(REQUEST);
        Optional<byte[]> sent = request != null || Files.exists(asked)
                ? Optional.of(StampableFile.read(asked))
                : Optional.empty();
        List<TrustedFile> certificates = trusted.stream()
                .map(path -> new TrustedFile(path.toString(), ByteSlice.of(StampableFile.read(path))))
                .toList();
        return of(house).check(StampableFile.read(token), stamped.sha256(), sent, certificates);
    }

    /// Turns files that cannot be read into a sentence for the person.
    static <T> T readable(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (UnreadableStamp unreadable) {
            throw new UsageException(unreadable.sentence());
        }
    }
}
