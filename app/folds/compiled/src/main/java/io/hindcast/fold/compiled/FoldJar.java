package io.hindcast.fold.compiled;

import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.FoldProvider;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/// One jar with its own class loader, which sees Java, the fold contract, and what the jar brings: the `Class-Path` of its
/// manifest, and the jars in a folder of the same name that ends in `.lib` beside it. Nothing else of the program.
final class FoldJar {
    private final Path file;
    private final ClassLoader loader;
    private final byte[] content;

    private FoldJar(Path file, ClassLoader loader, byte[] content) {
        this.file = file;
        this.loader = loader;
        this.content = content;
    }

    static FoldJar open(Path file) throws BrokenJar {
        try {
            byte[] content = Files.readAllBytes(file);
            var urls = new ArrayList<URL>();
            urls.add(file.toUri().toURL());
            for (Path jar : beside(file)) {
                urls.add(jar.toUri().toURL());
            }
            // stays open as long as the program runs: the fold may load classes at any time
            var loader = new URLClassLoader(
                    file.getFileName().toString(), urls.toArray(URL[]::new), new ContractOnly(FoldJar.class.getClassLoader()));
            return new FoldJar(file, loader, content);
        } catch (IOException _) {
            throw new BrokenJar("The jar " + file + " cannot be read.");
        }
    }

    private static List<Path> beside(Path file) throws IOException {
        Path folder = file.resolveSibling(folderName(String.valueOf(file.getFileName())));
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var entries = Files.list(folder)) {
            return entries.filter(one -> one.toString().endsWith(".jar")).sorted().toList();
        }
    }

    private static String folderName(String jar) {
        return jar.substring(0, jar.length() - ".jar".length()) + ".lib";
    }

    /// Where further jars lie.
    String folderName() {
        return folderName(name());
    }

    /// Whether the file of a class mentions an annotation. Java itself hides one whose class is missing.
    boolean mentions(Class<?> type, String annotation) {
        try (var file = loader.getResourceAsStream(type.getName().replace('.', '/') + ".class")) {
            return file != null && mentions(file.readAllBytes(), annotation);
        } catch (IOException _) {
            return false;
        }
    }

    String name() {
        return String.valueOf(file.getFileName());
    }

    /// What its providers hold.
    List<Fold> provided() throws BrokenJar {
        try {
            var folds = new ArrayList<Fold>();
            for (FoldProvider provider : ServiceLoader.load(FoldProvider.class, loader)) {
                folds.addAll(provider.folds());
            }
            return folds;
        } catch (ServiceConfigurationError | LinkageError | RuntimeException broken) {
            throw new BrokenJar("The folds of %s cannot be loaded: %s".formatted(name(), missing(broken)));
        }
    }

    /// The names of its classes whose files mention an annotation, in order.
    List<String> mentioning(String annotation) throws BrokenJar {
        var names = new ArrayList<String>();
        try (var jar = new JarFile(file.toFile())) {
            for (JarEntry entry : jar.stream().filter(one -> one.getName().endsWith(".class")).toList()) {
                try (var in = jar.getInputStream(entry)) {
                    if (mentions(in.readAllBytes(), annotation)) {
                        names.add(entry.getName().replace('/', '.').replaceAll("\\.class$", ""));
                    }
                }
            }
        } catch (IOException _) {
            throw new BrokenJar("The jar " + file + " cannot be read.");
        }
        names.sort(Comparator.naturalOrder());
        return names;
    }

    private static boolean mentions(byte[] classFile, String annotation) {
        return new String(classFile, StandardCharsets.ISO_8859_1).contains("/" + annotation + ";");
    }

    Class<?> load(String className) throws BrokenJar {
        try {
            return Class.forName(className, false, loader);
        } catch (ClassNotFoundException _) {
            throw new BrokenJar("There is no fold and no class %s in %s.".formatted(className, name()));
        } catch (LinkageError broken) {
            throw new BrokenJar("%s of %s cannot be loaded: %s".formatted(className, name(), missing(broken)));
        }
    }

    static String missing(Throwable broken) {
        Throwable cause = broken.getCause() == null ? broken : broken.getCause();
        return cause instanceof NoClassDefFoundError || cause instanceof ClassNotFoundException
                ? "the class %s is missing; put its jar into a folder NAME.lib beside NAME.jar"
                        .formatted(String.valueOf(cause.getMessage()).replace('/', '.'))
                : cause.getClass().getSimpleName();
    }

    /// Identifies the jar and what is used of it.
    String digest(String what) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(content);
            return HexFormat.of().formatHex(digest.digest(what.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// Shows a jar Java and the packages of the fold contract, and hides the rest of the program from it.
    private static final class ContractOnly extends ClassLoader {
        private static final Set<String> SHOWN = Set.of(
                "io.hindcast.engine.fold",
                "io.hindcast.engine.state",
                "io.hindcast.engine.payload",
                "io.hindcast.event",
                "org.jspecify.annotations");

        private final ClassLoader host;

        ContractOnly(ClassLoader host) {
            super("fold-contract", ClassLoader.getPlatformClassLoader());
            this.host = host;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            String packageName = name.substring(0, Math.max(name.lastIndexOf('.'), 0));
            if (SHOWN.contains(packageName)) {
                return host.loadClass(name);
            }
            throw new ClassNotFoundException(name);
        }
    }
}
