package io.hindcast.bench.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A way to start the program as a process: by the launcher of an image, or by plain `java` on its jars.
///
/// @param command what comes before the options
/// @param options switches before those of a run
/// @param home the folder of the image
/// @param caches where the start-up caches are unpacked
record StartedProgram(List<String> command, List<String> options, Path home, Path caches) {
    private static final long UNPACKING_SECONDS = 60;
    private static final long LOOK_EVERY_MILLIS = 50;

    /// Makes an image of the program folder.
    static StartedProgram image(Path root, Path program, Path scratch) throws IOException, InterruptedException {
        Path home = scratch.resolve("image");
        said(
                Map.of(),
                List.of(
                        java(),
                        root.resolve("packaging/src/build/Image.java").toString(),
                        program.toString(),
                        home.toString()));
        return new StartedProgram(
                List.of(home.resolve("bin/hindcast").toString()), List.of(), home, scratch.resolve("caches"));
    }

    /// The same jars, as anybody would start them.
    StartedProgram byPlainJava() {
        return new StartedProgram(
                List.of(java()),
                List.of(
                        "--module-path",
                        home.resolve("lib/javafx").toString(),
                        "--add-modules",
                        "javafx.controls",
                        "--add-exports=javafx.base/com.sun.javafx.event=ALL-UNNAMED",
                        "--enable-native-access=javafx.graphics,ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dhindcast.plugins=" + home.resolve("plugins"),
                        "-cp",
                        home.resolve("lib") + "/*",
                        "io.hindcast.Main"),
                home,
                caches);
    }

    /// Starts the command line and the window once, and waits until their caches are there.
    void unpackCaches() throws IOException, InterruptedException {
        said("", List.of("--version"));
        said("", List.of("open", "--headless", "--snapshot", caches.resolveSibling("first.png").toString()));
        Path unpacked = caches.resolve("hindcast").resolve(Files.readString(home.resolve("lib/caches")));
        long until = System.nanoTime() + UNPACKING_SECONDS * 1_000_000_000L;
        while (!Files.exists(unpacked.resolve("cli.aot")) || !Files.exists(unpacked.resolve("window.aot"))) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("the start-up caches were not unpacked");
            }
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
    }

    long bytes() throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        }
    }

    /// What a run says from its start to its end.
    ///
    /// @param switches of Java, apart by spaces
    String said(String switches, List<String> arguments) throws IOException, InterruptedException {
        var all = new ArrayList<>(command);
        if (!options.isEmpty()) {
            Stream.of(switches.split(" ")).filter(one -> !one.isEmpty()).forEach(all::add);
        }
        all.addAll(options);
        all.addAll(arguments);
        return said(Map.of("HINDCAST_OPTS", switches, "XDG_CACHE_HOME", caches.toString()), all);
    }

    private static String said(Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("exit code " + process.exitValue() + ": " + text);
        }
        return text;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
