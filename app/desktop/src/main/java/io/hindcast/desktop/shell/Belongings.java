package io.hindcast.desktop.shell;

import io.hindcast.desktop.report.RememberedCover;
import io.hindcast.engine.fold.FoldLanguage;
import io.hindcast.engine.session.FoldFinder;
import io.hindcast.engine.session.PersonFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;

/// What the window keeps for the person who looks, whichever store is open.
///
/// @param cover what was written on the last report
/// @param folds where rules are saved that the person writes, unless they choose another place; need not exist
/// @param installed the folds that can be chosen for any store
public record Belongings(RememberedCover cover, Path folds, FoldFinder installed) {
    /// In the usual places: the person's folder, and for folds also beside the plug-ins of the program.
    public static Belongings ofPerson() {
        Path folder = PersonFolder.configuration(System.getProperties(), System.getenv());
        return new Belongings(
                RememberedCover.in(folder),
                folder.resolve("folds"),
                finder(FoldFinder.usualFolders(System.getProperties(), System.getenv())));
    }

    /// All in one folder, which need not exist.
    public static Belongings in(Path folder) {
        Path folds = folder.resolve("folds");
        return new Belongings(RememberedCover.in(folder), folds, finder(List.of(folds)));
    }

    private static FoldFinder finder(List<Path> folders) {
        return new FoldFinder(
                ServiceLoader.load(FoldLanguage.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList(),
                folders);
    }
}
