import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;

/// Makes an image of the program: a folder for this operating system that needs no Java on the machine, with its start-up caches
/// packed (they are half of it). `java Image.java PROGRAM IMAGE`, with the folder that [Finish] finished.
final class Image {
    /// All that a plug-in may ask of a Java without tools.
    private static final String MODULES = "java.se,jdk.charsets,jdk.crypto.ec,jdk.localedata,jdk.management,jdk.naming.dns,"
            + "jdk.net,jdk.nio.mapmode,jdk.security.auth,jdk.security.jgss,jdk.unsupported,jdk.zipfs";

    private Image() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path program = Path.of(arguments[0]);
        Path image = Path.of(arguments[1]);
        delete(image);
        Files.createDirectories(image.toAbsolutePath().getParent());
        copy(program, image);
        link(image.resolve("runtime"));
        leaveOtherSystemsOut(image.resolve("plugins/sqlite"));
        Finish.main(new String[] {image.toString()});
        Files.delete(image.resolve("lib/java-home"));
        pack(image.resolve("lib"));
        System.out.printf(Locale.ROOT, "%s: %.1f MB%n", image.getFileName(), size(image) / 1e6);
    }

    private static void link(Path runtime) {
        int code = ToolProvider.findFirst("jlink")
                .orElseThrow()
                .run(
                        System.out,
                        System.err,
                        "--add-modules",
                        MODULES,
                        "--include-locales",
                        "en,de",
                        "--compress",
                        "zip-9",
                        "--strip-java-debug-attributes",
                        "--no-header-files",
                        "--no-man-pages",
                        "--output",
                        runtime.toString());
        if (code != 0) {
            throw new IllegalStateException("jlink ended with " + code);
        }
    }

    /// The launcher unpacks them once for every person, under the name of their content.
    private static void pack(Path library) throws IOException {
        var content = new CRC32();
        for (String kind : new String[] {"cli.aot", "window.aot"}) {
            Path cache = library.resolve(kind);
            byte[] bytes = Files.readAllBytes(cache);
            content.update(bytes);
            try (var packed = new GZIPOutputStream(Files.newOutputStream(library.resolve(kind + ".gz")))) {
                packed.write(bytes);
            }
            Files.delete(cache);
        }
        Files.writeString(library.resolve("caches"), Long.toHexString(content.getValue()));
    }

    /// The driver brings its library for every system; an image is for one.
    private static void leaveOtherSystemsOut(Path plugin) throws IOException {
        String system = System.getProperty("os.name").split(" ")[0];
        String processor = System.getProperty("os.arch").equals("amd64") ? "x86_64" : System.getProperty("os.arch");
        try (Stream<Path> jars = Files.list(plugin)) {
            Path driver = jars.filter(jar -> jar.getFileName().toString().startsWith("sqlite-jdbc")).findFirst().orElseThrow();
            try (var inside = FileSystems.newFileSystem(driver)) {
                Path libraries = inside.getPath("org/sqlite/native");
                Path own = libraries.resolve(system).resolve(processor);
                if (Files.exists(own)) {
                    try (Stream<Path> all = Files.walk(libraries)) {
                        for (Path file : all.filter(Files::isRegularFile).filter(it -> !it.startsWith(own)).toList()) {
                            Files.delete(file);
                        }
                    }
                }
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.filter(it -> !it.toString().endsWith(".aot")).toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
