package io.hindcast.cli;

import io.hindcast.audit.publish.FoldUsed;
import io.hindcast.audit.publish.Manifest;
import io.hindcast.audit.publish.PublishFailure;
import io.hindcast.audit.publish.Reperformance;
import io.hindcast.audit.publish.Reperformance.Outcome;
import io.hindcast.connector.Location;
import io.hindcast.engine.mask.Masking;
import io.hindcast.engine.payload.StandardPayloads;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Text;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Repeats the run of a manifest.
final class Reperforming {
    private final House house;
    private final ConnectionOptions connection;
    private final @Nullable Path foldFile;

    Reperforming(House house, ConnectionOptions connection, @Nullable Path foldFile) {
        this.house = house;
        this.connection = connection;
        this.foldFile = foldFile;
    }

    /// @param store where the store lies now, if elsewhere than the manifest says
    int of(Path file, @Nullable String store) {
        Terminal terminal = house.terminal();
        Manifest manifest = read(file);
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of("."));
        String location = store == null ? location(manifest, folder) : store;
        if (store == null) {
            settings(manifest.settings()).forEach(connection.settings::putIfAbsent);
        }
        try (var open = house.opener().get().open(connection.request(location, terminal));
                var interruption = new Interruption(terminal)) {
            if (manifest.masks().isEmpty()) {
                terminal.curtain().mustBeOpen("the report was made without any");
            }
            Masking masking = terminal.curtain().masking(manifest.masks(), Optional.ofNullable(connection.masks.keyVariable), open.source());
            terminal.curtain().mustNotBeMoreThan(masking, "the report was made without");
            FoldUsed fold = ReportFold.repeated(house, open, foldFile, manifest);
            Outcome outcome = new Reperformance(
                            manifest, folder, house.reports().formats().evidence())
                    .run(open, fold, masking, Indexing.progress(terminal), interruption.cancellation());
            Indexing.clear(terminal);
            return tell(outcome);
        } catch (IllegalArgumentException misunderstood) {
            throw new UsageException("The manifest cannot be understood: " + misunderstood.getMessage());
        }
    }

    private static Manifest read(Path file) {
        try {
            return Manifest.read(file, new StandardPayloads());
        } catch (PublishFailure unreadable) {
            throw new UsageException(String.valueOf(unreadable.getMessage()));
        }
    }

    /// A relative path is looked for from here, then from the manifest.
    private static String location(Manifest manifest, Path folder) {
        String location = manifest.location();
        if (location.isBlank()) {
            throw new UsageException("The manifest names no store; name it: hindcast report --reperform MANIFEST STORE.");
        }
        return new Location(location)
                .path()
                .filter(path -> !path.isAbsolute() && !Files.exists(path))
                .map(folder::resolve)
                .filter(Files::exists)
                .map(Path::toString)
                .orElse(location);
    }

    private static Map<String, String> settings(Fields kept) {
        var settings = new TreeMap<String, String>();
        kept.entries().forEach(entry -> {
            if (entry.getValue() instanceof Text(String value)) {
                settings.put(entry.getKey(), value);
            }
        });
        return settings;
    }

    private int tell(Outcome outcome) {
        Terminal terminal = house.terminal();
        return switch (outcome) {
            case Outcome.Identical(int files) -> {
                terminal.out().println("identical");
                terminal.say("%,d files of evidence have the same bytes.".formatted(files));
                yield ExitCode.DONE;
            }
            case Outcome.Differs(String first) -> {
                terminal.out().println(first);
                yield ExitCode.FOUND;
            }
            case Outcome.Partial() -> {
                terminal.say("The second run was stopped: nothing can be said.");
                yield ExitCode.PARTIAL;
            }
        };
    }
}
