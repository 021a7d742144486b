package io.hindcast.bench.run;

import io.hindcast.bench.measure.Contest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// A program of the machine that reads a store, its output thrown away. Absent where it is not installed.
final class Tool {
    private Tool() {}

    static Optional<Contest.Work> of(List<String> command) {
        return isThere(command.getFirst()) ? Optional.of(() -> run(command)) : Optional.empty();
    }

    private static boolean isThere(String program) {
        try {
            return run(List.of(program, "--version")) == 0;
        } catch (IOException | InterruptedException _) {
            return false;
        }
    }

    private static long run(List<String> command) throws IOException, InterruptedException {
        int exit = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException(command.getFirst() + " ended with " + exit);
        }
        return exit;
    }
}
