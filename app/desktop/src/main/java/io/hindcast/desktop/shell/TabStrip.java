package io.hindcast.desktop.shell;

import java.util.ArrayList;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/// Tabs that shorten to their icons, with the name as tooltip, where all names do not fit. Names stay the names of the tabs
/// for assistive tools.
final class TabStrip extends TabPane {
    /// On tabs that show their icon alone.
    static final String SHORT = "short-tab";

    private static final double BEHIND = 12;

    private double fittedTo = -1;

    TabStrip() {
        setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
        getSelectionModel().selectedItemProperty().subscribe((_, _) -> again());
        skinProperty().subscribe((_, _) -> again());
    }

    private void again() {
        fittedTo = -1;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        if (getWidth() > 0 && fittedTo != getWidth() && fit()) {
            fittedTo = getWidth();
        }
        super.layoutChildren();
    }

    private boolean fit() {
        var area = lookup(".tab-header-area");
        var header = lookup(".tab");
        if (area == null || header == null || !(header.lookup(".tab-label") instanceof Label label)) {
            return false;
        }
        boolean isShort = header.getStyleClass().contains(SHORT);
        double plain = header.prefWidth(-1) - (isShort ? 0 : nameWidth(label, label.getText()));
        var named = new ArrayList<Double>();
        for (Tab tab : getTabs()) {
            named.add(plain + nameWidth(label, tab.getText()));
        }
        int names = new TabFit(named, plain).namedIn(getWidth() - padding(area));
        for (int i = 0; i < getTabs().size(); i++) {
            shorten(getTabs().get(i), i >= names && i != getSelectionModel().getSelectedIndex());
        }
        area.applyCss();
        return true;
    }

    private static void shorten(Tab tab, boolean isShort) {
        if (isShort == tab.getStyleClass().contains(SHORT)) {
            return;
        }
        if (isShort) {
            tab.getStyleClass().add(SHORT);
            tab.setTooltip(new Tooltip(tab.getText()));
        } else {
            tab.getStyleClass().remove(SHORT);
            tab.setTooltip(null);
        }
    }

    private static double nameWidth(Label label, String words) {
        var text = new Text(Objects.requireNonNullElse(words, ""));
        text.setFont(label.getFont());
        return label.getGraphicTextGap() + Math.ceil(text.prefWidth(-1));
    }

    /// What the strip keeps free on both sides and behind the last tab, and a pixel for the rounding of each tab.
    private double padding(Node area) {
        double sides = area instanceof Region region
                ? region.snappedLeftInset() + region.snappedRightInset()
                : 0;
        return sides + BEHIND + getTabs().size();
    }
}
