package io.hindcast.desktop.theme;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The line above a pane: its name, a count or remark, and its tools. Where there is no room for the remark it stands in the
/// tooltip of the name.
public final class PaneHeader extends HBox {
    private final Label name;
    private final Label remark = new Label();

    public PaneHeader(String title, Node... tools) {
        super(8);
        getStyleClass().add("hc-pane-header");
        setAlignment(Pos.CENTER_LEFT);
        name = new Label(title);
        name.getStyleClass().add("hc-pane-title");
        name.setMinWidth(Region.USE_PREF_SIZE);
        remark.getStyleClass().add("hc-pane-remark");
        remark.setMinWidth(0);
        var whole = new Tooltip();
        whole.textProperty().bind(remark.textProperty());
        remark.textProperty().subscribe(words -> {
            remark.setTooltip(words.isEmpty() ? null : whole);
            if (name.getTooltip() == null || whole.equals(name.getTooltip())) {
                name.setTooltip(words.isEmpty() ? null : whole);
            }
        });
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(name, remark, space);
        getChildren().addAll(tools);
    }

    /// The name of the pane, where it changes.
    public Label name() {
        return name;
    }

    /// The remark beside the title.
    public Label remark() {
        return remark;
    }
}
