package io.hindcast.desktop.focus;

import io.hindcast.desktop.work.Asking;
import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.engine.timeline.TypeSlots;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Which event type has which colour, the same in every pane: the most frequent types one each, all others share one.
public final class TypeColours {
    private final ReadOnlyObjectWrapper<List<String>> names = new ReadOnlyObjectWrapper<>(List.of());
    private final Asking<HeaderIndex, List<String>> asking;

    TypeColours(Focus focus) {
        asking = focus.work().asking(index -> new TypeSlots(index).names(), names::set, _ -> {});
        focus.storeProperty().subscribe((_, _) -> names.set(List.of()));
        focus.indexing().phaseProperty().subscribe((_, _) -> ask(focus));
        focus.indexing().doneProperty().subscribe((_, _) -> {
            if (!asking.isWaiting()) {
                ask(focus);
            }
        });
    }

    private void ask(Focus focus) {
        focus.storeProperty().get().ifPresent(store -> asking.ask(store.index()));
    }

    /// The place of the type's colour, 0 to 7.
    public int slotOf(String type) {
        int slot = names.get().indexOf(type);
        return slot < 0 ? TypeSlots.SHARED : slot;
    }

    /// Tells when colours were given anew.
    public ReadOnlyObjectProperty<List<String>> namesProperty() {
        return names.getReadOnlyProperty();
    }
}
