package io.hindcast.audit.mark;

import java.util.ArrayList;
import java.util.List;

/// A mark with all that was ever done to it; never changed itself.
///
/// @param id `M12`: the line of the journal where it was added; `C12` for a mark that came with a capsule
/// @param history at least one, the oldest first
public record Mark(String id, Binding binding, List<MarkChange> history) {
    public Mark {
        if (history.isEmpty()) {
            throw new IllegalArgumentException("nobody made the mark " + id);
        }
        history = List.copyOf(history);
    }

    Mark with(MarkChange change) {
        var longer = new ArrayList<>(history);
        longer.add(change);
        return new Mark(id, binding, longer);
    }

    /// What it says now, or said last.
    public MarkContent content() {
        return last().content();
    }

    public MarkKind kind() {
        return content().kind();
    }

    public String text() {
        return content().text();
    }

    /// Who made it, and when.
    public MarkChange made() {
        return history.getFirst();
    }

    /// What was done to it last; the same as [#made()] if nothing was.
    public MarkChange last() {
        return history.getLast();
    }

    public boolean isRemoved() {
        return last().deed() == MarkChange.Deed.REMOVED;
    }
}
