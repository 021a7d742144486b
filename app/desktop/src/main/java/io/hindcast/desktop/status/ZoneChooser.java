package io.hindcast.desktop.status;

import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.theme.Icons;
import io.hindcast.desktop.theme.Texts;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;

/// The one zone control: UTC, the machine's own zone, or any zone by a part of its name.
final class ZoneChooser extends MenuButton {
    private static final int MOST = 12;
    private final Focus focus;
    private final Texts texts;
    private final TextField search = new TextField();
    private final List<MenuItem> fixed = new ArrayList<>();

    ZoneChooser(Focus focus, Texts texts) {
        this.focus = focus;
        this.texts = texts;
        setId("status-zone");
        getStyleClass().addAll("flat", "hc-menu");
        setGraphic(Icons.of(Feather.GLOBE, "hc-muted-icon"));
        setMinWidth(USE_PREF_SIZE);
        setTooltip(new Tooltip(texts.text("status.zone.tip")));
        setAccessibleText(texts.text("status.zone.tip"));
        search.setPromptText(texts.text("status.zone.search"));
        search.setAccessibleText(texts.text("status.zone.search"));
        search.textProperty().subscribe((_, _) -> fill());
        var searching = new CustomMenuItem(search, false);
        searching.getStyleClass().add("zone-search");
        fixed.addAll(List.of(
                item(ZoneId.of("UTC"), "UTC"),
                item(ZoneId.systemDefault(), texts.text("status.zone.local", ZoneId.systemDefault().getId())),
                new SeparatorMenuItem(),
                searching));
        fill();
        focus.zoneProperty().subscribe(zone -> setText(zone.getId()));
    }

    private void fill() {
        String wanted = search.getText().strip().toLowerCase(Locale.ROOT).replace(' ', '_');
        getItems().setAll(fixed);
        if (wanted.isEmpty()) {
            ZoneRegions.REGIONS.forEach(region -> getItems().add(region(region)));
        } else {
            ZoneRegions.containing(wanted).stream()
                    .limit(MOST)
                    .forEach(id -> getItems().add(item(ZoneId.of(id), id)));
        }
    }

    private Menu region(String region) {
        var menu = new Menu(region);
        menu.getItems().add(new MenuItem(texts.text("status.zone.search")));
        menu.setOnShowing(_ -> menu.getItems()
                .setAll(ZoneRegions.of(region).stream()
                        .map(id -> item(ZoneId.of(id), id.substring(region.length() + 1)))
                        .toList()));
        return menu;
    }

    private MenuItem item(ZoneId zone, String name) {
        var item = new MenuItem(name);
        item.setOnAction(_ -> focus.zoneProperty().set(zone));
        return item;
    }
}
