package io.hindcast.engine.session;

import io.hindcast.capsule.CapsuleMaker;
import io.hindcast.connector.Connector;
import io.hindcast.engine.session.StoreOpener.Installed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;

/// Loads plug-ins: each folder of jars gets a class loader of its own that sees the platform and the connector API and
/// nothing else of the program. A plug-in that does not load is an entry with a reason.
final class PluginFolder {
    private PluginFolder() {}

    /// @param makers gets what the plug-ins make capsules with
    static List<Installed> load(Path plugins, List<CapsuleMaker> makers) {
        var found = new ArrayList<Installed>();
        for (Path folder : list(plugins)) {
            if (Files.isDirectory(folder)) {
                found.addAll(loadOne(folder, makers));
            }
        }
        return found;
    }

    private static List<Installed> loadOne(Path folder, List<CapsuleMaker> makers) {
        String origin = String.valueOf(folder.getFileName());
        var found = new ArrayList<Installed>();
        try {
            URL[] jars = jarsIn(folder);
            // stays open as long as the program runs: its connectors may load classes at any time
            var loader = new URLClassLoader(origin, jars, new ApiOnly(PluginFolder.class.getClassLoader()));
            ConnectorCatalogue.collect(ServiceLoader.load(Connector.class, loader), origin, found);
            ConnectorCatalogue.collectMakers(ServiceLoader.load(CapsuleMaker.class, loader), makers);
        } catch (UncheckedIOException unreadable) {
            return List.of(new Installed.Broken(origin, "the folder cannot be read"));
        }
        return found.isEmpty()
                ? List.of(new Installed.Broken(origin, "no connector is declared in its jars"))
                : found;
    }

    private static URL[] jarsIn(Path folder) {
        return list(folder).stream()
                .filter(file -> file.getFileName().toString().endsWith(".jar"))
                .map(PluginFolder::url)
                .toArray(URL[]::new);
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Shows a plug-in the platform and the API packages, and hides the rest of the program from it.
    private static final class ApiOnly extends ClassLoader {
        private static final Set<String> SHOWN =
                Set.of("io.hindcast.connector", "io.hindcast.capsule", "io.hindcast.event", "org.jspecify.annotations");

        private final ClassLoader host;

        ApiOnly(ClassLoader host) {
            super("connector-api", ClassLoader.getPlatformClassLoader());
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
