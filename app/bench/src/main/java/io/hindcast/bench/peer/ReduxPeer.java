package io.hindcast.bench.peer;

import io.hindcast.bench.measure.Latencies;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Time travel in node by the library behind the Redux DevTools: every action and every state behind one stays in memory.
public final class ReduxPeer {
    public static final String NAME = "@redux-devtools/instrument 3.0.0, jumpToState";

    private static final String HEAP = "--max-old-space-size=4096";

    private ReduxPeer() {}

    /// @param jump microseconds: the median, 99 of 100, and the worst
    /// @param bytesAnAction on the heap beside the actions themselves
    /// @param found for each of the first jumps `balance movements total count`, amounts in cents, the last two of the
    ///     account that the event there moved
    public record Result(Jump jump, double bytesAnAction, List<String> found) {}

    /// In microseconds.
    public record Jump(double median, double p99, double worst) {
        public static Jump of(Latencies latencies) {
            return new Jump(latencies.percentile(50), latencies.percentile(99), latencies.most());
        }
    }

    /// Absent without node.
    ///
    /// @param movements each `account cents`, in order
    /// @param jumps places of movements, 0-based
    /// @param folder an empty one
    public static Optional<Result> measure(List<String> movements, int[] jumps, Path folder) throws IOException {
        if (!NodePeer.isPossible()) {
            return Optional.empty();
        }
        for (String file : List.of("package.json", "travel.mjs")) {
            try (InputStream in = Objects.requireNonNull(ReduxPeer.class.getResourceAsStream("redux/" + file), file)) {
                Files.copy(in, folder.resolve(file));
            }
        }
        NodePeer.fetch(folder);
        Path events = Files.write(folder.resolve("movements.txt"), movements);
        Path places = Files.write(
                folder.resolve("jumps.txt"), Arrays.stream(jumps).mapToObj(Integer::toString).toList());
        var node = new ProcessBuilder("node", "--expose-gc", HEAP, "travel.mjs", events.toString(), places.toString())
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> said = new ArrayList<>();
        try (BufferedReader lines = node.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(said::add);
        }
        if (node.onExit().join().exitValue() != 0 || said.isEmpty()) {
            throw new IOException("the process of the peer failed");
        }
        double[] figures = Arrays.stream(said.removeFirst().split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        return Optional.of(new Result(new Jump(figures[0], figures[1], figures[2]), figures[3], List.copyOf(said)));
    }
}
