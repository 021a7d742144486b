package io.hindcast.audit.integrity;

import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.event.Position;
import java.util.Optional;

/// Up to where a run looks. Fixed when it starts: what the store gains meanwhile is left out.
///
/// @param events how many events of the index there were
/// @param last the position of the last of them, where there are positions
public record Horizon(int events, int streams, Optional<Position> last) {
    static Horizon of(HeaderIndex index) {
        int events = index.size();
        return new Horizon(
                events, index.streamCount(), events == 0 ? Optional.empty() : index.position(events - 1));
    }
}
