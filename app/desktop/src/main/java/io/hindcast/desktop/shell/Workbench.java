package io.hindcast.desktop.shell;

import io.hindcast.desktop.events.EventsModel;
import io.hindcast.desktop.events.EventsView;
import io.hindcast.desktop.focus.Destination;
import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.focus.Indexing;
import io.hindcast.desktop.open.Opening;
import io.hindcast.desktop.state.StateModel;
import io.hindcast.desktop.state.StateView;
import io.hindcast.desktop.status.StatusView;
import io.hindcast.desktop.streams.StreamsModel;
import io.hindcast.desktop.streams.StreamsView;
import io.hindcast.desktop.transport.TransportModel;
import io.hindcast.desktop.transport.TransportView;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.session.StreamSummary;
import java.util.Comparator;
import java.util.Optional;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/// All panes of the window around one focus.
final class Workbench extends BorderPane {
    private final Focus focus;
    private final StreamsView streams;
    private final EventsView events;
    private final TransportModel transport;

    Workbench(Focus focus, Opening opening) {
        this.focus = focus;
        getStyleClass().add("workbench");
        streams = new StreamsView(new StreamsModel(focus));
        events = new EventsView(new EventsModel(focus));
        transport = new TransportModel(focus);
        var state = new StateView(new StateModel(focus));
        var across = new SplitPane(streams, events, state);
        across.setDividerPositions(0.19, 0.66);
        SplitPane.setResizableWithParent(streams, false);
        setCenter(across);
        setBottom(new VBox(new TransportView(transport), new StatusView(focus)));
        focus.indexing().phaseProperty().subscribe((_, phase) -> {
            if (phase == Indexing.Phase.COMPLETE) {
                lookAtBusiest();
            }
        });
    }

    /// Something to see at once: the busiest stream, unless the person was quicker.
    private void lookAtBusiest() {
        Optional<OpenStore> store = focus.storeProperty().get();
        if (store.isEmpty() || isLooking()) {
            return;
        }
        focus.work().start(() -> {
            Optional<StreamSummary> busiest =
                    store.get().streams().stream().max(Comparator.comparingInt(StreamSummary::events));
            focus.work().show(() -> {
                if (!isLooking() && focus.storeProperty().get().equals(store)) {
                    busiest.ifPresent(it -> focus.goTo(it.stream(), Destination.head()));
                }
            });
        });
    }

    private boolean isLooking() {
        return focus.look().subject().isPresent() || focus.loadingProperty().get().isPresent();
    }

    TransportModel transport() {
        return transport;
    }

    StreamsView streams() {
        return streams;
    }

    EventsView events() {
        return events;
    }
}
