package io.hindcast.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.Function;

/// The program's surroundings: where results and messages go, and where secrets come from.
///
/// @param out results only
/// @param err progress and messages
/// @param isInteractive whether a person looks at `out`
/// @param environment reads an environment variable
/// @param prompt asks for a secret without showing it; nothing when nobody can be asked
public record Terminal(
        PrintWriter out,
        PrintWriter err,
        boolean isInteractive,
        Function<String, Optional<String>> environment,
        Function<String, Optional<char[]>> prompt) {

    /// Says something to the person, after what was printed before.
    void say(String sentence) {
        out.flush();
        err.println(sentence);
        err.flush();
    }
}
