package io.hindcast.cli;

import io.hindcast.engine.fold.Spelling;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// What was wrong with the words of a command line, and what to do.
final class Misunderstanding {
    private Misunderstanding() {}

    static String sentences(ParameterException failure) {
        CommandLine command = failure.getCommandLine();
        return first(failure, command) + System.lineSeparator() + "Try: " + command.getCommandSpec().qualifiedName() + " --help";
    }

    private static String first(ParameterException failure, CommandLine command) {
        if (failure instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
            return surplus(unmatched.getUnmatched(), command);
        }
        return String.valueOf(failure.getMessage())
                .replace("option option ", "option ")
                .replaceAll("is not an? (int|long)$", "is no whole number, or too large a one");
    }

    /// Without a verb before it, a word that nobody knows was meant as one.
    private static String surplus(List<String> words, CommandLine command) {
        String word = words.getFirst();
        if (command.getParent() == null) {
            return "There is no verb %s%s".formatted(word, Spelling.nearest(word, command.getSubcommands().keySet())
                    .map("; did you mean hindcast %s?"::formatted)
                    .orElse("."));
        }
        return "%s is one word too many; a name with spaces needs quotes.".formatted(word);
    }
}
