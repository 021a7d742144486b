package io.hindcast.sample;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/// Writes a sample store to a path: `--events N --seed S --out PATH`.
public final class SampleMain {
    private static final String USAGE = "Usage: --out PATH.mv.db [--events N] [--seed S]";

    private final PrintStream out;
    private final PrintStream err;

    SampleMain(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        System.exit(new SampleMain(System.out, System.err).run(arguments));
    }

    /// Exit code 0 when the store is written, 2 for wrong usage, 3 when it could not be written.
    int run(String... arguments) {
        try {
            var options = options(arguments);
            var size = new HistorySize(
                    number(options, "--events", HistorySize.USUAL.events()),
                    number(options, "--seed", HistorySize.USUAL.seed()));
            var file = Path.of(options.getOrDefault("--out", ""));
            if (!file.toString().endsWith(".mv.db") || Files.exists(file)) {
                throw new IllegalArgumentException("--out must name a new file that ends in .mv.db. " + USAGE);
            }
            return write(size, file);
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            return 2;
        }
    }

    private int write(HistorySize size, Path file) {
        try {
            for (var defect : LedgerStore.write(size, file)) {
                out.println("%s %s v%d: %s".formatted(defect.kind(), defect.stream(), defect.version(), defect.what()));
            }
            return 0;
        } catch (SQLException e) {
            err.println("The store could not be written: " + e.getMessage());
            return 3;
        }
    }

    private static Map<String, String> options(String... arguments) {
        var options = new HashMap<String, String>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i], arguments[i + 1]);
        }
        if (arguments.length % 2 != 0 || !options.keySet().stream().allMatch(SampleMain::isKnown)) {
            throw new IllegalArgumentException(USAGE);
        }
        return options;
    }

    private static boolean isKnown(String option) {
        return switch (option) {
            case "--events", "--seed", "--out" -> true;
            default -> false;
        };
    }

    private static long number(Map<String, String> options, String name, long preset) {
        String text = options.getOrDefault(name, Long.toString(preset));
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException _) {
            throw new IllegalArgumentException(name + " must be a whole number, not \"" + text + "\".");
        }
    }
}
