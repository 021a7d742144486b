import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Last step of the packaging: remembers which Java built the program, makes the launcher executable and trains the
/// start-up cache. Run by the build as a single source file: `java Finish.java FOLDER`.
final class Finish {
    private Finish() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path home = Path.of(arguments[0]);
        Files.writeString(home.resolve("lib/java-home"), System.getProperty("java.home"));
        home.resolve("bin/hindcast").toFile().setExecutable(true);
        train(home, "cli", List.of("verify", "sample:ledger?events=2000", "--output", "json"));
    }

    /// Lets the program run once and keeps what it loaded. A failed training costs start-up time, nothing else.
    private static void train(Path home, String kind, List<String> verb) throws IOException, InterruptedException {
        Path cache = home.resolve("lib/" + kind + ".aot");
        Files.deleteIfExists(cache);
        var command = new ArrayList<>(List.of(home.resolve("bin/hindcast").toString()));
        command.addAll(verb);
        var process = new ProcessBuilder(command);
        process.environment()
                .put("HINDCAST_OPTS", "-XX:AOTCacheOutput=" + cache + " -Dhindcast.cache=" + home.resolve("../training"));
        process.redirectErrorStream(true).redirectOutput(home.resolve("../training-" + kind + ".log").toFile());
        if (!process.start().waitFor(2, TimeUnit.MINUTES) || !Files.exists(cache)) {
            System.err.println("The start-up cache was not made; the program starts without it.");
        }
    }
}
