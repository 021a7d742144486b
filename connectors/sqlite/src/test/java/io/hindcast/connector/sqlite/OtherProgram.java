package io.hindcast.connector.sqlite;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// A program that writes to a file while others read it. Within one process SQLite would share what is said here to be
/// another's, so that this is a process of its own: it takes a line, does it, and answers with a line.
final class OtherProgram implements AutoCloseable {
    private static final String ADD = "add ";

    private final Process process;
    private final BufferedReader answers;
    private final PrintWriter commands;

    private OtherProgram(Process process) {
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.commands = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    }

    /// Makes the file where it is not there, in write-ahead mode.
    static OtherProgram writingAhead(Path file) throws IOException {
        var started = new OtherProgram(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx64m",
                        OtherProgram.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
        started.answered();
        return started;
    }

    /// An event of stream a-1.
    void add(int version) throws IOException {
        run(ADD + version);
    }

    void run(String statement) throws IOException {
        commands.println(statement);
        answered();
    }

    private void answered() throws IOException {
        String answer = answers.readLine();
        if (!"done".equals(answer)) {
            throw new IOException("the other program says: " + answer);
        }
    }

    /// Without closing the file.
    void dies() {
        process.destroyForcibly();
    }

    /// It closes the file and ends.
    @Override
    public void close() throws IOException {
        commands.close();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    public static void main(String[] arguments) throws IOException, SQLException {
        var file = Path.of(arguments[0]);
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (Connection connection = file.toFile().exists()
                ? DriverManager.getConnection("jdbc:sqlite:" + file)
                : EmmettFile.create(file, "NOT NULL")) {
            execute(connection, "PRAGMA journal_mode = WAL");
            System.out.println("done");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                execute(connection, line);
                System.out.println("done");
            }
        }
    }

    private static void execute(Connection connection, String line) throws SQLException {
        if (line.startsWith(ADD)) {
            String version = line.substring(ADD.length());
            EmmettFile.add(
                    connection, "a-1", Long.parseLong(version), "T", "{}", "{}", version, "2026-01-01 00:00:00");
            return;
        }
        try (var statement = connection.createStatement()) {
            statement.execute(line);
        }
    }
}
