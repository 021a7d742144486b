package io.hindcast.bench.run;

import io.hindcast.bench.data.Reading;
import io.hindcast.connector.Connector;
import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.h2.H2Connector;
import io.hindcast.connector.postgresql.PostgresConnector;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Opens a store in a process of its own, with a limit to its heap: headers into the index, and the bodies of a far store
/// into the copy.
final class Alone {
    private Alone() {}

    /// @param arguments location and user
    public static void main(String[] arguments) throws IOException {
        var location = new Location(arguments[0]);
        Connector connector = arguments[0].startsWith("jdbc:postgresql:") ? new PostgresConnector() : new H2Connector();
        try (var source =
                connector.open(new OpenRequest(location, Map.of("user", arguments[1]), Optional::empty))) {
            System.out.println(source.isFar() ? Reading.copied(source) : Reading.index(source).size());
        }
    }

    /// Whether so much heap is enough to open a store with so many events.
    static boolean opens(String location, String user, int mebibytes, long events)
            throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + mebibytes + "m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Alone.class.getName(),
                        location,
                        user)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 && said.strip().equals(Long.toString(events));
    }
}
