package io.hindcast.connector.sqlite;

import java.util.List;

/// The tables of a capsule. Documented for others in the program's documentation of the format.
final class CapsuleSchema {
    /// `HCAP` in the header of the file, at byte 68.
    static final int APPLICATION = 0x48434150;

    static final int VERSION = 1;

    /// Stands for a version that is not there, where versions are compared.
    static final String RANK = "COALESCE(e.version, -9223372036854775808)";

    static final List<String> TABLES = List.of(
            "CREATE TABLE capsule (name TEXT PRIMARY KEY, value) WITHOUT ROWID",
            "CREATE TABLE shapes (shape INTEGER, name TEXT, value TEXT, PRIMARY KEY (shape, name)) WITHOUT ROWID",
            "CREATE TABLE streams (stream INTEGER PRIMARY KEY, name TEXT UNIQUE, category TEXT, shape INTEGER, deleted INTEGER)",
            "CREATE TABLE events (number INTEGER PRIMARY KEY, stream INTEGER, version INTEGER, position_high INTEGER,"
                    + " position_low INTEGER, id TEXT, type TEXT, seconds INTEGER, nanos INTEGER, data BLOB, metadata BLOB, trouble TEXT)",
            "CREATE TABLE snapshots (number INTEGER PRIMARY KEY, stream TEXT, category TEXT, version INTEGER, type TEXT,"
                    + " seconds INTEGER, nanos INTEGER, state BLOB, place TEXT, trouble TEXT)",
            "CREATE TABLE attachments (name TEXT PRIMARY KEY, content BLOB) WITHOUT ROWID");

    static final List<String> INDEXES = List.of(
            "CREATE INDEX events_of_stream ON events (stream, COALESCE(version, -9223372036854775808), number)",
            "CREATE INDEX snapshots_of_stream ON snapshots (stream, version)");

    /// Everything that the content hash covers, in its order.
    static final List<String> CONTENT = List.of(
            "SELECT name, value FROM capsule WHERE name <> 'sha256' ORDER BY name",
            "SELECT * FROM shapes ORDER BY shape, name",
            "SELECT * FROM streams ORDER BY stream",
            "SELECT * FROM events ORDER BY number",
            "SELECT * FROM snapshots ORDER BY number",
            "SELECT * FROM attachments ORDER BY name");

    private CapsuleSchema() {}
}
