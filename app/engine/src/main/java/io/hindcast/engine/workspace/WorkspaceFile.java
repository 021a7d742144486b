package io.hindcast.engine.workspace;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.ConnectorException.Kind;
import io.hindcast.connector.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// A small text that names several stores: `bank = ledger.mv.db`, one to a line, `bank.fold = rules.yaml` and other
/// settings of a store behind its alias. Lines that begin with `#` are comments. Paths are meant from the file's folder.
public record WorkspaceFile(List<Entry> entries) {
    /// How such a file's name ends.
    public static final String ENDING = ".hindcast";

    private static final String FOLD = "fold";
    private static final String PASSWORD = "password-env";

    public WorkspaceFile {
        entries = List.copyOf(entries);
    }

    /// One store.
    ///
    /// @param settings for its connector
    /// @param fold a fold file
    /// @param passwordVariable the environment variable that holds the password
    public record Entry(
            String alias,
            Location location,
            Map<String, String> settings,
            Optional<Path> fold,
            Optional<String> passwordVariable) {
        public Entry {
            settings = Map.copyOf(settings);
        }
    }

    public static boolean isOne(Location location) {
        return location.path()
                .filter(path -> path.toString().toLowerCase(Locale.ROOT).endsWith(ENDING))
                .isPresent();
    }

    /// @throws ConnectorException of kind NOT_FOUND, or of kind SETTINGS with the line that is wrong
    public static WorkspaceFile read(Path file) {
        try {
            return parse(
                    Files.readAllLines(file),
                    Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file lies in a folder"));
        } catch (IOException _) {
            throw new ConnectorException(Kind.NOT_FOUND, "The workspace file " + file + " cannot be read.");
        }
    }

    static WorkspaceFile parse(List<String> lines, Path folder) {
        var locations = new LinkedHashMap<String, String>();
        var settings = new LinkedHashMap<String, Map<String, String>>();
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                take(line, number, locations, settings);
            }
        }
        if (locations.size() < 2) {
            throw new ConnectorException(
                    Kind.SETTINGS, "A workspace names at least two stores, one to a line: bank = ledger.mv.db.");
        }
        var entries = new ArrayList<Entry>();
        locations.forEach((alias, location) ->
                entries.add(entry(alias, location, settings.getOrDefault(alias, Map.of()), folder)));
        return new WorkspaceFile(entries);
    }

    private static void take(
            String line, int number, Map<String, String> locations, Map<String, Map<String, String>> settings) {
        String[] parts = line.split("=", 2);
        String key = parts[0].strip();
        String value = parts.length == 2 ? parts[1].strip() : "";
        if (value.isEmpty()) {
            throw wrong(number, "is not of the form alias = store");
        }
        String[] names = key.split("\\.", 2);
        if (!Alias.fits(names[0])) {
            throw wrong(number, "begins with no alias: small letters, digits and dashes, at most 31");
        }
        if (names.length == 1) {
            if (locations.put(key, value) != null) {
                throw wrong(number, "names \"" + key + "\" a second time");
            }
        } else if (!locations.containsKey(names[0])) {
            throw wrong(number, "sets something of \"" + names[0] + "\" before that store is named");
        } else if (names[1].equals("password")) {
            throw wrong(number, "holds a password, which belongs into no file; name an environment variable with "
                    + names[0] + "." + PASSWORD);
        } else {
            settings.computeIfAbsent(names[0], _ -> new LinkedHashMap<>()).put(names[1], value);
        }
    }

    private static Entry entry(String alias, String location, Map<String, String> given, Path folder) {
        var settings = new LinkedHashMap<>(given);
        Optional<Path> fold = Optional.ofNullable(settings.remove(FOLD)).map(folder::resolve);
        Optional<String> password = Optional.ofNullable(settings.remove(PASSWORD));
        settings.computeIfPresent("mapping", (_, file) -> folder.resolve(file).toString());
        var typed = new Location(location);
        String resolved = typed.path().map(path -> folder.resolve(path).toString()).orElse(location);
        return new Entry(alias, new Location(resolved), settings, fold, password);
    }

    private static ConnectorException wrong(int line, String what) {
        return new ConnectorException(Kind.SETTINGS, "Line %d of the workspace file %s.".formatted(line, what));
    }
}
