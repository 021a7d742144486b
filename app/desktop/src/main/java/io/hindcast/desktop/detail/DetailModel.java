package io.hindcast.desktop.detail;

import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.focus.Look;
import io.hindcast.desktop.focus.Masks;
import io.hindcast.desktop.focus.Notice;
import io.hindcast.desktop.theme.Texts;
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

    private record Question(StreamHistory history, CommonFields fields, Masks masks, int index) {}

    public DetailModel(Focus focus) {
        this.focus = focus;
        String hidden = Texts.of(DetailModel.class).text("detail.hidden");
        this.asking = focus.work().asking(
                it -> EventDetail.of(it.history(), it.fields(), it.masks(), it.index(), hidden),
                answer -> detail.set(Optional.of(answer)),
                failure -> focus.tell(Notice.of(failure)));
        focus.lookProperty().subscribe(this::follow);
        focus.masksProperty().subscribe((_, _) -> follow(focus.look()));
    }

    private void follow(Look look) {
        Optional<OpenStore> store = focus.storeProperty().get();
        if (store.isPresent() && look.isOnEvent()) {
            var history = look.history().orElseThrow();
            var fields = CommonFields.of(store.get().infoOf(history.stream()));
            asking.ask(new Question(history, fields, focus.masks(), look.index()));
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
