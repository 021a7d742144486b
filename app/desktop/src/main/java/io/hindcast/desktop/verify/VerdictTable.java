package io.hindcast.desktop.verify;

import io.hindcast.audit.verify.HintText;
import io.hindcast.audit.verify.Outcome;
import io.hindcast.audit.verify.VerifiedSnapshot;
import io.hindcast.desktop.focus.Masks;
import io.hindcast.desktop.theme.Texts;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/// Tested snapshots, a line each; Enter or a double click goes there.
final class VerdictTable extends TableView<VerifiedSnapshot> {
    private static final PseudoClass DRIFTS = PseudoClass.getPseudoClass("drifts");
    private static final PseudoClass UNVERIFIABLE = PseudoClass.getPseudoClass("unverifiable");
    private final Texts texts;
    private final HintText hints;
    private final Supplier<Masks> masks;

    VerdictTable(Texts texts, HintText hints, Supplier<Masks> masks, Consumer<VerifiedSnapshot> open) {
        this.masks = masks;
        this.texts = texts;
        this.hints = hints;
        setId("verify-table");
        setAccessibleText(texts.text("verify.title"));
        getStyleClass().add("question-table");
        setFixedCellSize(26);
        var version = column("verify.version", 64, one -> "v" + one.snapshot().version());
        version.getStyleClass().add("figures");
        var verdict = column("verify.verdict", 150, this::verdict);
        var why = column("verify.why", 460, this::why);
        List.of(verdict, why).forEach(it -> it.getStyleClass().add("words"));
        getColumns()
                .setAll(List.of(
                        column("verify.stream", 160, one -> masks.get().stream(one.snapshot().stream())), version, verdict, why));
        setRowFactory(_ -> row(open));
        setOnKeyPressed(event -> {
            VerifiedSnapshot chosen = getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && chosen != null) {
                open.accept(chosen);
                event.consume();
            }
        });
    }

    private String verdict(VerifiedSnapshot one) {
        return switch (one.outcome()) {
            case Outcome.Matches() -> texts.text("verify.matches");
            case Outcome.Drifts(var changes) -> texts.text("verify.drifts", changes.size());
            case Outcome.Unverifiable _ -> texts.text("verify.unverifiable");
        };
    }

    private String why(VerifiedSnapshot one) {
        return masks.get().text(one.snapshot().stream(), reason(one));
    }

    private String reason(VerifiedSnapshot one) {
        return switch (one.outcome()) {
            case Outcome.Matches() -> "";
            case Outcome.Drifts _ -> one.explanation().map(it -> hints.text(it.hint())).orElse("");
            case Outcome.Unverifiable(String reason) -> reason;
        };
    }

    private static TableRow<VerifiedSnapshot> row(Consumer<VerifiedSnapshot> open) {
        var row = new TableRow<VerifiedSnapshot>() {
            @Override
            protected void updateItem(@Nullable VerifiedSnapshot one, boolean empty) {
                super.updateItem(one, empty);
                pseudoClassStateChanged(DRIFTS, !empty && one != null && one.outcome() instanceof Outcome.Drifts);
                pseudoClassStateChanged(
                        UNVERIFIABLE, !empty && one != null && one.outcome() instanceof Outcome.Unverifiable);
            }
        };
        row.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2 && !row.isEmpty()) {
                open.accept(row.getItem());
            }
        });
        return row;
    }

    private TableColumn<VerifiedSnapshot, String> column(
            String title, double width, Function<VerifiedSnapshot, String> text) {
        var column = new TableColumn<VerifiedSnapshot, String>(texts.text(title));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(features -> new ReadOnlyStringWrapper(text.apply(features.getValue())));
        return column;
    }
}
