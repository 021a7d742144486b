package io.hindcast.connector.jdbc;

import io.hindcast.connector.jdbc.layout.Recognition;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A table name of a layout, with `*` for any text and `#` for a whole number.
final class NamePattern {
    private final Pattern pattern;
    private final UnaryOperator<String> normal;

    private NamePattern(Pattern pattern, UnaryOperator<String> normal) {
        this.pattern = pattern;
        this.normal = normal;
    }

    /// @param spelled whether underscores count; case never does
    static NamePattern of(String name, boolean spelled) {
        UnaryOperator<String> normal = spelled ? text -> text.toLowerCase(Locale.ROOT) : Recognition::normal;
        var regex = new StringBuilder();
        for (String part : normal.apply(name).split("(?<=[*#])|(?=[*#])")) {
            regex.append(
                    switch (part) {
                        case "*" -> "(.*)";
                        case "#" -> "[0-9]+";
                        default -> Pattern.quote(part);
                    });
        }
        return new NamePattern(Pattern.compile(regex.toString(), Pattern.DOTALL), normal);
    }

    boolean fits(String name) {
        return matcher(name).matches();
    }

    /// What the star stands for in a name that fits.
    Optional<String> star(String name) {
        var matcher = matcher(name);
        return matcher.matches() && matcher.groupCount() > 0 ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private Matcher matcher(String name) {
        return pattern.matcher(normal.apply(name));
    }
}
