package io.hindcast.desktop.open;

import io.hindcast.connector.OpenRequest;
import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.focus.Notice;
import io.hindcast.desktop.work.Asking;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.session.StoreOpener;
import io.hindcast.engine.workspace.WorkspaceFile;
import java.util.HashMap;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The opening of a store in the background: it becomes the focus, or a sentence says why not.
public final class Opening {
    private final Focus focus;
    private final StoreOpener opener;
    private final RecentStores recent;
    private final ReadOnlyBooleanWrapper opening = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Notice>> refused = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Asking<OpenRequest, OpenStore> asking;

    public Opening(Focus focus, StoreOpener opener, RecentStores recent) {
        this.focus = focus;
        this.opener = opener;
        this.recent = recent;
        this.asking = focus.work().asking(this::answer, this::opened, this::failed);
    }

    /// Opens; an earlier request that still runs is dropped.
    public void open(OpenRequest request) {
        refused.set(Optional.empty());
        opening.set(true);
        asking.ask(request);
    }

    public void cancel() {
        asking.drop();
        opening.set(false);
    }

    private OpenStore answer(OpenRequest request) throws InterruptedException {
        OpenStore store = opener.open(WorkspaceFile.isOne(request.location()) ? passingMissing(request) : request);
        if (Thread.interrupted()) {
            store.close();
            throw new InterruptedException("overtaken");
        }
        recent.remember(new RecentStores.Entry(store.location(), store.info().system(), request.setting("user")));
        return store;
    }

    /// Of a workspace the stores that can be opened are shown, and the others named.
    private static OpenRequest passingMissing(OpenRequest request) {
        var settings = new HashMap<>(request.settings());
        settings.put("missing", "show");
        return new OpenRequest(request.location(), settings, request.password());
    }

    private void opened(OpenStore store) {
        opening.set(false);
        focus.show(store);
    }

    private void failed(Throwable failure) {
        opening.set(false);
        refused.set(Optional.of(Notice.of(failure)));
    }

    public ReadOnlyBooleanProperty openingProperty() {
        return opening.getReadOnlyProperty();
    }

    /// Why the last request was refused.
    public ReadOnlyObjectProperty<Optional<Notice>> refusedProperty() {
        return refused.getReadOnlyProperty();
    }

    public StoreOpener opener() {
        return opener;
    }

    public RecentStores recent() {
        return recent;
    }
}
