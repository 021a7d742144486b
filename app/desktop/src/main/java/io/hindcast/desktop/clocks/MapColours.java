package io.hindcast.desktop.clocks;

import java.util.ArrayList;
import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.StyleConverter;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.scene.paint.Color;

/// The colours of the map as style properties: `-hc-map-background` and so on.
final class MapColours {
    private static final List<String> NAMES = List.of("background", "grid", "diagonal", "on-day", "late", "early", "beyond");
    private static final List<CssMetaData<MapView, Color>> META = meta();
    static final List<CssMetaData<? extends Styleable, ?>> ALL = List.copyOf(META);

    private final List<StyleableProperty<Color>> properties = new ArrayList<>();

    /// @param changed told when a style sheet gives another colour
    MapColours(MapView map, Runnable changed) {
        for (CssMetaData<MapView, Color> each : META) {
            properties.add(new SimpleStyleableObjectProperty<>(each, map, each.getProperty(), each.getInitialValue(map)) {
                @Override
                protected void invalidated() {
                    get();
                    changed.run();
                }
            });
        }
    }

    MapPainter.Colours now() {
        return new MapPainter.Colours(argb(0), argb(1), argb(2), argb(3), argb(4), argb(5), argb(6));
    }

    private int argb(int place) {
        Color colour = properties.get(place).getValue();
        return (int) Math.round(colour.getOpacity() * 255) << 24
                | (int) Math.round(colour.getRed() * 255) << 16
                | (int) Math.round(colour.getGreen() * 255) << 8
                | (int) Math.round(colour.getBlue() * 255);
    }

    private static List<CssMetaData<MapView, Color>> meta() {
        var all = new ArrayList<CssMetaData<MapView, Color>>();
        for (String name : NAMES) {
            all.add(new CssMetaData<>("-hc-map-" + name, StyleConverter.getColorConverter(), Color.GREY) {
                @Override
                public boolean isSettable(MapView view) {
                    return true;
                }

                @Override
                public StyleableProperty<Color> getStyleableProperty(MapView view) {
                    return view.colours().properties.get(NAMES.indexOf(name));
                }
            });
        }
        return List.copyOf(all);
    }
}
