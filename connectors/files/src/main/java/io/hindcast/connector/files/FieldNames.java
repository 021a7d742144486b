package io.hindcast.connector.files;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// How a mapping file names fields, as the mapping of a table names columns: `{Konto}`, `{subject} or {source}` where the
/// first that holds something wins, `-` for none. A single name may stand without its braces.
final class FieldNames {
    private static final String NONE = "-";
    private static final Pattern BRACED = Pattern.compile("\\{(.+)}", Pattern.DOTALL);
    private static final Pattern OR = Pattern.compile("(?<=})\\s+or\\s+(?=\\{)");

    private FieldNames() {}

    /// The names; nothing if the text is not of this form.
    static Optional<List<String>> read(String text) {
        if (text.equals(NONE)) {
            return Optional.of(List.of());
        }
        if (!text.startsWith("{")) {
            return Optional.of(List.of(text));
        }
        String[] pieces = OR.split(text);
        boolean well = Arrays.stream(pieces).allMatch(piece -> BRACED.matcher(piece).matches());
        return well
                ? Optional.of(Arrays.stream(pieces).map(piece -> piece.substring(1, piece.length() - 1)).toList())
                : Optional.empty();
    }

    static String written(List<String> names) {
        return names.isEmpty() ? NONE : names.stream().map(name -> "{" + name + "}").collect(Collectors.joining(" or "));
    }
}
