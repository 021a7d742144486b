package io.hindcast.connector.sqlite;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.sqlite.SQLiteConfig;

/// The way to SQLite itself.
final class SqliteDriver {
    /// The driver tells its troubles in exceptions as well, which become sentences; nobody reads its log. Held here,
    /// because a logger that nobody holds forgets its level.
    private static final Logger SILENCED = Logger.getLogger("org.sqlite");

    static {
        SILENCED.setLevel(Level.OFF);
    }

    private SqliteDriver() {}

    /// Settings to be filled in and opened by.
    static SQLiteConfig settings() {
        return new SQLiteConfig();
    }
}
