package io.hindcast.desktop.marks;

import io.hindcast.audit.mark.MarkContent.Finding;
import io.hindcast.audit.mark.MarkContent.Severity;
import io.hindcast.audit.mark.MarkContent.Status;
import io.hindcast.audit.mark.Money;
import io.hindcast.desktop.sign.MarkWords;
import io.hindcast.desktop.theme.Texts;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The fields of a finding.
final class FindingFields extends GridPane {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Texts texts;
    private final TextField name = new TextField();
    private final TextArea condition = new TextArea();
    private final TextArea criteria = new TextArea();
    private final TextArea cause = new TextArea();
    private final TextArea effect = new TextArea();
    private final TextField amount = new TextField();
    private final TextField currency = new TextField();
    private final TextArea response = new TextArea();
    private final NamedBox<Severity> severity;
    private final NamedBox<Status> status;

    FindingFields(Texts texts, MarkWords words) {
        this.texts = texts;
        getStyleClass().add("mark-grid");
        severity = new NamedBox<>(texts.text("marks.severity"), words::severity);
        status = new NamedBox<>(texts.text("marks.status"), words::status);
        severity.getItems().setAll(Severity.values());
        status.getItems().setAll(Status.values());
        amount.setPromptText(texts.text("marks.amount.prompt"));
        currency.setPromptText(texts.text("marks.currency.prompt"));
        currency.setPrefColumnCount(5);
        currency.setMaxWidth(90);
        currency.setAccessibleText(texts.text("marks.currency"));
        amount.textProperty().subscribe((_, _) -> wrong(false));
        currency.textProperty().subscribe((_, _) -> wrong(false));
        name.setId("finding-name");
        amount.setId("finding-amount");
        currency.setId("finding-currency");
        condition.setId("finding-condition");
        row(0, "marks.name", name);
        row(1, "marks.condition", condition);
        row(2, "marks.criteria", criteria);
        row(3, "marks.cause", cause);
        row(4, "marks.effect", effect);
        HBox.setHgrow(amount, Priority.ALWAYS);
        var money = new HBox(8, amount, currency);
        label(5, "marks.amount", amount);
        add(money, 1, 5);
        row(6, "marks.response", response);
        label(7, "marks.severity", severity);
        var state = new Label(texts.text("marks.status"));
        state.setLabelFor(status);
        var both = new HBox(8, severity, state, status);
        both.getStyleClass().add("mark-line");
        add(both, 1, 7);
    }

    private void row(int row, String key, Control control) {
        label(row, key, control);
        control.setAccessibleText(texts.text(key));
        if (control instanceof TextArea area) {
            area.setPrefRowCount(2);
            area.setWrapText(true);
            area.setPromptText(texts.text(key + ".prompt"));
        }
        GridPane.setHgrow(control, Priority.ALWAYS);
        add(control, 1, row);
    }

    private void label(int row, String key, Control control) {
        var label = new Label(texts.text(key));
        label.setLabelFor(control);
        label.setMinWidth(USE_PREF_SIZE);
        add(label, 0, row);
    }

    void show(Finding finding) {
        name.setText(finding.text());
        condition.setText(finding.condition());
        criteria.setText(finding.criteria());
        cause.setText(finding.cause());
        effect.setText(finding.effect());
        amount.setText(finding.amount().map(it -> it.amount().toPlainString()).orElse(""));
        currency.setText(finding.amount().map(Money::currency).orElse(""));
        response.setText(finding.response());
        severity.setValue(finding.severity());
        status.setValue(finding.status());
    }

    /// What stands in the fields; nothing, and the amount is marked, when that is none.
    Optional<Finding> written() {
        String sum = amount.getText().strip();
        String unit = currency.getText().strip();
        Optional<Money> money = Money.parse((sum + " " + unit).strip());
        boolean isWrong = money.isEmpty() && !(sum.isEmpty() && unit.isEmpty());
        wrong(isWrong);
        return isWrong
                ? Optional.empty()
                : Optional.of(new Finding(
                        name.getText().strip(),
                        condition.getText().strip(),
                        criteria.getText().strip(),
                        cause.getText().strip(),
                        effect.getText().strip(),
                        money,
                        response.getText().strip(),
                        severity.getValue(),
                        status.getValue()));
    }

    private void wrong(boolean is) {
        amount.pseudoClassStateChanged(WRONG, is);
        currency.pseudoClassStateChanged(WRONG, is);
    }

    void takeKeys() {
        name.requestFocus();
    }
}
