package io.hindcast.engine.session;

import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.FoldLanguage;
import io.hindcast.engine.fold.FoldLanguage.Compiled;
import io.hindcast.engine.fold.FoldLanguage.Diagnostic;
import io.hindcast.engine.fold.FoldLanguage.Held;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Folders whose files are folds. Looking into them loads the jars that lie there, so it is done only when somebody asks.
final class FoldFolders {
    private final List<Path> folders;
    private final List<FoldLanguage> languages;

    FoldFolders(List<Path> folders, List<FoldLanguage> languages) {
        this.folders = List.copyOf(folders);
        this.languages = languages;
    }

    /// `folds` beside the folder of plug-ins, and in the person's folder for configuration.
    static List<Path> usual(Properties properties, Map<String, String> environment) {
        return Stream.concat(
                        Optional.ofNullable(properties.getProperty("hindcast.plugins")).stream()
                                .map(plugins -> Path.of(plugins).resolveSibling("folds")),
                        Stream.of(PersonFolder.configuration(properties, environment).resolve("folds")))
                .toList();
    }

    /// By folder, then by name of the file.
    List<InstalledFold> folds() {
        var found = new ArrayList<InstalledFold>();
        folders.forEach(folder -> files(folder).forEach(file -> language(file)
                .ifPresent(language -> found.addAll(folds(file, language)))));
        return found;
    }

    /// The file that somebody called by its name, or by the name of a fold.
    Optional<Path> named(String name) {
        Optional<Path> file = folders.stream()
                .map(folder -> folder.resolve(name))
                .filter(one -> Files.isRegularFile(one.resolveSibling(FoldFinder.fileName(one))))
                .findFirst();
        return file.or(() -> folds().stream()
                .filter(one -> one instanceof InstalledFold.Working(var _, var _, Fold fold, var _)
                        && fold.name().equals(name))
                .map(InstalledFold::reference)
                .findFirst());
    }

    /// The folds of one file.
    static List<InstalledFold> folds(Path file, FoldLanguage language) {
        List<Held> held = language.held(file).orElseGet(() -> List.of(new Held("", compiled(file, language))));
        return held.stream().map(one -> fold(file, one, language)).toList();
    }

    private static InstalledFold fold(Path file, Held held, FoldLanguage language) {
        Path reference = held.name().isEmpty() ? file : file.resolveSibling(file.getFileName() + "#" + held.name());
        return switch (held.compiled()) {
            case Compiled.Ready(Fold fold, var _) ->
                new InstalledFold.Working(language.id(), reference, fold, language.runsTrustedCode());
            case Compiled.Rejected(List<Diagnostic> errors) ->
                new InstalledFold.Broken(
                        language.id(), reference, errors.stream().map(FoldFinder::shown).collect(Collectors.joining(" ")));
        };
    }

    private static Compiled compiled(Path file, FoldLanguage language) {
        return FoldFinder.textOf(file)
                .map(text -> language.compile(text.fileName(), text.text()))
                .orElseGet(() -> new Compiled.Rejected(List.of(new Diagnostic(0, 0, "The file is no text that can be read.", ""))));
    }

    private Optional<FoldLanguage> language(Path file) {
        return languages.stream()
                .filter(language -> language.understands(String.valueOf(file.getFileName())))
                .findFirst();
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var entries = Files.list(folder)) {
            return entries.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException _) {
            return List.of();
        }
    }
}
