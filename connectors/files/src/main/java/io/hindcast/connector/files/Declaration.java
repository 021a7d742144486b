package io.hindcast.connector.files;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.ConnectorException.Kind;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What a person declared about the files in a mapping file: lines of `key = value` under an optional `[events]`, `#`
/// for remarks. Keys are those of [Role], whose values are [FieldNames], and the ones named below. What is not declared
/// is guessed.
///
/// @param names the fields of each declared role, the first that holds something wins; none where there is none
/// @param columns the columns that make up the body of a CSV record without a body column; all others if empty
/// @param delimiter between cells
/// @param decimal decimal mark, `.` or `,`
/// @param timeFormat pattern of times, as in [DateTimeFormatter]
/// @param zone of times without an offset
/// @param encoding of CSV
record Declaration(
        Map<Role, List<String>> names,
        List<String> columns,
        Optional<Character> delimiter,
        Optional<Character> decimal,
        Optional<DateTimeFormatter> timeFormat,
        Optional<ZoneId> zone,
        Optional<Charset> encoding) {

    /// May stand above the fields, as it does in the mapping of a table.
    static final String SECTION = "[events]";

    private static final long MAX_BYTES = 1 << 16;

    Declaration {
        names = Map.copyOf(names);
        columns = List.copyOf(columns);
    }

    /// Everything is left to be guessed.
    static Declaration none() {
        return of(Optional.empty(), Optional.empty());
    }

    /// @param mapping the mapping file, nothing declared without one
    /// @param zone counts where the file names none
    /// @throws ConnectorException if the file cannot be read or says something unknown
    static Declaration of(Optional<String> mapping, Optional<String> zone) {
        Map<String, String> options = new HashMap<>();
        zone.ifPresent(text -> options.put("zone", text));
        Map<Role, List<String>> names = new HashMap<>();
        mapping.ifPresent(file -> read(file, names, options));
        return new Declaration(
                names,
                split(options.getOrDefault("columns", "")),
                Optional.ofNullable(options.get("delimiter")).map(Declaration::delimiter),
                Optional.ofNullable(options.get("decimal")).map(Declaration::decimalMark),
                Optional.ofNullable(options.get("timeformat")).map(Declaration::timePattern),
                Optional.ofNullable(options.get("zone")).map(Declaration::zoneOf),
                Optional.ofNullable(options.get("encoding")).map(Declaration::charset));
    }

    private static void read(String file, Map<Role, List<String>> names, Map<String, String> options) {
        int number = 0;
        for (String line : linesOf(file)) {
            number++;
            String text = line.strip().replace("\uFEFF", "");
            int equals = text.indexOf('=');
            if (text.isEmpty() || text.startsWith("#") || text.equals(SECTION)) {
                continue;
            }
            String key = equals < 0 ? text : text.substring(0, equals).strip();
            String value = equals < 0 ? "" : text.substring(equals + 1).strip();
            String option = key.toLowerCase(Locale.ROOT);
            if (equals < 0 || value.isEmpty()) {
                throw refused("Line %d of the mapping file is not of the form key = value.".formatted(number));
            }
            Optional<Role> role = Role.ofKey(key);
            if (role.isPresent()) {
                names.put(role.get(), fields(value, number));
            } else if (List.of("columns", "delimiter", "decimal", "timeformat", "zone", "encoding")
                    .contains(option)) {
                options.put(option, value);
            } else {
                throw refused("Line %d of the mapping file has the unknown key \"%s\".".formatted(number, key));
            }
        }
    }

    private static List<String> fields(String value, int line) {
        return FieldNames.read(value)
                .orElseThrow(() -> refused(
                        "Line %d of the mapping file names no field: write one as {name}, several as {name} or {other}, none as -."
                                .formatted(line)));
    }

    private static List<String> linesOf(String file) {
        try {
            var path = Path.of(file);
            if (Files.size(path) > MAX_BYTES) {
                throw refused("The mapping file " + file + " is too long to be one.");
            }
            return Files.readAllLines(path, StandardCharsets.UTF_8);
        } catch (IOException | java.nio.file.InvalidPathException e) {
            throw new ConnectorException(Kind.SETTINGS, "The mapping file " + file + " could not be read.", e);
        }
    }

    private static List<String> split(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static char delimiter(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "tab", "\\t" -> '\t';
            case "comma" -> ',';
            case "semicolon" -> ';';
            case "pipe" -> '|';
            default -> {
                if (text.length() != 1 || text.charAt(0) > 126 || text.charAt(0) == '"') {
                    throw refused("The delimiter must be one character, or \"tab\".");
                }
                yield text.charAt(0);
            }
        };
    }

    private static char decimalMark(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case ".", "point" -> '.';
            case ",", "comma" -> ',';
            default -> throw refused("The decimal mark must be \".\" or \",\".");
        };
    }

    private static DateTimeFormatter timePattern(String text) {
        try {
            return DateTimeFormatter.ofPattern(text.replace("yyyy", "uuuu"), Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);
        } catch (IllegalArgumentException e) {
            throw new ConnectorException(Kind.SETTINGS, "The time format \"" + text + "\" is not a pattern.", e);
        }
    }

    private static ZoneId zoneOf(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new ConnectorException(Kind.SETTINGS, "The zone \"" + text + "\" is unknown.", e);
        }
    }

    private static Charset charset(String text) {
        try {
            return Charset.forName(text);
        } catch (IllegalArgumentException e) {
            throw new ConnectorException(Kind.SETTINGS, "The encoding \"" + text + "\" is unknown.", e);
        }
    }

    private static ConnectorException refused(String sentence) {
        return new ConnectorException(Kind.SETTINGS, sentence);
    }
}
