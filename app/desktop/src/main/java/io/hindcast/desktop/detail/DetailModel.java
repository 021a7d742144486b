package io.hindcast.desktop.detail;

import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.focus.Look;
import io.hindcast.desktop.focus.Notice;
import io.hindcast.desktop.work.Asking;
import io.hindcast.engine.payload.CommonFields;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.session.OpenStore;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The focused event in full. Decoding runs elsewhere; the last place always wins.
public final class DetailModel {
    private final Focus focus;
    private final ReadOnlyObjectWrapper<Optional<EventDetail>> detail =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Asking<Question, EventDetail> asking;

    private record Question(StreamHistory history, CommonFields fields, int index) {}

    public DetailModel(Focus focus) {
        this.focus = focus;
        this.asking = focus.work().asking(
                it -> EventDetail.of(it.history(), it.fields(), it.index()),
                answer -> detail.set(Optional.of(answer)),
                failure -> focus.tell(Notice.of(failure)));
        focus.lookProperty().subscribe(this::follow);
    }

    private void follow(Look look) {
        Optional<OpenStore> store = focus.storeProperty().get();
        if (store.isPresent() && look.isOnEvent()) {
            var history = look.history().orElseThrow();
            var fields = CommonFields.of(store.get().infoOf(history.stream()));
            asking.ask(new Question(history, fields, look.index()));
        } else {
            asking.drop();
            detail.set(Optional.empty());
        }
    }

    ReadOnlyObjectProperty<Optional<EventDetail>> detailProperty() {
        return detail.getReadOnlyProperty();
    }

    Focus focus() {
        return focus;
    }
}
