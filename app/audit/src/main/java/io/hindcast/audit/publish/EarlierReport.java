package io.hindcast.audit.publish;

import io.hindcast.audit.report.ReportFormat;
import io.hindcast.audit.report.ReportTexts;
import io.hindcast.engine.payload.StandardPayloads;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What a report of the same name left in a folder: the files that its manifest names, those that a new one would write
/// over, and what was asked of and answered by a time-stamp authority about it. No other file, however it is called.
///
/// @param files all of them, in order of their names
/// @param ofManifest those that only mean something beside the earlier manifest
/// @param stamp the answer of a time-stamp authority about the earlier manifest
public record EarlierReport(List<Path> files, List<Path> ofManifest, Optional<Path> stamp) {
    private static final String REQUEST = ".tsq";
    private static final String TOKEN = ".tsr";
    private static final String TABLES = "csv";

    public EarlierReport {
        files = List.copyOf(files);
        ofManifest = List.copyOf(ofManifest);
    }

    /// @param edition how the new report is to appear
    public static EarlierReport before(Edition edition) {
        Path folder = edition.folder();
        String manifest = edition.base() + Manifest.ENDING;
        var bound = new TreeSet<String>();
        bound.add(manifest);
        bound.add(manifest + REQUEST);
        bound.add(manifest + TOKEN);
        bound.addAll(named(folder.resolve(manifest), edition.base()));
        var all = new TreeSet<>(bound);
        all.addAll(written(edition));
        return new EarlierReport(
                there(folder, all), there(folder, bound), there(folder, Set.of(manifest + TOKEN)).stream().findFirst());
    }

    /// Why it cannot be replaced, nothing where it can.
    public Optional<String> refusal() {
        return stamp.map(token -> ("%s is a time stamp over the report that is there. A stamped report is not replaced; "
                        + "write under another name or to another folder, or move the stamped one away first.")
                .formatted(token));
    }

    private static List<Path> there(Path folder, Set<String> names) {
        return names.stream().map(folder::resolve).filter(Files::isRegularFile).toList();
    }

    /// What the earlier manifest says was written with it; nothing where there is none, or it cannot be read.
    private static List<String> named(Path manifest, String base) {
        if (!Files.isRegularFile(manifest)) {
            return List.of();
        }
        try {
            return Manifest.read(manifest, new StandardPayloads()).files().stream()
                    .filter(name -> name.startsWith(base) && name.equals(String.valueOf(Path.of(name).getFileName())))
                    .toList();
        } catch (PublishFailure | IllegalArgumentException _) {
            return List.of();
        }
    }

    /// What the new one may write.
    private static List<String> written(Edition edition) {
        return edition.formats().stream()
                .map(ReportFormat::id)
                .flatMap(id -> id.equals(TABLES)
                        ? ReportTexts.tables().stream().map(table -> edition.base() + "-" + table + "." + id)
                        : List.of(edition.base() + "." + id).stream())
                .toList();
    }
}
