package io.hindcast.desktop.marks;

import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// A choice of values that are told in words, with a name for assistive tools on the box and on its list.
final class NamedBox<T> extends ComboBox<T> {
    NamedBox(String name, Function<T, String> words) {
        setAccessibleText(name);
        skinProperty().subscribe(skin -> {
            if (skin instanceof ComboBoxListViewSkin<?> list) {
                list.getPopupContent().setAccessibleText(name);
            }
        });
        setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("nothing is typed here");
            }
        });
    }
}
