package io.hindcast.connector;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a person typed to say which store: a path, or a URL. Never holds a password: see [OpenRequest].
public record Location(String text) {
    private static final Pattern PASSWORD =
            Pattern.compile("(?i)(password|passwd|pwd)=|://[^/@]*:[^/@]*@");

    public Location {
        if (text.isBlank()) {
            throw new IllegalArgumentException("no location");
        }
    }

    /// The scheme of a URL in lower case (`jdbc:postgresql`, `kurrentdb`, `sample`), absent for a path.
    /// A single letter before the colon is a Windows drive, not a scheme.
    public Optional<String> scheme() {
        int from = text.regionMatches(true, 0, "jdbc:", 0, 5) ? 5 : 0;
        int colon = text.indexOf(':', from);
        if (colon < from + 2 || text.substring(from, colon).chars().anyMatch(c -> !isSchemeLetter(c))) {
            return Optional.empty();
        }
        return Optional.of(text.substring(0, colon).toLowerCase(Locale.ROOT));
    }

    /// The path, absent when the text is a URL or no path at all.
    public Optional<Path> path() {
        if (scheme().isPresent()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    /// Whether a password stands inside, where it must not: such a location is kept in no file.
    public boolean showsPassword() {
        return PASSWORD.matcher(text).find();
    }

    private static boolean isSchemeLetter(int c) {
        return c < 128 && (Character.isLetterOrDigit(c) || c == '+' || c == '-' || c == '.');
    }
}
