package io.hindcast.fold.javascript;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Words in which a script's failure may be told: those of its own source, and those of the engine and of ours. What else
/// stands in a complaint, `Cannot find function trimm in object Ann Berger`, is a value of the store.
record SourceWords(Set<String> written) {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_$]+");

    private static final Set<String> COMPLAINTS = words(
            """
            Cannot Can't find function in object Object read set property from to of is not a an it the undefined null string number
            boolean call method defined constructor has no default value convert only getter and cannot be iterable assignment const
            modify add delete sealed Invalid invalid array Array length redeclaration properties type
            Error TypeError RangeError SyntaxError ReferenceError EvalError URIError InternalError
            fromStreamsMatching is not known; name categories or streams; when needs an object of functions; $init, Type, state, event
            $initShared keeps a state over many streams; here each stream has a state of its own
            a fold gives the same answer each time: there is no clock, no Date.now; use a time of the event
            what was there before the event cannot be changed, but for the state; a fold cannot make code out of text
            a text of more than 4,000,000 characters; a list of more than 1,000,000 items; a number of more than 2000 digits
            is no method of a number; a division by zero; this division does not come to an end; say how to round it
            .div(number, places, "HALF_EVEN"); a number was expected, nothing is there; this is no number; decimal places are 0 to 1000
            """);

    private static Set<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).collect(Collectors.toUnmodifiableSet());
    }

    static SourceWords of(String source) {
        return new SourceWords(words(source));
    }

    /// The complaint with `…` for each run of words that are neither the script's nor the engine's.
    String only(String complaint) {
        return WORD.matcher(complaint)
                .replaceAll(found -> isKnown(found.group()) ? found.group().replace("$", "\\$") : "…")
                .replaceAll("…(?:[^\\p{L}\\p{N}_$.()\\[\\]\"']*…)+", "…");
    }

    private boolean isKnown(String word) {
        return COMPLAINTS.contains(word) || written.contains(word);
    }
}
