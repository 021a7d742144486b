package io.hindcast.engine.fold;

import java.util.List;

/// A language folds are written in. Found by [java.util.ServiceLoader]; stateless.
public interface FoldLanguage {
    /// `rules`, `javascript`.
    String id();

    /// Whether a file of this name is written in it.
    boolean understands(String fileName);

    /// Compiles a text. Never throws on bad text: it is answered with diagnostics.
    Compiled compile(String fileName, String text);

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
