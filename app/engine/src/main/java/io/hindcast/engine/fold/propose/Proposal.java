package io.hindcast.engine.fold.propose;

import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.state.Change;
import io.hindcast.engine.state.FieldPath;
import java.util.List;

/// Rules that were inferred, and how well they explain what the application stored.
///
/// @param rules the text of a rules file, with the evidence as comments
/// @param fold the same, compiled
/// @param fields every field of the snapshots, kept or not
/// @param snapshots how many snapshots were tested
/// @param unexplained the snapshots that the rules do not explain: where the application's state and its own events part,
///     or where the rules are wrong
public record Proposal(
        String rules, Fold fold, List<Evidence> fields, int snapshots, List<Unexplained> unexplained) {
    public Proposal {
        fields = List.copyOf(fields);
        unexplained = List.copyOf(unexplained);
    }

    /// Whether there are snapshots, but so few that a wrong one among them cannot be told from a rule.
    public boolean hasTooFewSnapshots() {
        return snapshots > 0 && snapshots < RulesProposer.ENOUGH_SNAPSHOTS;
    }

    public int explained() {
        return snapshots - unexplained.size();
    }

    /// What was found about one field of the snapshots of one category.
    ///
    /// @param how a clause: `sum of /amount`, `number of events`, `last value`
    /// @param tested snapshots that have the field, or had to
    /// @param explained those whose value the rule gives
    /// @param kept whether the rule is good enough to be in the file
    public record Evidence(String category, FieldPath field, String how, int tested, int explained, boolean kept) {}

    /// @param agreedAt the version of the last snapshot before it that the rules explain, or [#NEVER]
    /// @param changes snapshot (before) and replay (after)
    public record Unexplained(String stream, long version, long agreedAt, List<Change> changes) {
        /// No snapshot before it agrees.
        public static final long NEVER = Long.MIN_VALUE;

        public Unexplained {
            changes = List.copyOf(changes);
        }
    }
}
