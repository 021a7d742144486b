import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Last step of the packaging: remembers which Java built the program, makes the launcher executable, and
/// trains the start-up caches, which is also the first time that the packaged program has to work. Run by the build as
/// a single source file: `java Finish.java FOLDER`.
final class Finish {
    private Finish() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path home = Path.of(arguments[0]);
        Files.writeString(home.resolve("lib/java-home"), System.getProperty("java.home"));
        home.resolve("bin/hindcast").toFile().setExecutable(true);
        train(home, "cli", List.of("verify", "sample:ledger?events=2000", "--output", "json"));
        Path picture = home.resolve("../training-window.png");
        Files.deleteIfExists(picture);
        train(
                home,
                "window",
                List.of("open", "sample:ledger?events=2000", "--headless", "--snapshot", picture.toString()));
        if (!Files.exists(picture)) {
            System.err.println(Files.readString(home.resolve("../training-window.log")));
            System.err.println("The packaged window could not be painted; what it said is above.");
            System.exit(1);
        }
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
