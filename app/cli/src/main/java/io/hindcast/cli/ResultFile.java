package io.hindcast.cli;

import io.hindcast.audit.timestamp.StampableFile;
import io.hindcast.audit.timestamp.UnreadableStamp;
import io.hindcast.connector.Location;
import io.hindcast.engine.session.StorePlace;
import io.hindcast.engine.session.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// A file that somebody names for a result. It is never the store, and it takes the place of nothing but another of its kind.
final class ResultFile {
    /// What is written.
    enum Kind {
        CAPSULE("capsule"),
        SEAL("seal"),
        REQUEST("request for a time stamp"),
        TOKEN("time stamp"),
        MAPPING("mapping"),
        PICTURE("picture in the PNG format");

        private static final long LARGEST_MAPPING = 1 << 20;

        private final String name;

        Kind(String name) {
            this.name = name;
        }

        private boolean isOne(Path file) throws IOException {
            return switch (this) {
                case CAPSULE -> begins(file, 68, "HCAP");
                case SEAL -> isSeal(file);
                case REQUEST, TOKEN -> begins(file, 0, "0");
                case MAPPING -> isMapping(file);
                case PICTURE -> begins(file, 1, "PNG\r\n");
            };
        }

        private static boolean begins(Path file, int at, String with) throws IOException {
            byte[] wanted = with.getBytes(StandardCharsets.US_ASCII);
            try (var in = Files.newInputStream(file)) {
                byte[] start = in.readNBytes(at + wanted.length);
                return start.length == at + wanted.length
                        && Arrays.equals(start, at, start.length, wanted, 0, wanted.length);
            }
        }

        /// Also one with mistakes in it, which is why somebody wants it replaced.
        private static boolean isMapping(Path file) throws IOException {
            return Files.size(file) <= LARGEST_MAPPING
                    && new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                            .lines()
                            .anyMatch(line -> line.strip().equals("[events]"));
        }

        private static boolean isSeal(Path file) {
            try {
                return StampableFile.of(file).kind() == StampableFile.Kind.SEAL;
            } catch (UnreadableStamp _) {
                return false;
            }
        }
    }

    private ResultFile() {}

    /// @param store as it was typed
    /// @throws UsageException when nothing may be written there
    static void mayWrite(Path file, Kind kind, boolean force, String store) {
        if (!store.isBlank() && StorePlace.holds(new Location(store), file)) {
            throw new UsageException("%s is the store or lies in it, and a store is never written to: name another file.".formatted(file));
        }
        mayWrite(file, kind, force);
    }

    /// @throws UsageException when nothing may be written there
    static void mayWrite(Path file, Kind kind, boolean force) {
        if (Files.isDirectory(file)) {
            throw new UsageException("%s is a folder: name a file.".formatted(file));
        }
        if (!Files.exists(file)) {
            return;
        }
        if (!force) {
            throw new UsageException("%s is there already; --force replaces it.".formatted(file));
        }
        if (!mayBeReplaced(file, kind)) {
            throw new UsageException("%s is no %s, and nothing else is replaced: name another file.".formatted(file, kind.name));
        }
    }

    private static boolean mayBeReplaced(Path file, Kind kind) {
        try {
            return Files.size(file) == 0 || kind.isOne(file);
        } catch (IOException _) {
            return false;
        }
    }

    /// Writes a small file in one piece: what is under its name is whole, or as before.
    ///
    /// @throws StoppedEarly when it cannot be written
    static void write(Path file, byte[] content) {
        try {
            WholeFile.write(file, content);
        } catch (IOException failure) {
            throw new StoppedEarly("%s could not be written: is there room, and may you write there?".formatted(file), failure);
        }
    }
}
