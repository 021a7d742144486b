package io.hindcast.audit.verify;

import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import io.hindcast.event.StoredSnapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// The result of testing many snapshots, in order of stream and version.
///
/// @param snapshots without their states
/// @param isComplete false when the run was stopped early: the rest of the snapshots was not looked at
/// @param events how many events went by; a run that was stopped goes on behind them
public record Verification(List<VerifiedSnapshot> snapshots, boolean isComplete, long events) {
    /// So many drifts are looked into; where there are more, the fold is the cause.
    public static final int EXPLAINED = 200;

    private static final Comparator<VerifiedSnapshot> ORDER = Comparator.comparing(
                    (VerifiedSnapshot one) -> one.snapshot().stream())
            .thenComparingLong(one -> one.snapshot().version())
            .thenComparing(one -> one.snapshot().type());

    public Verification {
        snapshots = List.copyOf(snapshots);
    }

    /// Tests all snapshots of a store, and looks into the drifts.
    ///
    /// @param resumed how many events an earlier run had gone over, 0 for a new one
    /// @param otherFolds folds that may have made snapshots which drift
    /// @param progress counts events
    /// @throws io.hindcast.connector.ConnectorException when the store fails
    public static Verification of(
            OpenStore store,
            Fold fold,
            List<Fold> otherFolds,
            long resumed,
            Progress progress,
            Cancellation cancellation) {
        var told = new ArrayList<VerifiedSnapshot>();
        var extent = new StoreVerification(store, fold).run(resumed, told::add, progress, cancellation);
        return new Verification(
                explained(store, fold, otherFolds, told, cancellation), extent.isComplete(), extent.events());
    }

    /// The same snapshots in order of stream and version, the first of the drifts looked into.
    ///
    /// @throws io.hindcast.connector.ConnectorException when the store fails
    public static List<VerifiedSnapshot> explained(
            OpenStore store,
            Fold fold,
            List<Fold> otherFolds,
            List<VerifiedSnapshot> tested,
            Cancellation cancellation) {
        var all = new ArrayList<>(tested);
        all.sort(ORDER);
        explain(store, fold, new DriftExplainer(otherFolds), all, cancellation);
        return all;
    }

    private static void explain(
            OpenStore store,
            Fold fold,
            DriftExplainer explainer,
            List<VerifiedSnapshot> told,
            Cancellation cancellation) {
        Map<String, List<Integer>> drifting = new LinkedHashMap<>();
        for (int i = 0; i < told.size(); i++) {
            if (told.get(i).outcome() instanceof Outcome.Drifts) {
                drifting.computeIfAbsent(told.get(i).snapshot().stream(), _ -> new ArrayList<>())
                        .add(i);
            }
        }
        int left = EXPLAINED;
        for (var stream : drifting.entrySet()) {
            if (cancellation.isCancelled()) {
                return;
            }
            List<Integer> places = stream.getValue();
            int tried = Math.min(left, places.size());
            if (tried > 0) {
                explain(store, fold, explainer, stream.getKey(), places.subList(0, tried), told);
            }
            for (int place : places.subList(tried, places.size())) {
                told.set(place, told.get(place).explainedBy(notTried()));
            }
            left -= tried;
        }
    }

    private static Explanation notTried() {
        return new Explanation(OptionalLong.empty(), 0, Optional.empty(), new Hint.NotTried());
    }

    private static void explain(
            OpenStore store,
            Fold fold,
            DriftExplainer explainer,
            String stream,
            List<Integer> places,
            List<VerifiedSnapshot> told) {
        StreamHistory history = store.history(stream, fold, Progress.SILENT, Cancellation.never());
        List<StoredSnapshot> all = store.snapshots(stream);
        for (int place : places) {
            VerifiedSnapshot one = told.get(place);
            if (one.outcome() instanceof Outcome.Drifts(var changes)) {
                all.stream()
                        .filter(it -> isSame(it, one.snapshot()))
                        .findFirst()
                        .ifPresent(whole -> told.set(
                                place, one.explainedBy(explainer.explain(store, history, all, whole, changes))));
            }
        }
    }

    private static boolean isSame(StoredSnapshot one, StoredSnapshot other) {
        return one.version() == other.version()
                && one.type().equals(other.type())
                && one.place().equals(other.place());
    }

    public long matches() {
        return snapshots.stream().filter(one -> one.outcome() instanceof Outcome.Matches).count();
    }

    public long drifts() {
        return snapshots.stream().filter(one -> one.outcome() instanceof Outcome.Drifts).count();
    }

    public long unverifiable() {
        return snapshots.stream().filter(one -> one.outcome() instanceof Outcome.Unverifiable).count();
    }
}
