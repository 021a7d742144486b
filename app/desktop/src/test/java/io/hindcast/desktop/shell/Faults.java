package io.hindcast.desktop.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeTableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// What is wrong with what is on the screen, each as a sentence: words that are cut off and can be read nowhere, controls
/// that tell an assistive tool nothing, icons that nobody explains, texts too pale for their ground, controls out of sight.
final class Faults {
    private static final double TEXT = 4.5; // WCAG 2.2, 1.4.3
    private static final double GRAPHICS = 3.0; // WCAG 2.2, 1.4.11, and large text
    private final List<String> found = new ArrayList<>();
    private final Scene scene;

    private Faults(Scene scene) {
        this.scene = scene;
    }

    /// On the screen's thread, after everything was laid out.
    static List<String> of(Scene scene) {
        var faults = new Faults(scene);
        faults.walk(scene.getRoot());
        return faults.found.stream().distinct().toList();
    }

    private void walk(Node node) {
        if (!node.isVisible() || node.getOpacity() == 0 || isAway(node)) {
            return;
        }
        if (node instanceof Labeled labeled) {
            cutOff(labeled);
        }
        if (node instanceof TextInputControl field) {
            promptCutOff(field);
        }
        if (node instanceof Control control && !control.isDisabled()) {
            unnamed(control);
            outOfSight(control);
        }
        if (node instanceof Text text && !text.getText().isBlank()) {
            pale(text);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(this::walk);
        }
    }

    /// Rows that a list keeps for later lie outside of it; what has no size is not there.
    private static boolean isAway(Node node) {
        return (node instanceof IndexedCell<?> cell && cell.isEmpty())
                || (node instanceof Region region && (region.getWidth() <= 0 || region.getHeight() <= 0));
    }

    private void cutOff(Labeled labeled) {
        String full = labeled.getText();
        if (full == null || full.isBlank() || !(labeled.lookup(".text") instanceof Text drawn) || !drawn.isVisible()) {
            return;
        }
        boolean whole = drawn.getText().replace("\n", "").replace(" ", "").equals(full.replace("\n", "").replace(" ", ""));
        if (!whole && !isExplained(labeled, drawn.getText().isBlank())) {
            found.add("cut off: “" + full + "” reads “" + drawn.getText() + "” in " + place(labeled));
        }
    }

    /// Whether somebody can read it in full by pointing at it; what has vanished altogether, or is not to be pointed at, needs
    /// somebody else to say it.
    private static boolean isExplained(Labeled labeled, boolean isGone) {
        boolean canBePointedAt = !isGone;
        for (Node node = labeled; node != null; node = node.getParent()) {
            if (tip(node).isPresent()) {
                return true;
            }
            canBePointedAt &= !node.isMouseTransparent();
        }
        return canBePointedAt;
    }

    private static Optional<Tooltip> tip(Node node) {
        if (node instanceof Control control && control.getTooltip() != null) {
            return Optional.of(control.getTooltip());
        }
        return node.getProperties().values().stream()
                .filter(Tooltip.class::isInstance)
                .map(Tooltip.class::cast)
                .findFirst();
    }

    private void promptCutOff(TextInputControl field) {
        String prompt = field.getPromptText();
        if (prompt == null || prompt.isBlank() || !field.getText().isEmpty() || field instanceof TextArea) {
            return;
        }
        var words = new Text(prompt);
        words.setFont(fontOf(field));
        double room = field.getWidth() - field.snappedLeftInset() - field.snappedRightInset() - icons(field);
        if (words.getLayoutBounds().getWidth() > room + 1 && tip(field).isEmpty()) {
            found.add("prompt cut off: “" + prompt + "” has %.0f of %.0f pixels in ".formatted(room, words.getLayoutBounds().getWidth()) + place(field));
        }
    }

    private static javafx.scene.text.Font fontOf(TextInputControl field) {
        return field.getFont();
    }

    private static double icons(TextInputControl field) {
        double wide = 0;
        for (String side : List.of(".left-pane", ".right-pane")) {
            if (field.lookup(side) instanceof Region pane) {
                wide += pane.getWidth();
            }
        }
        return wide;
    }

    private void unnamed(Control control) {
        boolean asks = control instanceof ButtonBase
                || control instanceof TextInputControl
                || control instanceof ComboBoxBase<?>
                || control instanceof Slider
                || control instanceof TableView<?>
                || control instanceof TreeTableView<?>
                || control instanceof ListView<?>;
        if (!asks || !control.isFocusTraversable() || isPart(control)) {
            return;
        }
        boolean written = control instanceof ButtonBase button && button.getText() != null && !button.getText().isBlank();
        boolean spoken = control.getAccessibleText() != null && !control.getAccessibleText().isBlank();
        if (!written && !spoken && !isLabelled(control)) {
            found.add("no name: " + place(control));
        }
        if (!written && control instanceof ButtonBase && tip(control).isEmpty() && !(control instanceof Hyperlink)) {
            found.add("an icon without a tooltip: " + place(control));
        }
    }

    private boolean isLabelled(Control control) {
        return scene.getRoot().lookupAll(".label").stream()
                .anyMatch(it -> it instanceof Label label && control.equals(label.getLabelFor()));
    }

    /// The field inside a box, the list inside a pop-up.
    private static boolean isPart(Control control) {
        for (Node node = control.getParent(); node != null; node = node.getParent()) {
            if (node instanceof ComboBoxBase<?> || node instanceof TextInputControl) {
                return true;
            }
        }
        return false;
    }

    private void outOfSight(Control control) {
        boolean matters = control instanceof ButtonBase || control instanceof TextInputControl || control instanceof ComboBoxBase<?>;
        if (!matters || isScrolled(control)) {
            return;
        }
        Bounds place = control.localToScene(control.getLayoutBounds());
        boolean inside = place.getMinX() >= -1
                && place.getMinY() >= -1
                && place.getMaxX() <= scene.getWidth() + 1
                && place.getMaxY() <= scene.getHeight() + 1;
        if (!inside) {
            found.add("out of sight: " + place(control));
        }
    }

    private static boolean isScrolled(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each instanceof ScrollPane || each instanceof VirtualFlow<?>) {
                return true;
            }
        }
        return false;
    }

    private void pale(Text text) {
        if (!(text.getFill() instanceof Color ink) || ink.getOpacity() == 0 || isDisabled(text)) {
            return;
        }
        boolean graphic = text.getStyleClass().contains("ikonli-font-icon") || text.getFont().getSize() >= 24;
        Optional<Color> ground = ground(text.getParent());
        if (ground.isEmpty()) {
            return;
        }
        double opacity = opacity(text);
        Color seen = over(new Color(ink.getRed(), ink.getGreen(), ink.getBlue(), ink.getOpacity() * opacity), ground.get());
        double ratio = ratio(seen, ground.get());
        if (ratio < (graphic ? GRAPHICS : TEXT)) {
            String what = graphic ? "an icon" : "“" + text.getText().strip() + "”";
            found.add("pale: %s has %.2f (%s on %s) in %s".formatted(what, ratio, hex(seen), hex(ground.get()), place(text)));
        }
    }

    private static boolean isDisabled(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each.isDisabled()) {
                return true;
            }
        }
        return false;
    }

    private static double opacity(Node node) {
        double all = 1;
        for (Node each = node; each != null; each = each.getParent()) {
            all *= each.getOpacity();
        }
        return all;
    }

    /// The colour that something lies on; absent where a picture or a gradient does.
    private static Optional<Color> ground(@Nullable Node from) {
        var layers = new ArrayList<Color>();
        for (Node node = from; node != null; node = node.getParent()) {
            if (node instanceof Region region && region.getBackground() != null) {
                List<BackgroundFill> fills = region.getBackground().getFills();
                for (int i = fills.size() - 1; i >= 0; i--) {
                    if (!(fills.get(i).getFill() instanceof Color colour)) {
                        return Optional.empty();
                    }
                    layers.add(colour);
                    if (colour.isOpaque()) {
                        return Optional.of(blended(layers));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Color blended(List<Color> layers) {
        Color all = layers.getLast();
        for (int i = layers.size() - 2; i >= 0; i--) {
            all = over(layers.get(i), all);
        }
        return all;
    }

    private static Color over(Color above, Color below) {
        double share = above.getOpacity();
        return Color.color(
                above.getRed() * share + below.getRed() * (1 - share),
                above.getGreen() * share + below.getGreen() * (1 - share),
                above.getBlue() * share + below.getBlue() * (1 - share));
    }

    static double ratio(Color one, Color other) {
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

    private static String hex(Color colour) {
        return "#%02x%02x%02x".formatted(
                Math.round(colour.getRed() * 255), Math.round(colour.getGreen() * 255), Math.round(colour.getBlue() * 255));
    }

    /// Where a node lies: its kind, its name, and those around it that have one.
    private static String place(Node node) {
        var path = new StringBuilder();
        int named = 0;
        for (Node each = node; each != null && named < 4; each = each.getParent()) {
            String own = each.getId() != null ? "#" + each.getId() : String.join(".", each.getStyleClass());
            if (!own.isBlank()) {
                path.append(path.isEmpty() ? "" : " < ").append(own);
                named++;
            }
        }
        return path.toString();
    }
}
