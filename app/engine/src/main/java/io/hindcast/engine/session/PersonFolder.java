package io.hindcast.engine.session;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/// Where a person's own settings lie, by the custom of the system.
public final class PersonFolder {
    private PersonFolder() {}

    /// `hindcast` in the folder for configuration; it need not exist.
    public static Path configuration(Properties properties, Map<String, String> environment) {
        String configured = environment.getOrDefault("XDG_CONFIG_HOME", "");
        String windows = environment.getOrDefault("APPDATA", "");
        Path folder = !configured.isBlank()
                ? Path.of(configured)
                : !windows.isBlank()
                        ? Path.of(windows)
                        : Path.of(properties.getProperty("user.home", ".")).resolve(".config");
        return folder.resolve("hindcast");
    }
}
