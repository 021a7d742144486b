package io.hindcast.desktop.report;

import io.hindcast.audit.report.Cover;
import io.hindcast.audit.report.Cover.Status;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/// What was written on the last cover, and where the last report went, in a small file of the person's own. The language is
/// that of the window whenever it opens, and another only as long as it is. A file that
/// cannot be read or written is as good as none.
public final class RememberedCover {
    private final Optional<Path> file;
    private Kept kept;

    /// @param formats ids, with commas
    public record Kept(Cover cover, String folder, String formats) {
        /// What stands there before anything was written: an empty cover in the language of the window.
        public static Kept first() {
            return new Kept(
                    Cover.in(Locale.getDefault()),
                    Path.of(System.getProperty("user.home", ""), "hindcast-reports").toString(),
                    "pdf,xlsx");
        }
    }

    /// @param first what counts while nothing was kept
    public RememberedCover(Optional<Path> file, Kept first) {
        this.file = file;
        this.kept = file.filter(Files::isReadable).map(path -> load(path, first)).orElse(first);
    }

    /// In a folder of the person's own, which need not exist.
    public static RememberedCover in(Path folder) {
        return new RememberedCover(Optional.of(folder.resolve("report.properties")), Kept.first());
    }

    public Kept kept() {
        return kept;
    }

    public void remember(Kept now) {
        kept = now;
        file.ifPresent(path -> save(path, now));
    }

    private static Kept load(Path from, Kept first) {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(from)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException _) {
            return first;
        }
        var cover = new Cover(
                properties.getProperty("entity", ""),
                properties.getProperty("engagement", ""),
                properties.getProperty("period", ""),
                properties.getProperty("preparer", ""),
                properties.getProperty("reviewer", ""),
                "",
                Status.DRAFT,
                "",
                first.cover().language());
        return new Kept(
                cover,
                properties.getProperty("folder", first.folder()),
                properties.getProperty("formats", first.formats()));
    }

    private static void save(Path to, Kept kept) {
        var properties = new Properties();
        properties.setProperty("entity", kept.cover().entity());
        properties.setProperty("engagement", kept.cover().engagement());
        properties.setProperty("period", kept.cover().period());
        properties.setProperty("preparer", kept.cover().preparer());
        properties.setProperty("reviewer", kept.cover().reviewer());
        properties.setProperty("folder", kept.folder());
        properties.setProperty("formats", kept.formats());
        try {
            Files.createDirectories(to.toAbsolutePath().getParent());
            try (Writer writer = Files.newBufferedWriter(to)) {
                properties.store(writer, null);
            }
        } catch (IOException _) {
            // a convenience: without it the fields begin empty
        }
    }
}
