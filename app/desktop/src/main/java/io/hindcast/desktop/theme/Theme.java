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
    /// White on black, with lines that can be seen.
    CONTRAST,
    /// As the desktop is.
    SYSTEM;

    /// Light, dark or high contrast: what this theme is right now. On the screen's thread only.
    public Theme resolved() {
        if (this != SYSTEM) {
            return this;
        }
        Platform.Preferences wished = Platform.getPreferences();
        boolean contrast = wished.getBoolean("Windows.SPI.HighContrast").orElse(false); // only Windows tells
        return contrast ? CONTRAST : wished.getColorScheme() == ColorScheme.DARK ? DARK : LIGHT;
    }

    public boolean isDark() {
        return resolved() != LIGHT;
    }

    /// Colours all windows of the program.
    public void apply() {
        Application.setUserAgentStylesheet(sheet(
                switch (resolved()) {
                    case LIGHT, SYSTEM -> "light.css";
                    case DARK -> "dark.css";
                    case CONTRAST -> "contrast.css";
                }));
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
