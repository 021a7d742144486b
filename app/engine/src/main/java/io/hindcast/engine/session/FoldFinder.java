package io.hindcast.engine.session;

import io.hindcast.connector.EventSource;
import io.hindcast.connector.Location;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.FoldLanguage;
import io.hindcast.engine.fold.FoldLanguage.Compiled;
import io.hindcast.engine.fold.FoldLanguage.Diagnostic;
import io.hindcast.engine.fold.MergeFold;
import io.hindcast.engine.workspace.CombinedFold;
import io.hindcast.engine.workspace.CombinedSource;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds the fold for a store: a fold in a file beside it (`NAME.folds.yaml`, `NAME.folds.js`, `folds.yaml` …), rules that
/// come with it, else the merge fold.
public final class FoldFinder {
    private static final String ENDING = ".folds.yaml";

    /// Beside a store, the first that is there counts.
    private static final List<String> BESIDE =
            List.of(ENDING, ".folds.yml", ".folds.js", ".folds.mjs", ".folds.ts", ".folds.mts");

    private final List<FoldLanguage> languages;
    private final FoldFolders folders;

    public FoldFinder(List<FoldLanguage> languages) {
        this(languages, List.of());
    }

    /// @param folders where folds lie that can be called by their name, see [#usualFolders]
    public FoldFinder(List<FoldLanguage> languages, List<Path> folders) {
        this.languages = List.copyOf(languages);
        this.folders = new FoldFolders(folders, this.languages);
    }

    /// `folds` beside the plug-ins of the program, and in the person's own folder; they need not exist.
    public static List<Path> usualFolders(Properties properties, Map<String, String> environment) {
        return FoldFolders.usual(properties, environment);
    }

    /// The folds in the folders for folds, broken ones too. Loads the jars that lie there.
    public List<InstalledFold> installed() {
        return folders.folds();
    }

    /// The folds of one file, broken ones too; nothing where no language understands the file.
    public List<InstalledFold> foldsOf(Path file) {
        return language(fileName(file)).map(language -> FoldFolders.folds(file, language)).orElse(List.of());
    }

    /// Whether a fold file is code that runs with all rights of the program.
    public boolean isCode(Path file) {
        Path there = isThere(file) ? file : folders.named(file.toString()).orElse(file);
        return language(fileName(there)).map(FoldLanguage::runsTrustedCode).orElse(false);
    }

    /// Without what stands behind a `#`.
    static String fileName(Path file) {
        String said = String.valueOf(file.getFileName());
        int hash = Files.exists(file) ? -1 : said.indexOf('#');
        return hash < 0 ? said : said.substring(0, hash);
    }

    private Optional<FoldLanguage> language(String fileName) {
        return languages.stream().filter(language -> language.understands(fileName)).findFirst();
    }

    /// The fold, and what a person should know about how it was found.
    ///
    /// @param origin `ledger.folds.yaml beside the store`, `bundled with the store`, `merge fold`
    /// @param complaints why rules that were found are not used
    /// @param text the rules that were found, used or not; absent where there are none
    public record Found(Fold fold, String origin, List<String> complaints, Optional<FoldText> text) {
        /// What is used where no rules were found.
        public static final Found NOTHING = new Found(new MergeFold(), "merge fold", List.of(), Optional.empty());
    }

    public Found find(Location location, EventSource source) {
        if (source instanceof CombinedSource combined) {
            return ofEach(combined);
        }
        Optional<Path> beside = location.path().flatMap(FoldFinder::beside);
        if (beside.isPresent()) {
            String name = String.valueOf(beside.get().getFileName());
            return orMerge(read(beside.get()), name + " beside the store", textOf(beside.get()));
        }
        return source.foldRules()
                .map(text -> orMerge(
                        compile("bundled" + ENDING, text),
                        "bundled with the store",
                        Optional.of(new FoldText("bundled" + ENDING, text))))
                .orElse(Found.NOTHING);
    }

    /// Each store of a workspace keeps the fold that was found for it.
    private static Found ofEach(CombinedSource combined) {
        String origins = combined.members().stream()
                .map(member -> member.alias() + ": " + member.foldOrigin())
                .collect(Collectors.joining("; "));
        return new Found(new CombinedFold(combined.members()), origins, List.of(), Optional.empty());
    }

    /// The text of a fold file; nothing when it cannot be read.
    public static Optional<FoldText> textOf(Path file) {
        try {
            return Optional.of(new FoldText(String.valueOf(file.getFileName()), Files.readString(file)));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /// The installed languages.
    public List<FoldLanguage> languages() {
        return languages;
    }

    /// Reads and compiles a fold file. Of a file that holds several, one is named behind a `#`: `folds.jar#account`. A fold
    /// in the folders for folds may be called by its name, or by that of its file.
    public Compiled read(Path file) {
        if (isThere(file)) {
            return readHere(file);
        }
        return folders.named(file.toString()).map(this::readHere).orElseGet(() -> readHere(file));
    }

    private static boolean isThere(Path file) {
        return Files.exists(file.resolveSibling(fileName(file)));
    }

    private Compiled readHere(Path file) {
        String plain = fileName(file);
        String said = String.valueOf(file.getFileName());
        String name = said.length() > plain.length() ? said.substring(plain.length() + 1) : "";
        return isThere(file)
                ? language(plain).flatMap(language -> language.load(file.resolveSibling(plain), name)).orElseGet(() -> readText(file))
                : readText(file);
    }

    private Compiled readText(Path file) {
        try {
            return compile(file.getFileName().toString(), Files.readString(file));
        } catch (NoSuchFileException _) {
            return rejected("There is no fold file " + file + ".");
        } catch (MalformedInputException _) {
            return rejected("The fold file " + file + " is not UTF-8 text.");
        } catch (IOException _) {
            return rejected("The fold file " + file + " cannot be read.");
        }
    }

    /// Compiles a text in the language that its file name tells.
    public Compiled compile(String name, String text) {
        return language(name)
                .map(language -> language.compile(name, text))
                .orElseGet(() -> rejected("No installed fold language understands a file named " + name + "."));
    }

    private static Found orMerge(Compiled compiled, String origin, Optional<FoldText> text) {
        return switch (compiled) {
            case Compiled.Ready(Fold fold, List<Diagnostic> _) -> new Found(fold, origin, List.of(), text);
            case Compiled.Rejected(List<Diagnostic> errors) ->
                new Found(
                        new MergeFold(),
                        "merge fold",
                        errors.stream().map(error -> origin + ": " + shown(error)).toList(),
                        text);
        };
    }

    /// A diagnostic as one sentence with its place.
    public static String shown(Diagnostic diagnostic) {
        String place = diagnostic.line() > 0
                ? "line %d, column %d: ".formatted(diagnostic.line(), diagnostic.column())
                : "";
        String hint = diagnostic.suggestion().isEmpty() ? "" : " (" + diagnostic.suggestion() + ")";
        return place + diagnostic.message() + hint;
    }

    private static Compiled rejected(String sentence) {
        return new Compiled.Rejected(List.of(new Diagnostic(0, 0, sentence, "")));
    }

    private static Optional<Path> beside(Path store) {
        Path folder = Optional.ofNullable(store.toAbsolutePath().getParent()).orElse(store);
        String name = String.valueOf(store.getFileName());
        int dot = name.indexOf('.', 1);
        String stem = dot < 0 ? name : name.substring(0, dot);
        return Stream.of(name, stem, "")
                .flatMap(start -> BESIDE.stream().map(ending -> start.isEmpty() ? ending.substring(1) : start + ending))
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
