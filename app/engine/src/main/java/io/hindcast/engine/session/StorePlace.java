package io.hindcast.engine.session;

import io.hindcast.connector.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where a store lies, as far as that is a file or a folder: nothing is ever written there, whatever somebody asks for.
public final class StorePlace {
    /// What somebody need not type at the end of an H2 file.
    private static final String H2 = ".mv.db";

    private StorePlace() {}

    /// Whether a file, which need not be there, is the store or lies in its folder.
    public static boolean holds(Location store, Path file) {
        Path here = real(file);
        return store.path()
                .map(StorePlace::real)
                .filter(place -> here.equals(place)
                        || here.toString().equals(place + H2)
                        || (Files.isDirectory(place) && here.startsWith(place)))
                .isPresent();
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
