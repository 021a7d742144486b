package io.hindcast.desktop.workspace;

import io.hindcast.engine.workspace.WorkspaceFile.Entry;
import java.nio.file.Path;

/// What is said of a store beside its name and place; "" for nothing.
///
/// @param passwordVariable the environment variable that holds the password
/// @param fold a file of fold rules
/// @param mapping a mapping file
record Details(String user, String passwordVariable, String fold, String mapping) {
    static Details of(Entry entry) {
        return new Details(
                entry.settings().getOrDefault("user", ""),
                entry.passwordVariable().orElse(""),
                entry.fold().map(Path::toString).orElse(""),
                entry.settings().getOrDefault("mapping", ""));
    }
}
