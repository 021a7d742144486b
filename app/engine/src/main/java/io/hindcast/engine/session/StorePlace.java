package io.hindcast.engine.session;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.Location;
import io.hindcast.engine.workspace.StoreFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Where a store lies, as far as that is a file or a folder: nothing is ever written there, whatever somebody asks for. The
/// stores of a workspace are no less a store than one that is opened by itself.
public final class StorePlace {
    /// What somebody need not type at the end of an H2 file.
    private static final String H2 = ".mv.db";

    private StorePlace() {}

    /// Whether a file, which need not be there, is the store or lies in its folder; of a workspace also one of its stores.
    public static boolean holds(Location store, Path file) {
        Path here = real(file);
        return files(store).stream()
                .map(StorePlace::real)
                .anyMatch(place -> here.equals(place)
                        || here.toString().equals(place + H2)
                        || (Files.isDirectory(place) && here.startsWith(place)));
    }

    /// A workspace that cannot be read names no stores; nothing is read from it either.
    private static List<Path> files(Location store) {
        try {
            return StoreFiles.of(store);
        } catch (ConnectorException _) {
            return StoreFiles.itself(store).stream().toList();
        }
    }

    /// One spelling for one file; of one that is not there, for its folder.
    private static Path real(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        try {
            return whole.toRealPath();
        } catch (IOException _) {
            Path folder = whole.getParent();
            return folder == null || folder.equals(whole) ? whole : real(folder).resolve(whole.getFileName());
        }
    }
}
