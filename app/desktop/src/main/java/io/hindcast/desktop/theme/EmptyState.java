package io.hindcast.desktop.theme;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;

/// What a pane shows when it has nothing to show: what is missing, and what to do next. In a low pane the icon makes way, so
/// that the words can be read.
public final class EmptyState extends VBox {
    private static final double APART = 8;
    private static final double AROUND = 24; // as the style sheet has it where there is room
    private static final String LOW = "hc-empty-low";
    private final Node icon;

    public EmptyState(Ikon icon, String title, String next, Node... actions) {
        super(APART);
        this.icon = Icons.of(icon, "hc-empty-icon");
        getStyleClass().add("hc-empty");
        setAlignment(Pos.CENTER);
        var heading = new Label(title);
        heading.getStyleClass().add("hc-empty-title");
        heading.setWrapText(true);
        var hint = new Label(next);
        hint.getStyleClass().add("hc-empty-hint");
        hint.setWrapText(true);
        getChildren().addAll(this.icon, heading, hint);
        getChildren().addAll(actions);
    }

    @Override
    protected void layoutChildren() {
        List<Node> words = getChildren().subList(1, getChildren().size());
        double wanted = 2 * AROUND + icon.prefHeight(-1)
                + words.stream().mapToDouble(it -> APART + it.prefHeight(getWidth() - 2 * AROUND)).sum();
        boolean isLow = getHeight() < wanted;
        if (isLow == icon.isManaged()) {
            icon.setManaged(!isLow);
            icon.setVisible(!isLow);
            if (isLow) {
                getStyleClass().add(LOW);
            } else {
                getStyleClass().remove(LOW);
            }
        }
        super.layoutChildren();
    }
}
