package io.hindcast.connector.jdbc.read;

/// Whether so many rows of a store are no events that the database had better leave them out. Safe for many threads.
final class LeftOut {
    private volatile boolean many;

    boolean areMany() {
        return many;
    }

    void foundMany() {
        many = true;
    }
}
