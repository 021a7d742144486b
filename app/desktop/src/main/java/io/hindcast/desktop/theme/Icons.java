package io.hindcast.desktop.theme;

import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// Icons, and the buttons that wear them. Every button has a name for assistive tools and a tooltip.
public final class Icons {
    private Icons() {}

    public static FontIcon of(Ikon icon, String... styleClasses) {
        var node = new FontIcon(icon);
        node.getStyleClass().addAll(styleClasses);
        return node;
    }

    /// A flat button with an icon only.
    ///
    /// @param name what it does; the tooltip, with its key in brackets where there is one
    public static Button button(Ikon icon, String name, Runnable action) {
        return dress(new Button(), icon, name, action);
    }

    public static ToggleButton toggle(Ikon icon, String name) {
        return dress(new ToggleButton(), icon, name, () -> {});
    }

    private static <B extends ButtonBase> B dress(B button, Ikon icon, String name, Runnable action) {
        button.setGraphic(of(icon));
        button.getStyleClass().addAll("button-icon", "flat", "hc-icon-button");
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
        button.setFocusTraversable(true);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
