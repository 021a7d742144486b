package io.hindcast.desktop.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/// The bundled fonts: Roboto for words, JetBrains Mono for ids and payloads.
public final class Fonts {
    private static final String FOLDER = "/com/formdev/flatlaf/fonts/";
    private static final List<String> FILES = List.of(
            "roboto/Roboto-Regular.ttf",
            "roboto/Roboto-Medium.ttf",
            "roboto/Roboto-Bold.ttf",
            "roboto/Roboto-Italic.ttf",
            "jetbrains_mono/JetBrainsMono-Regular.ttf",
            "jetbrains_mono/JetBrainsMono-Bold.ttf",
            "jetbrains_mono/JetBrainsMono-Italic.ttf");

    private Fonts() {}

    /// Makes the fonts known to the toolkit; once, after it has started.
    public static void load() {
        for (String file : FILES) {
            try (InputStream font = Fonts.class.getResourceAsStream(FOLDER + file)) {
                if (font != null) {
                    Font.loadFont(font, 13);
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
