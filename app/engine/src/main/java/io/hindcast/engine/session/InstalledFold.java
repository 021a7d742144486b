package io.hindcast.engine.session;

import io.hindcast.engine.fold.Fold;
import java.nio.file.Path;

/// A fold that lies in a folder for folds.
public sealed interface InstalledFold {
    /// The id of the language.
    String language();

    /// What can be named with `--fold`: the file, and behind a `#` which of its folds.
    Path reference();

    /// @param isCode whether it runs with all rights of the program
    record Working(String language, Path reference, Fold fold, boolean isCode) implements InstalledFold {}

    /// @param reason why it cannot be used, as a sentence
    record Broken(String language, Path reference, String reason) implements InstalledFold {}
}
