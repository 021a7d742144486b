package io.hindcast.engine.session;

import io.hindcast.engine.workspace.WorkspaceFile;
import io.hindcast.engine.workspace.WorkspaceFile.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Objects;
import java.util.Optional;

/// Writes workspace files so that they say all there is to say: a mapping that the person keeps for one of the stores is
/// written beside the workspace and named in it, so that it opens the same for others.
public final class WorkspaceWriter {
    private final StoreOpener opener;

    public WorkspaceWriter(StoreOpener opener) {
        this.opener = opener;
    }

    /// Writes the file in one step, over one that is there. Mappings never go over a file that says something else.
    ///
    /// @return what was written, the mappings named
    /// @throws IOException when it cannot be written; what was there before is still there then
    public WorkspaceFile write(Path file, WorkspaceFile workspace) throws IOException {
        Path whole = file.toAbsolutePath();
        Path folder = Objects.requireNonNull(whole.getParent(), "a file lies in a folder");
        var entries = new ArrayList<Entry>();
        for (Entry entry : workspace.entries()) {
            entries.add(withMapping(entry, whole));
        }
        var written = new WorkspaceFile(entries);
        Path fresh = Files.createTempFile(folder, "workspace", ".part");
        try {
            Files.writeString(fresh, written.text(folder));
            Files.move(fresh, whole, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
        return written;
    }

    private Entry withMapping(Entry entry, Path file) throws IOException {
        Optional<String> kept = entry.settings().containsKey(CatalogueOpener.MAPPING)
                ? Optional.empty()
                : opener.savedMapping(entry.location());
        if (kept.isEmpty()) {
            return entry;
        }
        String name = String.valueOf(file.getFileName()).replaceAll("\\" + WorkspaceFile.ENDING + "$", "");
        Path mapping = written(file.resolveSibling(name + "." + entry.alias()), kept.get());
        var settings = new HashMap<>(entry.settings());
        settings.put(CatalogueOpener.MAPPING, mapping.toString());
        return new Entry(
                entry.alias(), entry.remarks(), entry.location(), settings, entry.fold(), entry.passwordVariable());
    }

    private static Path written(Path begin, String text) throws IOException {
        Path mapping = begin.resolveSibling(begin.getFileName() + ".layout");
        for (int number = 2; Files.exists(mapping); number++) {
            if (Files.readString(mapping).equals(text)) {
                return mapping;
            }
            mapping = begin.resolveSibling(begin.getFileName() + "-" + number + ".layout");
        }
        return Files.writeString(mapping, text);
    }
}
