package io.hindcast.bench.run;

import io.hindcast.bench.data.ManyEvents;
import io.hindcast.bench.measure.Latencies;
import io.hindcast.desktop.timeline.TimelineModel;
import io.hindcast.desktop.timeline.TimelineView;
import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.StateText;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.timeline.LaneGrouping;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;

/// A slider that is dragged wildly: in every pulse the state after another event, shown as lines, and the timeline with
/// its playhead somewhere else.
final class Slider {
    static final int EVENTS = 500_000;
    private static final int PULSES = 300;
    private static final FieldPath ACCOUNTS = FieldPath.parse("/accounts");

    private final StreamHistory history;
    private final SplittableRandom random;
    private final HeaderIndex index;

    Slider(StreamHistory history, long seed) {
        this.history = history;
        this.random = new SplittableRandom(seed);
        this.index = ManyEvents.index(EVENTS, seed);
    }

    /// The time from pulse to pulse; one round before as warming up.
    Latencies frames() throws Exception {
        try (var pulses = Pulses.open()) {
            var model = Pulses.on(() -> new TimelineModel(() -> index, Runnable::run, Runnable::run));
            var lines = Pulses.on(() -> new ListView<String>());
            var content = Pulses.on(() -> {
                model.setGrouping(LaneGrouping.STREAM);
                var view = new TimelineView(model);
                model.refresh();
                return new SplitPane(view, lines);
            });
            Runnable move = () -> move(model, lines);
            pulses.time(content, move, Pulses.SKIPPED, PULSES);
            return Latencies.ofNanos(pulses.time(content, move, Pulses.SKIPPED, PULSES));
        }
    }

    private void move(TimelineModel model, ListView<String> lines) {
        lines.getItems().setAll(shown(history.stateAfter(random.nextInt(history.size()))));
        int event = random.nextInt(index.size());
        model.setFocus(index.stream(event), event);
    }

    private static List<String> shown(StateValue state) {
        var shown = new ArrayList<String>(LongHistory.FIELDS);
        shown.add("balance: " + StateText.compact(state.at(FieldPath.parse("/balance"))));
        for (int i = 1; i < LongHistory.FIELDS; i++) {
            shown.add("account-" + i + ": " + StateText.compact(state.at(ACCOUNTS.child("account-" + i))));
        }
        return shown;
    }
}
