package io.hindcast.connector.tck.postgresql;

import io.hindcast.connector.tck.server.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Runs the server's programs as a user they accept: PostgreSQL refuses to run as root.
final class Processes {
    /// The user `nobody` of every Linux.
    static final int UNPRIVILEGED = 65534;

    private Processes() {}

    /// The command as it has to be run by this user.
    static List<String> unprivileged(boolean root, List<String> command) {
        if (!root) {
            return command;
        }
        var dropped = new ArrayList<>(
                List.of("setpriv", "--reuid=" + UNPRIVILEGED, "--regid=" + UNPRIVILEGED, "--clear-groups", "--"));
        dropped.addAll(command);
        return dropped;
    }

    /// Runs a program to its end.
    ///
    /// @throws IllegalStateException with the program's own words when it fails
    static void run(List<String> command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (ServerProcess.exitOf("PostgreSQL", process) != 0) {
                throw new IllegalStateException("PostgreSQL for tests: " + command.getFirst() + " failed: " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "PostgreSQL for tests needs the program " + command.getFirst() + ": " + e.getMessage(), e);
        }
    }
}
