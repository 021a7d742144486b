package io.hindcast.desktop.editor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// What is painted over a text area: coloured lines, the caret, wavy lines under mistakes, and the gutter beside it.
/// Only lines in sight have nodes.
final class Paper extends Pane {
    private static final double WAVE = 2;
    private final TextArea area;
    private final Pane lines = new Pane();
    private final Pane gutter = new Pane();
    private final Region caretLine = new Region();
    private final Rectangle caret = new Rectangle(2, 16);
    private final Group waves = new Group();
    private final Text ruler = new Text("0");
    private final Map<Integer, Node> numbers = new HashMap<>();
    private Colouring colouring = new YamlColours();
    private List<List<Colouring.Piece>> pieces = List.of();
    private List<Blemish> blemishes = List.of();

    Paper(TextArea area) {
        this.area = area;
        getStyleClass().add("code-paper");
        setPickOnBounds(false);
        lines.setMouseTransparent(true);
        waves.setMouseTransparent(true);
        caret.setMouseTransparent(true);
        caretLine.setMouseTransparent(true);
        caretLine.getStyleClass().add("code-caret-line");
        caret.getStyleClass().add("code-caret");
        gutter.getStyleClass().add("code-gutter");
        ruler.getStyleClass().add("code-ruler");
        ruler.setVisible(false);
        for (Node each : List.of(caretLine, lines, waves, caret, gutter, ruler)) {
            each.setManaged(false);
        }
        getChildren().addAll(caretLine, lines, waves, caret, ruler, gutter);
        area.textProperty().subscribe(_ -> recolour());
        area.scrollTopProperty().subscribe(_ -> later());
        area.scrollLeftProperty().subscribe(_ -> later());
        area.caretPositionProperty().subscribe(_ -> later());
        area.focusedProperty().subscribe(_ -> later());
        area.widthProperty().subscribe(_ -> later());
        area.heightProperty().subscribe(_ -> later());
    }

    /// The text area lays itself out first; then the paper follows.
    private void later() {
        requestLayout();
        Platform.runLater(this::requestLayout);
    }

    void colour(Colouring other) {
        colouring = other;
        recolour();
    }

    private void recolour() {
        pieces = colouring.of(area.getText() == null ? "" : area.getText());
        later();
        Node parent = getParent();
        if (parent instanceof Region region) {
            region.requestLayout();
        }
    }

    void mark(List<Blemish> some) {
        blemishes = List.copyOf(some);
        numbers.clear();
        later();
    }

    List<Blemish> marks() {
        return blemishes;
    }

    double gutterWidth() {
        ruler.applyCss();
        int digits = Math.max(2, Integer.toString(Math.max(1, pieces.size())).length());
        return Math.ceil(digits * ruler.getLayoutBounds().getWidth()) + 30;
    }

    @Override
    protected void layoutChildren() {
        if (!(area.lookup(".text") instanceof Text text) || pieces.isEmpty() || getHeight() <= 0) {
            return;
        }
        Point2D origin = sceneToLocal(text.localToScene(0, text.getLayoutBounds().getMinY()));
        double height = text.getLayoutBounds().getHeight() / pieces.size();
        if (height <= 0) {
            return;
        }
        double gutterWidth = gutterWidth();
        int first = Math.max(0, (int) Math.floor(-origin.getY() / height));
        int last = Math.min(pieces.size() - 1, (int) Math.ceil((getHeight() - origin.getY()) / height));
        lines.setClip(sight(gutterWidth));
        layLines(first, last, origin, height);
        layGutter(first, last, origin.getY(), height, gutterWidth);
        layWaves(first, last, origin, height, gutterWidth);
        layCaret(origin, height, gutterWidth);
    }

    /// The part of the text area that the scroll bars leave.
    private Rectangle sight(double gutterWidth) {
        double right = 1;
        double bottom = 0;
        for (Node each : area.lookupAll(".scroll-bar")) {
            if (each instanceof ScrollBar bar && bar.isVisible()) {
                boolean vertical = bar.getOrientation() == Orientation.VERTICAL;
                right = vertical ? bar.getWidth() : right;
                bottom = vertical ? bottom : bar.getHeight();
            }
        }
        return new Rectangle(
                gutterWidth, 0, Math.max(0, getWidth() - gutterWidth - right), Math.max(0, getHeight() - bottom));
    }

    private void layLines(int first, int last, Point2D origin, double height) {
        var shown = new ArrayList<Node>();
        for (int i = first; i <= last; i++) {
            var flow = new TextFlow();
            for (Colouring.Piece piece : pieces.get(i)) {
                var word = new Text(piece.text());
                word.getStyleClass().setAll("code-word-shape", piece.kind().styleClass());
                flow.getChildren().add(word);
            }
            flow.setManaged(false);
            flow.resizeRelocate(origin.getX(), origin.getY() + i * height, 100_000, height);
            shown.add(flow);
        }
        lines.getChildren().setAll(shown);
    }

    private void layGutter(int first, int last, double top, double height, double width) {
        gutter.resizeRelocate(0, 0, width, getHeight());
        gutter.setClip(new Rectangle(width, getHeight()));
        numbers.keySet().removeIf(line -> line < first || line > last);
        for (int i = first; i <= last; i++) {
            Node number = numbers.computeIfAbsent(i, this::number);
            number.resizeRelocate(0, Math.rint(top + i * height), width, height);
        }
        gutter.getChildren().setAll(numbers.values());
    }

    private Label number(int line) {
        var label = new Label(Integer.toString(line + 1));
        label.setManaged(false);
        label.setAlignment(Pos.CENTER_RIGHT);
        label.getStyleClass().setAll("label", "code-number-of-line");
        List<Blemish> here = blemishes.stream().filter(it -> it.line() == line + 1).toList();
        if (!here.isEmpty()) {
            boolean error = here.stream().anyMatch(Blemish::isError);
            var dot = new Region();
            dot.getStyleClass().addAll("code-dot", error ? "code-error" : "code-warning");
            dot.setMinSize(8, 8);
            dot.setMaxSize(8, 8);
            label.setGraphic(dot);
            label.setGraphicTextGap(5);
            label.getStyleClass().add(error ? "code-error-line" : "code-warning-line");
            String words = here.stream().map(Blemish::sentence).collect(Collectors.joining("\n"));
            label.setTooltip(new Tooltip(words));
            label.setAccessibleText(label.getText() + ": " + words);
        }
        return label;
    }

    private void layWaves(int first, int last, Point2D origin, double height, double gutterWidth) {
        waves.getChildren().clear();
        waves.setClip(sight(gutterWidth));
        for (Blemish blemish : blemishes) {
            int line = blemish.line() - 1;
            if (line < first || line > last) {
                continue;
            }
            String text = textOf(line);
            int from = Math.clamp(blemish.column() - 1L, 0, text.length());
            double x = origin.getX() + widthOf(text.substring(0, from));
            double width = Math.max(8, widthOf(text.substring(from, endOfWord(text, from))));
            waves.getChildren().add(wave(x, origin.getY() + (line + 1) * height - 1.5, width, blemish.isError()));
        }
    }

    private static Polyline wave(double x, double y, double width, boolean error) {
        var wave = new Polyline();
        for (int i = 0; i * WAVE <= width; i++) {
            wave.getPoints().addAll(x + i * WAVE, y - (i % 2) * WAVE);
        }
        wave.getStyleClass().setAll("code-wave", error ? "code-wave-error" : "code-wave-warning");
        return wave;
    }

    private static int endOfWord(String text, int from) {
        int end = from;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end)) && ",{}[]".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return Math.max(end, Math.min(text.length(), from + 1));
    }

    private void layCaret(Point2D origin, double height, double gutterWidth) {
        String before = area.getText().substring(0, Math.min(area.getCaretPosition(), area.getLength()));
        int line = (int) before.chars().filter(c -> c == '\n').count();
        double y = origin.getY() + line * height;
        double x = origin.getX() + widthOf(before.substring(before.lastIndexOf('\n') + 1));
        boolean shown = area.isFocused();
        caret.setVisible(shown && x >= gutterWidth - 1);
        caret.setHeight(height);
        caret.relocate(Math.rint(x) - 1, Math.rint(y));
        caretLine.setVisible(shown);
        caretLine.resizeRelocate(gutterWidth, Math.rint(y), Math.max(0, getWidth() - gutterWidth), Math.rint(height));
    }

    private String textOf(int line) {
        return pieces.get(line).stream().map(Colouring.Piece::text).collect(Collectors.joining());
    }

    private double widthOf(String text) {
        var measure = new Text(text);
        measure.setFont(ruler.getFont());
        return measure.getLayoutBounds().getWidth();
    }
}
