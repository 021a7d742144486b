package io.hindcast.engine.changelog;

/// Ranks of items in a list.
final class ItemRanks {
    /// Room left between neighbours, so that an item can be put between them; small, so that differences stay short.
    static final long STEP = 16;

    private ItemRanks() {}
}
