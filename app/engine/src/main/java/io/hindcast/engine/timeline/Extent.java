package io.hindcast.engine.timeline;

/// Where the events are, without the few that lie absurdly far from all others (clocks of the year 1 or 9999).
///
/// @param from place of the first event inside
/// @param to place of the last event inside
/// @param before how many events lie before `from`
/// @param after how many events lie behind `to`
/// @param lastBefore place of the nearest event before `from`; meaningless when there is none
/// @param firstAfter place of the nearest event behind `to`; meaningless when there is none
public record Extent(long from, long to, long before, long after, long lastBefore, long firstAfter) {
    /// The extent of nothing.
    public static final Extent EMPTY = new Extent(0, -1, 0, 0, 0, 0);

    public boolean isEmpty() {
        return to < from;
    }
}
