package io.hindcast.connector.mariadb;

import io.hindcast.connector.SourceInfo.Proof;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Asks the server itself what this session may do.
final class ReadOnlyProof {
    private static final String VARIABLES =
            """
            SHOW SESSION VARIABLES WHERE Variable_name IN
                ('transaction_read_only', 'tx_read_only', 'read_only', 'super_read_only', 'innodb_read_only')
            """;

    private ReadOnlyProof() {}

    static List<Proof> of(Connection connection) throws SQLException {
        var proofs = new ArrayList<Proof>();
        try (var statement = connection.createStatement()) {
            var variables = new TreeMap<String, String>();
            try (var rows = statement.executeQuery(VARIABLES)) {
                while (rows.next()) {
                    variables.put(rows.getString(1), rows.getString(2));
                }
            }
            proofs.add(session(variables));
            try (var row = statement.executeQuery("SELECT CURRENT_USER()")) {
                row.next();
                proofs.add(new Proof("who reads", "account " + row.getString(1), true));
            }
            proofs.add(server(variables));
            try (var row = statement.executeQuery("SHOW SESSION STATUS LIKE 'Ssl_version'")) {
                String version = row.next() ? row.getString(2) : "";
                proofs.add(new Proof(
                        "how the connection is protected",
                        version.isEmpty() ? "it is not encrypted" : "encrypted, " + version,
                        true));
            }
            var grants = new Grants();
            try (var rows = statement.executeQuery("SHOW GRANTS")) {
                while (rows.next()) {
                    grants.add(rows.getString(1));
                }
            }
            proofs.add(privileges(grants));
        }
        return List.copyOf(proofs);
    }

    private static Proof session(Map<String, String> variables) {
        String name = variables.containsKey("transaction_read_only") ? "transaction_read_only" : "tx_read_only";
        String value = variables.getOrDefault(name, "unknown");
        return new Proof("every transaction is read-only", name + " = " + value, value.equals("ON"));
    }

    private static Proof server(Map<String, String> variables) {
        boolean nobodyWrites = isOn(variables, "super_read_only") || isOn(variables, "innodb_read_only");
        return new Proof(
                "what the server is",
                nobodyWrites
                        ? "a server that nobody can write to"
                        : isOn(variables, "read_only")
                                ? "a server that only administrators and its own replication may write to"
                                : "a server that others may write to",
                true);
    }

    private static boolean isOn(Map<String, String> variables, String name) {
        String value = variables.getOrDefault(name, "OFF");
        return !value.equals("OFF") && !value.equals("0") && !value.equals("NO_LOCK");
    }

    private static Proof privileges(Grants grants) {
        return new Proof(
                "what the account may do",
                grants.writing().isEmpty()
                        ? "the account has no right to write (%s)".formatted(String.join(", ", grants.reading()))
                        : "the account could write (%s), this session cannot"
                                .formatted(String.join(", ", grants.writing())),
                true);
    }
}
