package io.hindcast.engine.mask;

import io.hindcast.connector.Location;
import io.hindcast.engine.workspace.StoreFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Files of rules that lie beside a store. Whichever way somebody names the store, the same ones are found: by a link, by a
/// URL, as one file of a folder, as one store of a workspace. Otherwise another spelling would lift masks.
final class RulesBeside {
    static final String FILE = "masks.yaml";

    private RulesBeside() {}

    /// Those that are there, the nearest first, each once.
    ///
    /// @throws io.hindcast.connector.ConnectorException when a workspace cannot be read
    static List<Path> of(Location location) {
        var found = new LinkedHashSet<Path>();
        StoreFiles.of(location).forEach(path -> around(path, found));
        return List.copyOf(found);
    }

    private static void around(Path store, Set<Path> found) {
        Path spelled = store.toAbsolutePath().normalize();
        Stream.of(spelled, real(spelled))
                .distinct()
                .flatMap(RulesBeside::places)
                .filter(Files::isRegularFile)
                .map(RulesBeside::real)
                .forEach(found::add);
    }

    /// Where rules for a file or a folder may lie. Those of a folder of files hold for each file of it.
    private static Stream<Path> places(Path store) {
        Stream<Path> inside = Files.isDirectory(store) ? Stream.of(store.resolve(FILE)) : Stream.empty();
        Stream<Path> beside = named(store).map(store::resolveSibling);
        Path folder = store.getParent();
        Stream<Path> aroundFolder =
                folder == null || folder.getFileName() == null ? Stream.empty() : named(folder).map(folder::resolveSibling);
        return Stream.of(inside, beside, aroundFolder).flatMap(each -> each);
    }

    /// H2 adds the ending of its files where it is left out.
    private static Stream<String> named(Path store) {
        String name = String.valueOf(store.getFileName());
        int dot = name.indexOf('.', 1);
        String stem = dot < 0 ? name : name.substring(0, dot);
        return Stream.of(name + "." + FILE, name + ".mv.db." + FILE, stem + "." + FILE, FILE);
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException _) {
            return path;
        }
    }
}
