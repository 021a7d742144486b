package io.hindcast.desktop.blame;

import io.hindcast.desktop.focus.Masks;
import io.hindcast.desktop.theme.Texts;
import io.hindcast.engine.replay.Curve;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Num;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;

/// A number over the events of a stream: its way as steps, the room between least and most of each column, the focused
/// event as a line. The least and the most are written with all their digits; only the pixels are rounded.
final class CurveView extends Pane {
    private static final double ROOM = 17;
    private final Polyline way = new Polyline();
    private final Polygon band = new Polygon();
    private final Line zero = new Line();
    private final Region now = new Region();
    private final Label most = new Label();
    private final Label least = new Label();
    private final Texts texts;
    private Optional<Curve> curve = Optional.empty();
    private double here = -1;

    /// @param picked gets the share of the width, from 0 up to 1, at which was clicked
    CurveView(Texts texts, DoubleConsumer picked) {
        this.texts = texts;
        getStyleClass().add("curve");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(texts.text("blame.curve"));
        way.getStyleClass().add("curve-way");
        band.getStyleClass().add("curve-band");
        zero.getStyleClass().add("curve-zero");
        now.getStyleClass().add("curve-now");
        most.getStyleClass().add("curve-number");
        least.getStyleClass().add("curve-number");
        for (var each : List.of(band, zero, way, now, most, least)) {
            each.setManaged(false);
            each.setMouseTransparent(true);
        }
        getChildren().addAll(band, zero, way, now, most, least);
        setOnMouseClicked(click -> picked.accept(Math.clamp(click.getX() / Math.max(1, getWidth()), 0, 0.999_999)));
    }

    /// @param focus where the focused event stands, as a share of the width; below 0 for nowhere
    void show(Curve shown, double focus) {
        curve = Optional.of(shown);
        here = focus;
        requestLayout();
    }

    /// Shows no curve.
    void clear() {
        curve = Optional.empty();
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        way.getPoints().clear();
        band.getPoints().clear();
        boolean drawn = curve.filter(it -> it.columns().stream().anyMatch(one -> one.values().isPresent())).isPresent();
        List.of(zero, now, most, least).forEach(it -> it.setVisible(drawn));
        if (curve.isEmpty() || !drawn || getWidth() <= 0) {
            return;
        }
        List<Curve.Column> columns = curve.get().columns();
        BigDecimal low = extreme(columns, false);
        BigDecimal high = extreme(columns, true);
        double step = getWidth() / columns.size();
        for (int i = 0; i < columns.size(); i++) {
            double left = i * step;
            double right = left + step;
            columns.get(i).values().ifPresent(it -> {
                double y = y(it.last().orElse(it.most()).value(), low, high);
                way.getPoints().addAll(left, y, right, y);
                band.getPoints().addAll(left, y(it.most().value(), low, high), right, y(it.most().value(), low, high));
            });
        }
        for (int i = columns.size() - 1; i >= 0; i--) {
            double left = i * step;
            double right = left + step;
            columns.get(i).values().ifPresent(it -> {
                double y = y(it.least().value(), low, high);
                band.getPoints().addAll(right, y, left, y);
            });
        }
        boolean crosses = low.signum() < 0 && high.signum() > 0;
        zero.setVisible(crosses);
        double middle = crosses ? y(BigDecimal.ZERO, low, high) : 0;
        zero.setStartY(middle);
        zero.setEndY(middle);
        zero.setEndX(getWidth());
        now.setVisible(here >= 0 && here <= 1);
        now.resizeRelocate(Math.rint(here * getWidth()) - 1, 0, 2, getHeight());
        setAccessibleText(texts.text("blame.curve.told", low.toPlainString(), high.toPlainString()));
        place(most, high.toPlainString(), 0);
        place(least, low.toPlainString(), getHeight() - 16);
    }

    /// Whether no number of a curve is masked: its shape alone would tell.
    static boolean mayShow(Curve curve, Masks masks, String stream, FieldPath field) {
        return curve.columns().stream()
                .flatMap(it -> it.values().stream())
                .flatMap(it -> Stream.concat(Stream.of(it.least(), it.most()), it.last().stream()))
                .noneMatch(it -> masks.stateAt(stream, field, it).isMasked());
    }

    private void place(Label label, String words, double y) {
        label.setText(words);
        label.setAlignment(Pos.CENTER_LEFT);
        label.applyCss();
        label.resizeRelocate(8, y, Math.ceil(label.prefWidth(-1)), 16);
    }

    private double y(BigDecimal value, BigDecimal low, BigDecimal high) {
        BigDecimal span = high.subtract(low);
        double share = span.signum() == 0
                ? 0.5
                : value.subtract(low).divide(span, MathContext.DECIMAL64).doubleValue();
        return getHeight() - ROOM - share * (getHeight() - 2 * ROOM);
    }

    private static BigDecimal extreme(List<Curve.Column> columns, boolean largest) {
        BigDecimal best = null;
        for (Curve.Column column : columns) {
            if (column.values().isPresent()) {
                Num number = largest ? column.values().get().most() : column.values().get().least();
                int sign = best == null ? 0 : number.value().compareTo(best);
                best = best == null || (largest ? sign > 0 : sign < 0) ? number.value() : best;
            }
        }
        return best == null ? BigDecimal.ZERO : best;
    }
}
