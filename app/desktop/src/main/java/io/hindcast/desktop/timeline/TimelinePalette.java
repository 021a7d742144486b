package io.hindcast.desktop.timeline;

import io.hindcast.engine.timeline.MarkKind;
import java.util.List;

/// The colours of one painting, as ARGB.
///
/// @param background of the plot
/// @param stripe laid over every second lane
/// @param grid lines at ticks
/// @param strongGrid lines where something larger begins
/// @param fold lines at breaks of the axis
/// @param ink counts and summaries that have no colour of their own
/// @param focus laid over the lane of the focused stream
/// @param types one for each slot of types
/// @param marks one for each kind of mark
record TimelinePalette(
        int background,
        int stripe,
        int grid,
        int strongGrid,
        int fold,
        int ink,
        int focus,
        List<Integer> types,
        List<Integer> marks) {

    int type(int slot) {
        return types.get(slot);
    }

    int mark(MarkKind kind) {
        return marks.get(kind.place());
    }
}
