package io.hindcast.engine.timeline;

import java.util.List;

/// The answer to one question for tiles.
///
/// @param tiles one a lane, in order of lanes
/// @param bucketsLookedAt how many buckets of the pyramid were looked at to answer
/// @param eventsLookedAt how many events were looked at one by one to answer
/// @param marksLookedAt how many marks were visited or searched for to answer
public record Tiles(List<TimelineTile> tiles, long bucketsLookedAt, long eventsLookedAt, long marksLookedAt) {
    public Tiles {
        tiles = List.copyOf(tiles);
    }
}
