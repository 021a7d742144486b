package io.hindcast.audit.mark;

import java.util.Map;
import java.util.Optional;

/// How marks stand, by their ids.
///
/// @param isComplete false when somebody stopped the check; marks that were not looked at cannot be told then
public record Checked(Map<String, Standing> byId, boolean isComplete) {
    public static final Checked NOTHING = new Checked(Map.of(), true);

    public Checked {
        byId = Map.copyOf(byId);
    }

    /// Absent for a mark that was not asked about.
    public Optional<Standing> of(Mark mark) {
        return Optional.ofNullable(byId.get(mark.id()));
    }

    /// How many marks must not be relied on any more.
    public long invalid() {
        return byId.values().stream().filter(Standing::isInvalid).count();
    }
}
