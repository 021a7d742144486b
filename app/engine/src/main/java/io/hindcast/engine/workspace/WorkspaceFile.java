package io.hindcast.engine.workspace;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.ConnectorException.Kind;
import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
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
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/// A small text that names several stores: `bank = ledger.mv.db`, one to a line, `bank.fold = rules.yaml` and other
/// settings of a store behind its alias. Lines that begin with `#` are comments. Paths are meant from the file's folder.
public record WorkspaceFile(List<Entry> entries) {
    /// How such a file's name ends.
    public static final String ENDING = ".hindcast";

    private static final String FOLD = "fold";
    private static final String MAPPING = "mapping";
    private static final String PASSWORD = "password-env";

    public WorkspaceFile {
        entries = List.copyOf(entries);
    }

    /// One store.
    ///
    /// @param remarks comment lines that stand above it, `#` included
    /// @param settings for its connector
    /// @param fold a fold file
    /// @param passwordVariable the environment variable that holds the password
    public record Entry(
            String alias,
            List<String> remarks,
            Location location,
            Map<String, String> settings,
            Optional<Path> fold,
            Optional<String> passwordVariable) {
        /// @throws IllegalArgumentException when the alias is none, or a password stands in the location
        public Entry {
            if (!Alias.fits(alias)) {
                throw new IllegalArgumentException("no alias: " + alias);
            }
            if (location.showsPassword()) {
                throw new IllegalArgumentException("a password stands in the location of " + alias);
            }
            remarks = List.copyOf(remarks);
            settings = Map.copyOf(settings);
        }

        /// A store of which nothing but its place is said.
        public Entry(String alias, Location location) {
            this(alias, List.of(), location, Map.of(), Optional.empty(), Optional.empty());
        }

        /// What opens it.
        ///
        /// @param environment the value of an environment variable
        /// @param asked gives the password where the file names no variable
        public OpenRequest request(
                Function<String, Optional<String>> environment, Supplier<Optional<char[]>> asked) {
            return new OpenRequest(location, settings, passwordVariable
                    .<Supplier<Optional<char[]>>>map(name -> () -> Optional.of(secret(name, environment)))
                    .orElse(asked));
        }

        private char[] secret(String variable, Function<String, Optional<String>> environment) {
            return environment
                    .apply(variable)
                    .orElseThrow(() -> new ConnectorException(
                            Kind.SETTINGS, "The environment variable %s is not set.".formatted(variable)))
                    .toCharArray();
        }
    }

    /// Whether a text can stand before the names of a store's streams: small letters, digits and dashes, at most 31.
    public static boolean isAlias(String text) {
        return Alias.fits(text);
    }

    /// An alias made of a store's own name, different from all that are taken.
    public static String aliasFor(Location location, Set<String> taken) {
        String text = location.text().replaceAll("[?#].*", "").replaceAll("[/\\\\]+$", "");
        String last = text.substring(Math.max(text.lastIndexOf('/'), Math.max(text.lastIndexOf('\\'), text.lastIndexOf(':'))) + 1);
        String plain = last.toLowerCase(Locale.ROOT).replaceAll("\\..*", "").replaceAll("[^a-z0-9]+", "-");
        String begun = plain.replaceAll("^[^a-z]+", "");
        String name = begun.isEmpty() ? "store" : begun.substring(0, Math.min(begun.length(), 24));
        String free = name;
        for (int number = 2; taken.contains(free); number++) {
            free = name + "-" + number;
        }
        return free;
    }

    /// The text of the file; [#read(Path)] gives the same entries again. Paths below the folder are written from there.
    ///
    /// @param folder where the file will lie
    public String text(Path folder) {
        var text = new StringBuilder();
        for (Entry entry : entries) {
            entry.remarks().forEach(remark -> text.append(remark).append('\n'));
            line(text, entry.alias(), from(folder, entry.location().path()).orElse(entry.location().text()));
            entry.fold().ifPresent(fold -> line(
                    text, entry.alias() + "." + FOLD, from(folder, entry.fold()).orElse(fold.toString())));
            entry.passwordVariable().ifPresent(name -> line(text, entry.alias() + "." + PASSWORD, name));
            new TreeMap<>(entry.settings()).forEach((name, value) -> line(
                    text,
                    entry.alias() + "." + name,
                    name.equals(MAPPING) ? from(folder, Optional.of(Path.of(value))).orElse(value) : value));
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String key, String value) {
        text.append(key).append(" = ").append(value).append('\n');
    }

    private static Optional<String> from(Path folder, Optional<Path> path) {
        Path whole = folder.toAbsolutePath().normalize();
        return path.map(it -> it.toAbsolutePath().normalize())
                .map(it -> it.startsWith(whole) ? whole.relativize(it) : it)
                .map(Path::toString);
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
        var remarks = new LinkedHashMap<String, List<String>>();
        var pending = new ArrayList<String>();
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1).strip();
            if (line.startsWith("#")) {
                pending.add(line);
            } else if (!line.isEmpty()) {
                take(line, number, locations, settings);
                remarks.computeIfAbsent(locations.lastEntry().getKey(), _ -> new ArrayList<>()).addAll(pending);
                pending.clear();
            }
        }
        if (locations.size() < 2) {
            throw new ConnectorException(
                    Kind.SETTINGS, "A workspace names at least two stores, one to a line: bank = ledger.mv.db.");
        }
        var entries = new ArrayList<Entry>();
        locations.forEach((alias, location) ->
                entries.add(entry(
                        alias,
                        remarks.getOrDefault(alias, List.of()),
                        location,
                        settings.getOrDefault(alias, Map.of()),
                        folder)));
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
            if (new Location(value).showsPassword()) {
                throw wrong(number, "holds a password, which belongs into no file; name an environment variable with "
                        + names[0] + "." + PASSWORD);
            }
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

    private static Entry entry(
            String alias, List<String> remarks, String location, Map<String, String> given, Path folder) {
        var settings = new LinkedHashMap<>(given);
        Optional<Path> fold = Optional.ofNullable(settings.remove(FOLD)).map(folder::resolve);
        Optional<String> password = Optional.ofNullable(settings.remove(PASSWORD));
        settings.computeIfPresent(MAPPING, (_, file) -> folder.resolve(file).toString());
        var typed = new Location(location);
        String resolved = typed.path().map(path -> folder.resolve(path).toString()).orElse(location);
        return new Entry(alias, remarks, new Location(resolved), settings, fold, password);
    }

    private static ConnectorException wrong(int line, String what) {
        return new ConnectorException(Kind.SETTINGS, "Line %d of the workspace file %s.".formatted(line, what));
    }
}
