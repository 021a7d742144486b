package io.hindcast.desktop.compare;

import io.hindcast.desktop.theme.EmptyState;
import io.hindcast.desktop.theme.Texts;
import io.hindcast.desktop.value.ChangeTable;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.state.Change;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// What was recorded beside what is supposed, at the focused event.
final class SupposedView extends BorderPane {
    private final CompareModel model;
    private final Texts texts;
    private final ChangeTable table;
    private final Label count = new Label();
    private final HBox line = new HBox(count);

    SupposedView(CompareModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        table = new ChangeTable(texts.text("compare.supposed"));
        table.setId("supposed-table");
        table.setPlaceholder(new EmptyState(
                Feather.CHECK, texts.text("compare.same"), texts.text("compare.supposed.same")));
        count.getStyleClass().add("hc-muted");
        line.getStyleClass().add("compare-supposed");
        model.supposedProperty().subscribe(this::show);
        model.focus().masksProperty().subscribe((_, _) -> show(model.supposedProperty().get()));
    }

    private void show(Optional<List<Change>> changes) {
        if (changes.isEmpty()) {
            setTop(null);
            setCenter(new EmptyState(
                    Feather.GIT_BRANCH, texts.text("compare.unsupposed"), texts.text("compare.unsupposed.next")));
            return;
        }
        String stream = model.focus().look().history().map(StreamHistory::stream).orElse("");
        table.show(model.focus().masks().changes(stream, changes.get()), texts.text("compare.recorded"), texts.text("compare.hypothetical"));
        count.setText(texts.text("compare.count", changes.get().size()));
        setTop(line);
        setCenter(table);
    }
}
