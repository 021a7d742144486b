package io.hindcast.audit.verify;

import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.Numbers;
import io.hindcast.engine.replay.FieldChange;
import io.hindcast.engine.replay.FieldPattern;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.state.Change;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/// Tries what may have happened to one snapshot, the plainest first, until something gives exactly the snapshot. Only
/// events that touch what differs can be the cause, so only these are tried. One thread.
final class Causes {
    /// Events folded for one drift, all trials together: a second or so.
    private static final long BUDGET = 400_000;

    private static final int MOST_STEPS = 20_000;
    private static final int ENOUGH = 10;

    private final StreamHistory history;
    private final List<Change> changes;
    private final int after;
    private final int at;
    private final Retrial retrial;
    private final Map<Change, List<FieldChange>> steps = new LinkedHashMap<>();

    /// @param changes snapshot (before) and replay (after)
    /// @param after the event of the last snapshot that agreed, -1 for none
    /// @param at the event that the snapshot stands for
    Causes(StreamHistory history, StateValue stored, List<Change> changes, int after, int at) {
        this.history = history;
        this.changes = changes;
        this.after = after;
        this.at = at;
        this.retrial = new Retrial(history, stored, at, BUDGET);
        changes.forEach(change -> steps.put(
                change,
                history.fields()
                        .changes(FieldPattern.of(change.path()), 0, history.size() - 1, MOST_STEPS)
                        .reversed()));
    }

    Hint find(List<Fold> otherFolds) {
        return otherMoment()
                .or(this::oneSkipped)
                .or(this::oneTwice)
                .or(this::exchanged)
                .or(this::olderFold)
                .or(() -> otherFolds.stream()
                        .filter(retrial::by)
                        .findFirst()
                        .map(fold -> new Hint.OtherFold(fold.name())))
                .or(this::lostDigits)
                .or(this::written)
                .orElseGet(Hint.Unexplained::new);
    }

    /// A state of the stream changes only where events touch what differs: in between, every moment is as good as the
    /// last one before the next touch.
    private Optional<Hint> otherMoment() {
        var touches = new TreeSet<Integer>();
        steps.values().forEach(all -> all.forEach(step -> touches.add(step.index())));
        for (int touch : touches.descendingSet()) {
            int moment = touch - 1;
            if (touch <= at && moment >= 0 && !retrial.isSpent() && retrial.agreesAt(moment)) {
                return Optional.of(new Hint.Stale(at - moment, name(moment)));
            }
        }
        for (int touch : touches) {
            if (touch > at && !retrial.isSpent() && retrial.agreesAt(touch)) {
                return Optional.of(new Hint.Ahead(touch - at, name(touch)));
            }
        }
        return Optional.empty();
    }

    private Optional<Hint> oneSkipped() {
        List<Integer> found = which(candidates(true), retrial::without);
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new Hint.Skipped(name(found.getFirst()), found.size() - 1));
    }

    private Optional<Hint> oneTwice() {
        List<Integer> found = which(candidates(false), retrial::twice);
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new Hint.Twice(name(found.getFirst()), found.size() - 1));
    }

    private Optional<Hint> exchanged() {
        List<Integer> pairs = touching().stream().filter(event -> event < at).toList();
        return which(pairs, retrial::exchanged).stream()
                .findFirst()
                .map(event -> new Hint.Reordered(name(event), name(event + 1)));
    }

    private List<Integer> which(Iterable<Integer> events, IntPredicate explains) {
        var found = new ArrayList<Integer>();
        for (int event : events) {
            if (retrial.isSpent() || found.size() == ENOUGH) {
                return found;
            }
            if (explains.test(event)) {
                found.add(event);
            }
        }
        return found;
    }

    /// Events between the two snapshots that touch what differs; those whose amount is the difference come first.
    private Set<Integer> candidates(boolean missing) {
        var ordered = new LinkedHashSet<Integer>();
        steps.forEach((change, all) -> DriftExplainer.missing(change).ifPresent(difference -> {
            Num wanted = missing ? difference : difference.negated();
            all.stream()
                    .filter(step -> isBetween(step.index()))
                    .filter(step -> DriftExplainer.step(step).filter(wanted::equals).isPresent())
                    .forEach(step -> ordered.add(step.index()));
        }));
        ordered.addAll(touching());
        return ordered;
    }

    private Set<Integer> touching() {
        var touching = new TreeSet<Integer>();
        steps.values().forEach(all -> all.stream()
                .map(FieldChange::index)
                .filter(this::isBetween)
                .forEach(touching::add));
        return touching;
    }

    private boolean isBetween(int event) {
        return event > after && event <= at;
    }

    private Optional<Hint> olderFold() {
        var types = new LinkedHashMap<String, List<Integer>>();
        steps.values().forEach(all -> all.stream()
                .map(FieldChange::index)
                .filter(event -> event <= at)
                .distinct()
                .forEach(event -> types.computeIfAbsent(history.event(event).type(), _ -> new ArrayList<>())
                        .add(event)));
        for (var type : types.entrySet()) {
            boolean several = type.getValue().size() > 1 && !retrial.isSpent();
            if (several && retrial.leavingOut(event -> history.event(event).type().equals(type.getKey()))) {
                return Optional.of(
                        new Hint.OlderFold(type.getKey(), type.getValue().size(), name(type.getValue().getFirst())));
            }
        }
        return Optional.empty();
    }

    /// Every field that differs has to have lost its digits; the first one is named.
    private Optional<Hint> lostDigits() {
        Optional<Hint> first = Optional.empty();
        for (Change change : changes) {
            var stored = Numbers.read(change.before());
            var right = Numbers.read(change.after());
            if (stored.isEmpty() || right.isEmpty()) {
                return Optional.empty();
            }
            var until = steps.getOrDefault(change, List.of()).stream()
                    .filter(step -> step.index() <= at)
                    .toList();
            var loss = LostDigits.between(stored.get(), right.get(), until);
            if (loss.isEmpty()) {
                return Optional.empty();
            }
            first = first.or(() -> Optional.of(new Hint.Precision(change.path(), loss.get())));
        }
        return first;
    }

    /// What differs was never there, or was there long ago.
    private Optional<Hint> written() {
        if (changes.size() == 1) {
            Change change = changes.getFirst();
            Optional<FieldChange> earlier = steps.getOrDefault(change, List.of()).stream()
                    .filter(step -> step.index() <= at && step.path().equals(change.path()))
                    .filter(step -> isSame(step.after(), change.before()))
                    .reduce((_, later) -> later);
            if (earlier.isPresent()) {
                return Optional.of(new Hint.OldValue(change.path(), name(earlier.get().index())));
            }
        }
        return changes.stream().allMatch(this::isUnheardOf)
                ? Optional.of(new Hint.Edited(changes.stream().map(Change::path).toList()))
                : Optional.empty();
    }

    private boolean isUnheardOf(Change change) {
        return steps.getOrDefault(change, List.of()).stream()
                .noneMatch(step -> step.path().equals(change.path()) && isSame(step.after(), change.before()));
    }

    private static boolean isSame(StateValue one, StateValue other) {
        var number = Numbers.read(one);
        return one.equals(other) || (number.isPresent() && number.equals(Numbers.read(other)));
    }

    private EventName name(int event) {
        return EventName.of(event, history.event(event));
    }
}
