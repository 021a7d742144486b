package io.hindcast.desktop.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The colours of each theme against each other: texts can be read, what is painted can be told from its ground.
class ColoursTest {
    private static final Pattern TOKEN = Pattern.compile("-hc-([a-z0-9-]+):\\s*(#[0-9a-fA-F]{6,8});");
    private static final List<String> GROUNDS = List.of("pane", "bar", "band", "hover", "selected");
    private static final List<String> TEXTS = List.of(
            "text", "muted", "accent", "baseline", "whatif-text", "code-key", "code-text", "code-number", "code-word", "trouble-text", "warn-text", "note-text", "good-text");

    @ParameterizedTest
    @EnumSource(names = "SYSTEM", mode = EnumSource.Mode.EXCLUDE)
    void texts_can_be_read_on_every_ground(Theme theme) throws IOException {
        Map<String, Color> colours = colours(theme);
        var pale = new ArrayList<String>();
        for (String ground : GROUNDS) {
            TEXTS.forEach(text -> compare(colours, text, ground, 4.5, pale));
        }
        for (String pair : List.of("warn", "note", "trouble", "good", "added", "removed", "changed", "whatif")) {
            compare(colours, pair + "-text", pair + "-back", 4.5, pale);
            compare(colours, "muted", pair + "-back", 4.5, pale);
        }
        compare(colours, "muted", "gap", 4.5, pale);
        assertThat(pale).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = "SYSTEM", mode = EnumSource.Mode.EXCLUDE)
    void what_is_painted_can_be_told_from_its_ground(Theme theme) throws IOException {
        Map<String, Color> colours = colours(theme);
        var pale = new ArrayList<String>();
        for (int type = 0; type < 8; type++) {
            for (String ground : GROUNDS) {
                compare(colours, "type-" + type, ground, 3, pale);
            }
        }
        for (String painted : List.of("map-line", "map-now", "mark-plate")) {
            compare(colours, painted, "pane", 3, pale);
        }
        compare(colours, "mark-ink", "mark-plate", 3, pale);
        assertThat(pale).isEmpty();
    }

    private static void compare(Map<String, Color> colours, String above, String below, double least, List<String> pale) {
        Color ground = Objects.requireNonNull(colours.get(below), below);
        double ratio = ratio(over(Objects.requireNonNull(colours.get(above), above), ground), ground);
        if (ratio < least) {
            pale.add("%s on %s has %.2f".formatted(above, below, ratio));
        }
    }

    private static Map<String, Color> colours(Theme theme) throws IOException {
        try (InputStream sheet = Theme.class.getResourceAsStream(theme.name().toLowerCase(Locale.ROOT) + ".css")) {
            String text = new String(Objects.requireNonNull(sheet).readAllBytes(), StandardCharsets.UTF_8);
            var colours = new TreeMap<String, Color>();
            TOKEN.matcher(text).results().forEach(it -> colours.put(it.group(1), Color.web(it.group(2))));
            return colours;
        }
    }

    private static Color over(Color above, Color below) {
        return below.interpolate(Color.color(above.getRed(), above.getGreen(), above.getBlue()), above.getOpacity());
    }

    /// As WCAG 2.2 defines it, from 1 to 21.
    private static double ratio(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed()) + 0.7152 * linear(colour.getGreen()) + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
