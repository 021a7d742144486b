package io.hindcast.connector.tck.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/// A running server with a port of its own on the loopback interface and a data folder of its own. Both are gone when it is
/// closed, and also when this process dies in whatever way. Safe for many threads.
public final class ServerProcess implements AutoCloseable {
    private static final int ATTEMPTS = 5;

    /// Runs the server until its own standard input ends.
    private static final String LIFELINE =
            """
            data=$1; signal=$2; shift; shift
            "$@" 2>&1 & server=$!
            exec >/dev/null 2>&1
            read -r gone
            kill -$signal $server; wait $server
            rm -rf "$data"
            """;

    private final String name;
    private final Process lifeline;
    private final int port;

    private ServerProcess(String name, Process lifeline, int port) {
        this.name = name;
        this.lifeline = lifeline;
        this.port = port;
    }

    /// How a server is started and stopped.
    ///
    /// @param name for messages
    /// @param ready what it says when it takes connections
    /// @param signal that ends it at once: `QUIT`, `KILL`
    /// @param data its data folder, deleted in the end
    /// @param command the program and its arguments for a port
    public record Launch(String name, String ready, String signal, Path data, IntFunction<List<String>> command) {}

    /// Starts the server, and waits until it takes connections.
    ///
    /// @throws IllegalStateException with what the server said when it does not start
    public static ServerProcess start(Launch launch) throws IOException {
        String said = "";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = freePort();
            var command = new ArrayList<>(
                    List.of("sh", "-c", LIFELINE, "sh", launch.data().toString(), launch.signal()));
            command.addAll(launch.command().apply(port));
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var output = process.inputReader(StandardCharsets.UTF_8);
            var heard = listenUntil(launch.ready(), output);
            if (heard.ready()) {
                Thread.ofPlatform().daemon().name(launch.name() + " output").start(() -> drain(output));
                return new ServerProcess(launch.name(), process, port);
            }
            said = heard.lines();
            process.destroy();
        }
        throw new IllegalStateException(launch.name() + " for tests did not start: " + said);
    }

    public int port() {
        return port;
    }

    /// Stops the server at once and deletes its data. Closing twice is allowed.
    @Override
    public void close() {
        try {
            lifeline.getOutputStream().close();
        } catch (IOException _) {
            lifeline.destroy();
        }
        exitOf(name, lifeline);
    }

    private record Heard(boolean ready, String lines) {}

    private static Heard listenUntil(String ready, BufferedReader output) throws IOException {
        var lines = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            lines.append(line).append('\n');
            if (line.contains(ready)) {
                return new Heard(true, lines.toString());
            }
        }
        return new Heard(false, lines.toString());
    }

    /// A server whose output nobody reads stands still as soon as the pipe is full.
    private static void drain(BufferedReader output) {
        try (output) {
            while (output.readLine() != null) {
                // every line is thrown away
            }
        } catch (IOException _) {
            return;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// Waits for a program's end.
    ///
    /// @param server whose program it is, for messages
    public static int exitOf(String server, Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + server + " for tests was working", e);
        }
    }

    /// Whether the programs of the known servers run here: all of them are built for Linux on x86-64.
    public static boolean isPlatform() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux")
                && System.getProperty("os.arch", "").equals("amd64");
    }
}
