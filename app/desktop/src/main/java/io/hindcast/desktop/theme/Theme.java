package io.hindcast.desktop.theme;

import java.net.URL;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;

/// How the window is coloured.
public enum Theme {
    LIGHT,
    DARK,
    /// As the desktop is.
    SYSTEM;

    /// Light or dark: what this theme is right now. On the screen's thread only.
    public Theme resolved() {
        if (this != SYSTEM) {
            return this;
        }
        return Platform.getPreferences().getColorScheme() == ColorScheme.DARK ? DARK : LIGHT;
    }

    public boolean isDark() {
        return resolved() == DARK;
    }

    /// Colours all windows of the program.
    public void apply() {
        Application.setUserAgentStylesheet(sheet(isDark() ? "dark.css" : "light.css"));
    }

    /// The stylesheet that every scene needs beside the user-agent one.
    public static String sceneSheet() {
        return sheet("hindcast.css");
    }

    private static String sheet(String name) {
        URL url = Theme.class.getResource(name);
        return Objects.requireNonNull(url, name).toExternalForm();
    }
}
