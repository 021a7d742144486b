package io.hindcast.connector.postgresql;

import io.hindcast.connector.SourceInfo.Proof;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Asks the server itself what this session may do.
final class ReadOnlyProof {
    private static final String SESSION =
            """
            SELECT pg_catalog.current_setting('transaction_read_only'),
                   pg_catalog.current_setting('default_transaction_read_only'),
                   current_user::text,
                   coalesce((SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = current_user), false),
                   pg_catalog.pg_is_in_recovery(),
                   (SELECT version || ', ' || cipher FROM pg_catalog.pg_stat_ssl
                    WHERE pid = pg_catalog.pg_backend_pid() AND ssl)
            """;

    private static final String WRITABLE =
            """
            SELECT count(*) FILTER (WHERE pg_catalog.has_table_privilege(c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE')),
                   count(*),
                   count(*) FILTER (WHERE c.relrowsecurity AND pg_catalog.row_security_active(c.oid))
            FROM pg_catalog.pg_class c
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
              AND n.nspname NOT IN ('pg_catalog', 'information_schema')
              AND n.nspname NOT LIKE 'pg\\_toast%' AND n.nspname NOT LIKE 'pg\\_temp\\_%'
              AND pg_catalog.has_schema_privilege(n.oid, 'USAGE')
            """;

    private ReadOnlyProof() {}

    static List<Proof> of(Connection connection) throws SQLException {
        var proofs = new ArrayList<Proof>();
        proofs.add(new Proof(
                "the connection is read-only", "readOnly = " + connection.isReadOnly(), connection.isReadOnly()));
        try (var statement = connection.createStatement()) {
            try (var answer = statement.executeQuery(SESSION)) {
                answer.next();
                addSession(answer, proofs);
            }
            try (var answer = statement.executeQuery(WRITABLE)) {
                answer.next();
                addPrivileges(answer, proofs);
            }
        }
        return List.copyOf(proofs);
    }

    private static void addSession(ResultSet answer, List<Proof> proofs) throws SQLException {
        proofs.add(switchedOn("the transaction is read-only", "transaction_read_only", answer.getString(1)));
        proofs.add(switchedOn("every transaction is read-only", "default_transaction_read_only", answer.getString(2)));
        String role = answer.getString(3);
        proofs.add(new Proof(
                "who reads",
                answer.getBoolean(4) ? "role %s, a superuser".formatted(role) : "role %s, no superuser".formatted(role),
                true));
        proofs.add(new Proof(
                "what the server is",
                answer.getBoolean(5) ? "a standby, which nobody can write to" : "a primary, which others may write to",
                true));
        proofs.add(new Proof("how the connection is protected", protection(answer.getString(6)), true));
    }

    private static String protection(@Nullable String encryption) {
        return encryption == null ? "not encrypted" : "encrypted with " + encryption;
    }

    private static void addPrivileges(ResultSet answer, List<Proof> proofs) throws SQLException {
        long writable = answer.getLong(1);
        long all = answer.getLong(2);
        proofs.add(new Proof(
                "what the role may do",
                writable == 0
                        ? "the role has no right to write to any of %d tables".formatted(all)
                        : "the role could write to %d of %d tables, this session cannot".formatted(writable, all),
                true));
        long filtered = answer.getLong(3);
        proofs.add(new Proof(
                "the role sees every row",
                filtered == 0
                        ? "no row-level security stands in between"
                        : "row-level security may hide rows of %d tables from this role".formatted(filtered),
                filtered == 0));
    }

    private static Proof switchedOn(String check, String setting, String value) {
        return new Proof(check, setting + " = " + value, "on".equals(value));
    }
}
