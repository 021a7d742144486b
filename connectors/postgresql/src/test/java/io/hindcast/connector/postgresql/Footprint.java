package io.hindcast.connector.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Everything of a database that writing would change: rows, sequences, the catalogue, and the server's own counts of
/// rows that were ever written.
record Footprint(Map<String, String> facts) {
    private static final List<String> QUESTIONS = List.of(
            """
            SELECT 'rows of ' || c.oid::regclass,
                   (xpath('/row/n/text()',
                          query_to_xml('SELECT count(*) AS n FROM ' || c.oid::regclass, false, true, '')))[1]::text
            FROM pg_class c WHERE relkind = 'r' AND relnamespace::regnamespace::text NOT LIKE 'pg_%'
              AND relnamespace::regnamespace::text <> 'information_schema'
            """,
            """
            SELECT 'writes to ' || relid::regclass,
                   concat_ws(' ', n_tup_ins, n_tup_upd, n_tup_del, n_tup_hot_upd)
            FROM pg_stat_user_tables
            """,
            "SELECT 'sequence ' || schemaname || '.' || sequencename, last_value::text FROM pg_sequences",
            "SELECT 'catalogue', md5(string_agg(c::text, ',' ORDER BY c.oid)) FROM (SELECT oid, relname, relkind,"
                    + " relnatts, relfilenode FROM pg_class WHERE oid >= 16384) c",
            "SELECT 'large objects', count(*)::text FROM pg_largeobject_metadata");

    static Footprint of(String database) throws SQLException {
        var facts = new TreeMap<String, String>();
        try (var connection = TestServer.server().connect(database)) {
            for (String question : QUESTIONS) {
                ask(connection, question, facts);
            }
        }
        return new Footprint(facts);
    }

    private static void ask(Connection connection, String question, Map<String, String> facts) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SELECT pg_stat_force_next_flush()");
            try (var rows = statement.executeQuery(question)) {
                while (rows.next()) {
                    facts.put(rows.getString(1), String.valueOf(rows.getString(2)));
                }
            }
        }
    }
}
