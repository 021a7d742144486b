package io.hindcast.connector.postgresql;

import io.hindcast.connector.jdbc.dialect.Column;
import io.hindcast.connector.jdbc.dialect.NumberSource;
import io.hindcast.connector.jdbc.dialect.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;

/// The sequence that a column takes its numbers from by itself. Whoever draws from a sequence holds a lock on it until the
/// transaction ends, and everybody may see who holds which lock.
///
/// That proves something only where each session draws one number at a time (`CACHE 1`), where numbers rise, where no
/// replication brings rows with numbers that were drawn elsewhere, and on the server that is written to: a standby does
/// not show the locks of its primary.
///
/// @param oid of the sequence
record Sequence(long oid) implements NumberSource {
    private static final String FIND =
            """
            SELECT s.seqrelid
            FROM pg_catalog.pg_class c
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
            LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
            JOIN pg_catalog.pg_depend p
              ON (p.classid = 'pg_catalog.pg_attrdef'::regclass AND p.objid = d.oid
                  AND p.refclassid = 'pg_catalog.pg_class'::regclass)
            JOIN pg_catalog.pg_sequence s ON s.seqrelid = p.refobjid
            WHERE n.nspname = ? AND c.relname = ? AND a.attname = ?
              AND s.seqcache = 1 AND s.seqincrement > 0 AND NOT s.seqcycle
              AND NOT pg_catalog.pg_is_in_recovery()
              AND NOT EXISTS (SELECT FROM pg_catalog.pg_subscription_rel r WHERE r.srrelid = c.oid)
            UNION
            SELECT s.seqrelid
            FROM pg_catalog.pg_class c
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
            JOIN pg_catalog.pg_depend p
              ON (p.classid = 'pg_catalog.pg_class'::regclass AND p.refclassid = 'pg_catalog.pg_class'::regclass
                  AND p.refobjid = c.oid AND p.refobjsubid = a.attnum AND p.deptype = 'i')
            JOIN pg_catalog.pg_sequence s ON s.seqrelid = p.objid
            WHERE n.nspname = ? AND c.relname = ? AND a.attname = ?
              AND s.seqcache = 1 AND s.seqincrement > 0 AND NOT s.seqcycle
              AND NOT pg_catalog.pg_is_in_recovery()
              AND NOT EXISTS (SELECT FROM pg_catalog.pg_subscription_rel r WHERE r.srrelid = c.oid)
            """;

    /// Reading a sequence, as a dump does, takes the weakest lock and draws nothing.
    private static final String HOLDERS =
            """
            SELECT DISTINCT l.virtualtransaction
            FROM pg_catalog.pg_locks l
            WHERE l.locktype = 'relation' AND l.relation = ?::text::oid AND l.mode <> 'AccessShareLock'
              AND l.database = (SELECT b.oid FROM pg_catalog.pg_database b WHERE b.datname = current_database())
            """;

    /// A prepared transaction has no session any more, and another name.
    private static final String PREPARED = "-1/";

    /// Absent where the column has no such sequence, or where its locks prove nothing.
    static Optional<NumberSource> of(Connection connection, Table table, Column column) throws SQLException {
        try (var statement = connection.prepareStatement(FIND)) {
            for (int i = 0; i < 6; i += 3) {
                statement.setString(i + 1, table.schema());
                statement.setString(i + 2, table.name());
                statement.setString(i + 3, column.name());
            }
            try (var result = statement.executeQuery()) {
                if (!result.next()) {
                    return Optional.empty();
                }
                long oid = result.getLong(1);
                return result.next() ? Optional.empty() : Optional.of(new Sequence(oid));
            }
        }
    }

    @Override
    public Holders holders(Connection connection) throws SQLException {
        var names = new HashSet<String>();
        boolean prepared = false;
        try (var statement = connection.prepareStatement(HOLDERS)) {
            statement.setString(1, Long.toString(oid));
            try (var result = statement.executeQuery()) {
                while (result.next()) {
                    String name = result.getString(1);
                    names.add(name);
                    prepared |= name.startsWith(PREPARED);
                }
            }
        }
        return new Holders(names, prepared);
    }

    @Override
    public String how() {
        return "as the locks on the sequence show";
    }
}
