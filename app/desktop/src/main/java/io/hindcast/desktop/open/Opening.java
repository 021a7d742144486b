package io.hindcast.desktop.open;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.focus.MaskDesk;
import io.hindcast.desktop.focus.Masks;
import io.hindcast.desktop.focus.Notice;
import io.hindcast.desktop.work.Asking;
import io.hindcast.engine.mask.MaskFinder;
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
    private final MaskDesk masks;
    private Runnable leaving = () -> {};
    private final Asking<OpenRequest, Opened> asking;

    private record Opened(OpenStore store, MaskFinder.Found masks) {}

    public Opening(Focus focus, StoreOpener opener, RecentStores recent, MaskDesk masks) {
        this.masks = masks;
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

    /// What is done at the last moment before another store takes the place of the open one.
    public void beforeLeaving(Runnable what) {
        leaving = what;
    }

    public void cancel() {
        asking.drop();
        opening.set(false);
    }

    private Opened answer(OpenRequest request) throws InterruptedException {
        MaskFinder.Found found = found(request.location());
        OpenStore store = opener.open(WorkspaceFile.isOne(request.location()) ? passingMissing(request) : request);
        if (Thread.interrupted()) {
            store.close();
            throw new InterruptedException("overtaken");
        }
        recent.remember(new RecentStores.Entry(store.location(), store.info().system(), request.setting("user")));
        return new Opened(store, found);
    }

    /// Rules that are broken refuse the store: without them everything would be shown.
    private MaskFinder.Found found(Location location) {
        try {
            return masks.find(location);
        } catch (MaskFinder.Unusable broken) {
            throw new ConnectorException(ConnectorException.Kind.SETTINGS, String.valueOf(broken.getMessage()));
        }
    }

    /// What is masked of a store that is not open; may block.
    public Masks masksFor(Location location) {
        return Masks.of(found(location), _ -> "");
    }

    public MaskDesk maskDesk() {
        return masks;
    }

    /// Of a workspace the stores that can be opened are shown, and the others named.
    private static OpenRequest passingMissing(OpenRequest request) {
        var settings = new HashMap<>(request.settings());
        settings.put("missing", "show");
        return new OpenRequest(request.location(), settings, request.password());
    }

    private void opened(Opened opened) {
        opening.set(false);
        leaving.run();
        focus.show(opened.store(), opened.masks());
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
