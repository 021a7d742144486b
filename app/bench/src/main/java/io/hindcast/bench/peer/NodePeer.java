package io.hindcast.bench.peer;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// A library for node in a process that stays up, so that its compiler is as warm as ours: a line with the name of a
/// stream goes in, a line with its state comes out.
final class NodePeer implements Peer {
    private static final String HEAP = "--max-old-space-size=12000";

    private final Process process;
    private final BufferedWriter questions;
    private final BufferedReader answers;

    private NodePeer(Process process) {
        this.process = process;
        this.questions = process.outputWriter(StandardCharsets.UTF_8);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /// Whether node and its package manager are on this machine.
    static boolean isPossible() {
        try {
            return new ProcessBuilder("npm", "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .onExit()
                            .join()
                            .exitValue()
                    == 0;
        } catch (IOException _) {
            return false;
        }
    }

    /// Fetches the libraries, in the versions that `package.json` pins.
    static Path install(Path folder) throws IOException {
        for (String file : List.of("package.json", "account.mjs", "emmett.mjs", "message-db.mjs")) {
            try (InputStream in = Objects.requireNonNull(NodePeer.class.getResourceAsStream(file), file)) {
                Files.copy(in, folder.resolve(file));
            }
        }
        fetch(folder);
        return folder;
    }

    /// Fetches what the `package.json` of a folder names.
    static void fetch(Path folder) throws IOException {
        var npm = new ProcessBuilder("npm", "install", "--no-audit", "--no-fund", "--loglevel=error")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(npm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (npm.onExit().join().exitValue() != 0) {
            throw new IOException("npm install failed: " + said);
        }
    }

    /// @param script `emmett.mjs`; gets the address of the database
    static NodePeer start(Path folder, String script, String database) throws IOException {
        return new NodePeer(new ProcessBuilder("node", HEAP, script, database)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    @Override
    public String load(String stream) throws IOException {
        questions.write(stream + "\n");
        questions.flush();
        String answer = answers.readLine();
        if (answer == null) {
            throw new IOException("the process of the peer ended");
        }
        return answer;
    }

    @Override
    public void close() throws IOException {
        questions.close();
        process.destroy();
    }
}
