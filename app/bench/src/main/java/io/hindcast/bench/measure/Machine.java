package io.hindcast.bench.measure;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// What the figures were taken on.
public final class Machine {
    private static final long MEBI = 1L << 20;

    private Machine() {}

    public static List<String> description() {
        var runtime = Runtime.getRuntime();
        return List.of(
                "%d processors (%s), %s %s, memory %,d MiB"
                        .formatted(
                                runtime.availableProcessors(),
                                processor(),
                                System.getProperty("os.name"),
                                System.getProperty("os.arch"),
                                memory() / MEBI),
                "%s %s, heap limit %,d MiB"
                        .formatted(
                                System.getProperty("java.vendor.version", "Java"),
                                System.getProperty("java.vm.version"),
                                runtime.maxMemory() / MEBI));
    }

    /// The load average of the last minute; about the number of processors that others leave us the less.
    public static String load() {
        return String.format(
                Locale.ROOT, "%.1f", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    /// Bytes on the heap after collecting garbage.
    @SuppressWarnings("SystemGc") // the question is what stays
    public static long retained() {
        var memory = ManagementFactory.getMemoryMXBean();
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return memory.getHeapMemoryUsage().getUsed();
    }

    private static long memory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : 0;
    }

    private static String processor() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException _) {
            return "unknown";
        }
    }
}
