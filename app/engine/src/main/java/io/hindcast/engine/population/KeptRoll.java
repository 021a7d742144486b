package io.hindcast.engine.population;

import io.hindcast.engine.population.RollForward.Named;
import java.util.ArrayList;
import java.util.List;

/// A stream between two moments.
final class KeptRoll extends KeptState {
    final RollTally tally = new RollTally();
    final List<Named> failed = new ArrayList<>(0);
    final List<Named> notNumeric = new ArrayList<>(0);
    Amount now = Amount.NOTHING;
    boolean opened;
    long withoutEffect;
    long failedEvents;
    long notNumericEvents;

    KeptRoll(String stream, String category) {
        super(stream, category);
    }

    /// Fixes the opening once, before the first event of the period, or at the end.
    void open() {
        if (!opened) {
            opened = true;
            tally.open(now);
        }
    }

    /// An event of the period was folded.
    void moved(String type, long version, Amount after) {
        if (!now.isNumeric() || !after.isNumeric()) {
            if (!now.isSame(after)) {
                notNumericEvents++;
                name(notNumeric, version, type, after.isNumeric() ? "replaces " + now.kind() : "puts " + after.kind());
            }
        }
        if (now.currency().equals(after.currency()) ? now.number().equals(after.number()) : bothZero(after)) {
            withoutEffect++;
        } else {
            tally.move(type, now, after);
        }
        now = after;
    }

    private boolean bothZero(Amount after) {
        return now.isZero() && after.isZero();
    }

    void failed(String type, long version, String reason) {
        failedEvents++;
        name(failed, version, type, reason);
    }

    private void name(List<Named> list, long version, String type, String what) {
        if (list.size() < RollForward.NAMED) {
            list.add(new Named(stream, version, type, what));
        }
    }
}
