package io.hindcast.desktop.focus;

import io.hindcast.audit.verify.Outcome;
import io.hindcast.audit.verify.VerifiedSnapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What runs over the store have shown so far, for whoever marks it: snapshots that were tested, streams that have
/// findings. Forgotten with the store; verdicts also with the fold. Used from the screen's thread only.
public final class Evidence {
    private final ReadOnlyObjectWrapper<Map<String, Map<Long, Verdict>>> verdicts =
            new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<Map<String, Findings>> findings = new ReadOnlyObjectWrapper<>(Map.of());

    /// How a snapshot came out of its test.
    public enum Verdict {
        MATCHES,
        DRIFTS,
        UNVERIFIABLE
    }

    /// How many findings a stream has.
    ///
    /// @param notes what may be in order
    public record Findings(long defects, long notes) {}

    /// Adds what was tested; newer verdicts count.
    public void add(List<VerifiedSnapshot> tested) {
        if (tested.isEmpty()) {
            return;
        }
        var all = new HashMap<>(verdicts.get());
        var changed = new HashMap<String, Map<Long, Verdict>>();
        for (VerifiedSnapshot one : tested) {
            String stream = one.snapshot().stream();
            changed.computeIfAbsent(stream, _ -> new HashMap<>(all.getOrDefault(stream, Map.of())))
                    .put(one.snapshot().version(), verdict(one.outcome()));
        }
        all.putAll(changed);
        verdicts.set(all);
    }

    private static Verdict verdict(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Matches() -> Verdict.MATCHES;
            case Outcome.Drifts _ -> Verdict.DRIFTS;
            case Outcome.Unverifiable _ -> Verdict.UNVERIFIABLE;
        };
    }

    /// The findings of a run, by stream; those of an earlier one go.
    public void found(Map<String, Findings> byStream) {
        findings.set(Map.copyOf(byStream));
    }

    void forgetVerdicts() {
        verdicts.set(Map.of());
    }

    void forget() {
        forgetVerdicts();
        findings.set(Map.of());
    }

    /// What is known of a snapshot.
    public Optional<Verdict> verdict(String stream, long version) {
        return Optional.ofNullable(verdicts.get().getOrDefault(stream, Map.of()).get(version));
    }

    public ReadOnlyObjectProperty<Map<String, Map<Long, Verdict>>> verdictsProperty() {
        return verdicts.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Map<String, Findings>> findingsProperty() {
        return findings.getReadOnlyProperty();
    }
}
