package io.hindcast.audit.integrity;

import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.event.Position;
import java.util.Optional;

/// What a run found when it started, and looks at: what the store gains meanwhile is left out.
///
/// @param events how many events of the index there were
/// @param last the position of the last of them, where there are positions
public record Inventory(int events, int streams, Optional<Position> last) {
    static Inventory of(HeaderIndex index) {
        int events = index.size();
        return new Inventory(
                events, index.streamCount(), events == 0 ? Optional.empty() : index.position(events - 1));
    }
}
