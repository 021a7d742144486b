package io.hindcast.desktop.mask;

import io.hindcast.desktop.focus.Masks;
import io.hindcast.desktop.theme.Texts;
import io.hindcast.engine.mask.MaskLog;
import io.hindcast.engine.mask.MaskPlace;
import io.hindcast.engine.mask.MaskRule;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.util.Subscription;

/// The rules in use, a line each, and how often each has hidden something so far.
final class RuleTable extends TableView<MaskRule> {
    private final Texts texts;
    private final Subscription heard;

    RuleTable(MaskModel model, Texts texts) {
        this.texts = texts;
        setId("mask-rules");
        setAccessibleText(texts.text("mask.rules"));
        getStyleClass().add("question-table");
        setFixedCellSize(26);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setPlaceholder(new Label(texts.text("mask.none")));
        column("mask.rule", 130, MaskRule::name);
        column("mask.what", 190, RuleTable::what);
        column("mask.where", 160, RuleTable::places);
        column("mask.touched", 90, rule -> touched(model.focus().masks(), rule)).getStyleClass().add("figures");
        heard = model.focus().masksProperty().subscribe(this::show);
    }

    /// What it hears of the masks.
    Subscription heard() {
        return heard;
    }

    private void show(Masks masks) {
        getItems().setAll(masks.rules().masking().rules().all());
        refresh();
    }

    private static String what(MaskRule rule) {
        return rule.pattern().map(it -> rule.targetWords() + " ~ " + it).orElseGet(rule::targetWords);
    }

    private static String places(MaskRule rule) {
        return rule.places().stream().sorted().map(MaskPlace::word).collect(Collectors.joining(", "));
    }

    private String touched(Masks masks, MaskRule rule) {
        long all = masks.counts().stream()
                .filter(it -> it.rule().equals(rule.name()))
                .mapToLong(MaskLog.Count::values)
                .sum();
        return texts.text("mask.number", all);
    }

    private TableColumn<MaskRule, String> column(String key, double width, Function<MaskRule, String> words) {
        var column = new TableColumn<MaskRule, String>(texts.text(key));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(words.apply(row.getValue())));
        getColumns().add(column);
        return column;
    }
}
