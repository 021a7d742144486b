package io.hindcast.desktop.timeline;

import io.hindcast.engine.timeline.MarkKind;
import io.hindcast.engine.timeline.TypeSlots;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.StyleConverter;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.scene.paint.Color;

/// The colours of the timeline as style properties: `-hc-timeline-background` and so on, `-hc-timeline-type-1` to `-8`.
/// The categorical colours follow the brightness of the background unless a style sheet says otherwise.
final class TimelineColours {
    private static final double FOCUS = 0.5; // the band of the focus is laid over thinly
    private static final double FOLD = 0.65; // a break is no event
    private static final String PREFIX = "-hc-timeline-";

    /// Told apart by people with any kind of colour vision, at least 3:1 on white (after Okabe and Ito, darkened).
    private static final List<String> ON_LIGHT =
            List.of("#2f6fde", "#c66608", "#1a9877", "#b5489f", "#8a6d00", "#1287b5", "#c93c4b", "#7d8590");

    /// The same hues, at least 3:1 on near black.
    private static final List<String> ON_DARK =
            List.of("#5b9bff", "#f2994a", "#3ecf9f", "#dc7fc9", "#d9b62b", "#4cc3ee", "#f2727f", "#8b949e");

    private static final List<CssMetaData<TimelineView, Color>> META = meta();
    static final List<CssMetaData<? extends Styleable, ?>> ALL = List.copyOf(META);

    private final Map<String, StyleableProperty<Color>> properties = new HashMap<>();

    TimelineColours(TimelineView view, Runnable changed) {
        for (CssMetaData<TimelineView, Color> each : META) {
            properties.put(
                    each.getProperty(),
                    new SimpleStyleableObjectProperty<>(
                            each, view, each.getProperty(), each.getInitialValue(view)) {
                        @Override
                        protected void invalidated() {
                            get();
                            changed.run();
                        }
                    });
        }
    }

    TimelinePalette palette() {
        boolean dark = colour("background").getBrightness() < 0.5;
        var types = new ArrayList<Integer>();
        for (int slot = 0; slot < TypeSlots.COUNT; slot++) {
            Color told = colour("type-" + (slot + 1));
            types.add(argb(told.getOpacity() > 0 ? told : Color.web((dark ? ON_DARK : ON_LIGHT).get(slot))));
        }
        var marks = new ArrayList<Integer>();
        for (MarkKind kind : MarkKind.values()) {
            marks.add(argb(colour(name(kind))));
        }
        return new TimelinePalette(
                argb(colour("background")),
                argb(colour("stripe")),
                argb(colour("grid")),
                argb(colour("strong-grid")),
                argb(colour("ink").deriveColor(0, 1, 1, FOLD)),
                argb(colour("ink")),
                argb(colour("focus").deriveColor(0, 1, 1, FOCUS)),
                types,
                marks);
    }

    StyleableProperty<Color> property(String name) {
        StyleableProperty<Color> property = properties.get(name);
        if (property == null) {
            throw new IllegalArgumentException(name);
        }
        return property;
    }

    private Color colour(String name) {
        return property(PREFIX + name).getValue();
    }

    private static String name(MarkKind kind) {
        return switch (kind) {
            case SNAPSHOT -> "snapshot";
            case FINDING -> "finding";
            case BOOKMARK -> "bookmark";
            case PROBLEM -> "problem";
            case VERIFIED -> "verified";
            case UNVERIFIABLE -> "unverifiable";
            case DRIFTED -> "drifted";
            case INVALID -> "invalid";
        };
    }

    private static List<CssMetaData<TimelineView, Color>> meta() {
        var all = new ArrayList<CssMetaData<TimelineView, Color>>();
        all.add(colour("background", Color.WHITE));
        all.add(colour("stripe", Color.web("#00000008")));
        all.add(colour("grid", Color.web("#00000012")));
        all.add(colour("strong-grid", Color.web("#00000026")));
        all.add(colour("ink", Color.web("#57606a")));
        all.add(colour("focus", Color.web("#0969da14")));
        all.add(colour("snapshot", Color.web("#8250df")));
        all.add(colour("finding", Color.web("#bf8700")));
        all.add(colour("bookmark", Color.web("#0969da")));
        all.add(colour("problem", Color.web("#cf222e")));
        all.add(colour("verified", Color.web("#1a7f37")));
        all.add(colour("unverifiable", Color.web("#6e7781")));
        all.add(colour("drifted", Color.web("#cf222e")));
        all.add(colour("invalid", Color.web("#cf222e")));
        for (int slot = 1; slot <= TypeSlots.COUNT; slot++) {
            all.add(colour("type-" + slot, Color.TRANSPARENT));
        }
        return List.copyOf(all);
    }

    private static CssMetaData<TimelineView, Color> colour(String name, Color initial) {
        return new CssMetaData<>(PREFIX + name, StyleConverter.getColorConverter(), initial) {
            @Override
            public boolean isSettable(TimelineView view) {
                return true;
            }

            @Override
            public StyleableProperty<Color> getStyleableProperty(TimelineView view) {
                return view.colours().property(getProperty());
            }
        };
    }

    private static int argb(Color colour) {
        return (int) Math.round(colour.getOpacity() * 255) << 24
                | (int) Math.round(colour.getRed() * 255) << 16
                | (int) Math.round(colour.getGreen() * 255) << 8
                | (int) Math.round(colour.getBlue() * 255);
    }
}
