package io.hindcast.cli;

import io.hindcast.engine.mask.MaskFinder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/// The program's surroundings: where results and messages go, and where secrets come from.
///
/// @param out results only
/// @param err progress and messages
/// @param isInteractive whether a person looks at `out`
/// @param environment reads an environment variable
/// @param prompt asks for a secret without showing it; nothing when nobody can be asked
/// @param curtain hides what masks cover
public record Terminal(
        PrintWriter out,
        PrintWriter err,
        boolean isInteractive,
        Function<String, Optional<String>> environment,
        Function<String, Optional<char[]>> prompt,
        Curtain curtain) {

    /// Without a folder of the person's, and without a journal.
    public Terminal(
            PrintWriter out,
            PrintWriter err,
            boolean isInteractive,
            Function<String, Optional<String>> environment,
            Function<String, Optional<char[]>> prompt) {
        this(
                out,
                err,
                isInteractive,
                environment,
                prompt,
                new Curtain(new MaskFinder(Path.of("no folder"), environment), Reveals.NOWHERE));
    }

    /// The same for one run of a verb, with a curtain of its own.
    Terminal forRun(String verb) {
        Curtain own = curtain.forRun(verb);
        return new Terminal(new CurtainWriter(out, own), err, isInteractive, environment, prompt, own);
    }

    /// Says something to the person, after what was printed before.
    void say(String sentence) {
        out.flush();
        err.println(curtain.sentence(sentence));
        err.flush();
    }
}
