package io.hindcast.desktop.question;

import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.focus.Indexing;
import io.hindcast.desktop.theme.Texts;
import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.engine.session.OpenStore;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Chooses a category of the open store, first the one with the most events. Filled when the index is complete.
public final class CategoryBox extends ComboBox<String> {
    private final Focus focus;
    private final Subscription heard;

    public CategoryBox(Focus focus) {
        this.focus = focus;
        String name = Texts.of(CategoryBox.class).text("category");
        setAccessibleText(name);
        skinProperty().subscribe(skin -> {
            if (skin instanceof ComboBoxListViewSkin<?> list) {
                list.getPopupContent().setAccessibleText(name);
            }
        });
        valueProperty().subscribe(chosen -> setTooltip(chosen == null ? null : new Tooltip(chosen)));
        setMinWidth(90);
        setPrefWidth(150);
        heard = Subscription.combine(
                focus.indexing().phaseProperty().subscribe(this::fill),
                focus.storeProperty().subscribe((_, _) -> getItems().clear()));
    }

    /// What it hears of the store, for a dialog that ends before the window does.
    public Subscription heard() {
        return heard;
    }

    private void fill(Indexing.Phase phase) {
        if (phase == Indexing.Phase.COMPLETE || phase == Indexing.Phase.STOPPED) {
            List<String> names =
                    focus.storeProperty().get().map(OpenStore::index).map(CategoryBox::names).orElse(List.of());
            String before = chosen();
            getItems().setAll(names);
            if (!names.isEmpty()) {
                setValue(names.contains(before) ? before : names.getFirst());
            }
        }
    }

    /// The category chosen, "" while there is none.
    public String chosen() {
        @Nullable String value = getValue();
        return value == null ? "" : value;
    }

    /// By number of events, most first.
    private static List<String> names(HeaderIndex index) {
        var counts = new TreeMap<String, Long>();
        index.streams().forEach(stream -> counts.merge(stream.category(), (long) stream.events(), Long::sum));
        var names = new ArrayList<>(counts.keySet());
        names.sort((one, other) -> Long.compare(counts.getOrDefault(other, 0L), counts.getOrDefault(one, 0L)));
        return names;
    }
}
