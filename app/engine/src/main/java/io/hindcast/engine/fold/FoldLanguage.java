package io.hindcast.engine.fold;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A language folds are written in. Found by [java.util.ServiceLoader]; stateless.
public interface FoldLanguage {
    /// `rules`, `javascript`.
    String id();

    /// Whether a file of this name is written in it.
    boolean understands(String fileName);

    /// The names of such files, for people: `*.folds.yaml, folds.yaml`.
    default String files() {
        return "";
    }

    /// Compiles a text. Never throws on bad text: it is answered with diagnostics.
    Compiled compile(String fileName, String text);

    /// Loads a fold that is no text.
    ///
    /// @param name which of several it is to be, "" when none was named
    /// @return empty where the language is written as text
    default Optional<Compiled> load(Path file, String name) {
        return Optional.empty();
    }

    /// The folds of a file that is no text, in the order of their names, broken ones with the reason.
    ///
    /// @return empty where the language is written as text
    default Optional<List<Held>> held(Path file) {
        return Optional.empty();
    }

    /// Whether its folds are code that runs with all rights of the program, so that only files one trusts may be named.
    default boolean runsTrustedCode() {
        return false;
    }

    /// One of the folds of a file.
    ///
    /// @param name what stands behind the `#`, "" where nothing can be named
    record Held(String name, Compiled compiled) {}

    sealed interface Compiled {
        /// Ready to use; there may be warnings.
        record Ready(Fold fold, List<Diagnostic> warnings) implements Compiled {}

        /// Not usable; at least one diagnostic.
        record Rejected(List<Diagnostic> errors) implements Compiled {}
    }

    /// What is wrong and where.
    ///
    /// @param line 1-based
    /// @param column 1-based
    /// @param suggestion what to write instead, "" if nothing comes to mind
    record Diagnostic(int line, int column, String message, String suggestion) {}
}
