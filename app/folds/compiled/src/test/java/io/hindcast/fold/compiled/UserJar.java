package io.hindcast.fold.compiled;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/// A jar as somebody else builds it: sources compiled with `-parameters` and packed.
final class UserJar {
    private UserJar() {}

    /// @param sources texts by file name
    /// @param entries further files of the jar
    /// @param needs classes whose jars are needed, to compile and in the folder beside
    static Path build(Path folder, Map<String, String> sources, Map<String, String> entries, Class<?>... needs)
            throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        String path = Stream.of(needs).map(one -> locationOf(one).toString()).collect(Collectors.joining(":"));
        var arguments = new ArrayList<>(
                List.of("-parameters", "-proc:none", "-nowarn", "-d", classes.toString(), "-cp", path));
        for (var source : sources.entrySet()) {
            arguments.add(Files.writeString(folder.resolve(source.getKey()), source.getValue()).toString());
        }
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("the sources of the test do not compile");
        }
        Path lib = Files.createDirectories(folder.resolve("user.lib"));
        for (Class<?> one : needs) {
            if (Files.isRegularFile(locationOf(one))) {
                Files.copy(locationOf(one), lib.resolve(locationOf(one).getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Path jar = folder.resolve("user.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                var all = Files.walk(classes)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                put(out, classes.relativize(file).toString(), Files.readAllBytes(file));
            }
            for (var entry : entries.entrySet()) {
                put(out, entry.getKey(), entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }

    /// The same jar with one class left out.
    static Path without(Path jar, String entry) throws IOException {
        Path copy = jar.resolveSibling("without.jar");
        try (var in = new JarFile(jar.toFile());
                var out = new JarOutputStream(Files.newOutputStream(copy))) {
            for (var one : in.stream().filter(one -> !one.getName().equals(entry)).toList()) {
                put(out, one.getName(), in.getInputStream(one).readAllBytes());
            }
        }
        return copy;
    }

    private static void put(JarOutputStream out, String name, byte[] content) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(content);
    }

    static Path locationOf(Class<?> one) {
        try {
            return Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
