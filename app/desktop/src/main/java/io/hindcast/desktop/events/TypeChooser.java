package io.hindcast.desktop.events;

import io.hindcast.desktop.theme.Texts;
import io.hindcast.desktop.theme.TypeChip;
import java.util.Optional;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

/// The menu that narrows the table to one type of event, with the true count of each.
final class TypeChooser extends MenuButton {
    private final EventsModel model;
    private final Texts texts;

    TypeChooser(EventsModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("events-type");
        getStyleClass().addAll("flat", "hc-menu");
        setAccessibleText(texts.text("events.type.choose"));
        setMinWidth(USE_PREF_SIZE);
        setMaxWidth(200);
        model.rowsProperty().subscribe(this::fill);
        model.focus().typeColours().namesProperty().subscribe((_, _) -> fill(model.rowsProperty().get()));
        model.typeProperty().subscribe(type -> setText(type.orElse(texts.text("events.type.all"))));
    }

    private void fill(Rows rows) {
        getItems().setAll(new MenuItem(texts.text("events.type.all")));
        getItems().getFirst().setOnAction(_ -> model.typeProperty().set(Optional.empty()));
        rows.types().forEach((type, count) -> {
            var chip = new TypeChip();
            chip.show(type, model.focus().typeColours().slotOf(type));
            var item = new MenuItem(texts.text("events.type.count", count), chip);
            item.setOnAction(_ -> model.typeProperty().set(Optional.of(type)));
            getItems().add(item);
        });
    }
}
