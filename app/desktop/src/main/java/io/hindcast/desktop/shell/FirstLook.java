package io.hindcast.desktop.shell;

import io.hindcast.desktop.focus.Destination;
import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.focus.Indexing;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.session.StreamSummary;
import java.util.Comparator;
import java.util.Optional;

/// Something to see at once: when the store is read and nobody has chosen a stream, the busiest one is looked at.
final class FirstLook {
    private final Focus focus;

    FirstLook(Focus focus) {
        this.focus = focus;
        focus.indexing().phaseProperty().subscribe((_, phase) -> {
            if (phase == Indexing.Phase.COMPLETE) {
                lookAtBusiest();
            }
        });
    }

    /// Unless there is something to see already, or the store is still being read.
    void lookAtBusiest() {
        Optional<OpenStore> store = focus.storeProperty().get();
        boolean isRead = focus.indexing().phaseProperty().get() == Indexing.Phase.COMPLETE;
        if (store.isEmpty() || isLooking() || !isRead) {
            return;
        }
        focus.work().start(() -> {
            Optional<StreamSummary> busiest =
                    store.get().streams().stream().max(Comparator.comparingInt(StreamSummary::events));
            focus.work().show(() -> busiest.ifPresent(stream -> look(store.get(), stream)));
        });
    }

    private void look(OpenStore store, StreamSummary stream) {
        boolean same = focus.storeProperty().get().filter(it -> it == store).isPresent();
        if (same && !isLooking()) {
            focus.goTo(stream.stream(), Destination.head());
        }
    }

    private boolean isLooking() {
        return focus.look().size() > 0 || focus.loadingProperty().get().isPresent();
    }
}
