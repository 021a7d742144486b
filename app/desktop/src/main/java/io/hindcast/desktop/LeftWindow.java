package io.hindcast.desktop;

import io.hindcast.desktop.shell.Kept;
import io.hindcast.engine.link.LookLink;
import io.hindcast.engine.link.StoreLook;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/// How the window over a store was left: what it looked at, its dividers, its place on the screen. As properties, so that a
/// person can read it; what cannot be read counts as not there.
///
/// @param dividers from 0 to 1, see [Kept]
/// @param place absent where it fills the screen
record LeftWindow(StoreLook look, List<Double> dividers, Optional<Place> place, boolean isMaximized) {
    LeftWindow {
        dividers = List.copyOf(dividers);
    }

    /// In pixels of the screen.
    record Place(int x, int y, int width, int height) {}

    Properties written() {
        var properties = new Properties();
        LookLink.of(look).ifPresent(link -> properties.setProperty("look", link));
        properties.setProperty("dividers", String.join(" ", dividers.stream().map(it -> String.format(Locale.ROOT, "%.4f", it)).toList()));
        place.ifPresent(it -> properties.setProperty(
                "place", it.x() + " " + it.y() + " " + it.width() + " " + it.height()));
        properties.setProperty("maximized", Boolean.toString(isMaximized));
        return properties;
    }

    /// Absent where the look cannot be read.
    static Optional<LeftWindow> read(Properties properties) {
        return switch (LookLink.read(properties.getProperty("look", ""))) {
            case LookLink.Reading.Read(StoreLook look) ->
                Optional.of(new LeftWindow(
                        look, dividers(properties), place(properties), Boolean.parseBoolean(properties.getProperty("maximized"))));
            case LookLink.Reading.Misread _ -> Optional.empty();
        };
    }

    private static List<Double> dividers(Properties properties) {
        List<Double> all = numbers(properties.getProperty("dividers", ""));
        return all.stream().allMatch(it -> it > 0 && it < 1) ? all : List.of();
    }

    private static Optional<Place> place(Properties properties) {
        List<Integer> all = numbers(properties.getProperty("place", "")).stream().map(Double::intValue).toList();
        return all.size() == 4 && all.get(2) > 0 && all.get(3) > 0
                ? Optional.of(new Place(all.get(0), all.get(1), all.get(2), all.get(3)))
                : Optional.empty();
    }

    private static List<Double> numbers(String text) {
        try {
            return Arrays.stream(text.split(" ", -1)).filter(it -> !it.isBlank()).map(Double::valueOf).toList();
        } catch (NumberFormatException _) {
            return List.of();
        }
    }
}
