package io.hindcast.connector.mariadb;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.jdbc.address.KeptPassword;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mariadb.jdbc.Driver;

/// Opens sessions that cannot write, with time limits on everything. Safe for many threads.
final class Sessions implements AutoCloseable {
    private static final List<String> GUARDS = List.of(
            "SET SESSION TRANSACTION READ ONLY",
            // Texts are joined with ||, and a backslash in a name is a backslash.
            "SET SESSION sql_mode = 'PIPES_AS_CONCAT'",
            // TIMESTAMP columns come in UTC; no clock change makes two moments one.
            "SET SESSION time_zone = '+00:00'",
            // MariaDB reads the comments that begin with M!, MySQL the other one.
            """
            SET SESSION lock_wait_timeout = 10, SESSION innodb_lock_wait_timeout = 10
                /*M!100101 , SESSION max_statement_time = 300 */
                /*M!100300 , SESSION idle_readonly_transaction_timeout = 60 */
                /*!50708 , SESSION max_execution_time = 300000 */
            """);

    /// The driver tells its troubles in exceptions as well, which become sentences; nobody reads its log. Held here,
    /// because a logger that nobody holds forgets its level.
    private static final Logger SILENCED = Logger.getLogger("org.mariadb.jdbc");

    static {
        SILENCED.setLevel(Level.OFF);
    }

    private final Server server;
    private final Encryption encryption;
    private final Limits limits;
    private final KeptPassword password;
    private Encryption.Mode mode;

    Sessions(Server server, Encryption encryption, Limits limits, Supplier<Optional<char[]>> password) {
        this.server = server;
        this.encryption = encryption;
        this.limits = limits;
        this.password = new KeptPassword(password);
        this.mode = encryption.mode() == Encryption.PREFER ? Encryption.Mode.TRUST : encryption.mode();
    }

    /// A new session, auto-commit off; the caller closes it.
    ///
    /// @throws ConnectorException when the server cannot be reached or refuses
    Connection open() {
        try {
            Connection connection = password.connect(this::connectAsAllowed, Refusals::wantsPassword);
            try {
                guard(connection);
                return connection;
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw Refusals.whileConnecting(e, server);
        }
    }

    /// Encrypted; in the clear only where that was left to the server, and the server cannot do better.
    private Connection connectAsAllowed(char[] secret) throws SQLException {
        try {
            return connectAs(secret);
        } catch (SQLException e) {
            boolean mayFallBack = encryption.mode() == Encryption.PREFER && mode != Encryption.Mode.DISABLE;
            if (!mayFallBack || !Refusals.hasNoEncryption(e)) {
                throw e;
            }
            mode = Encryption.Mode.DISABLE;
            return connectAs(secret);
        }
    }

    private Connection connectAs(char[] secret) throws SQLException {
        var properties = properties();
        if (secret.length > 0) {
            properties.setProperty("password", new String(secret));
        }
        Connection connection = new Driver().connect("jdbc:mariadb://" + server.shown() + "/", properties);
        if (connection == null) {
            throw new ConnectorException(
                    ConnectorException.Kind.SETTINGS, "The address is not one of a MariaDB or MySQL server.");
        }
        return connection;
    }

    private Properties properties() {
        var all = new Properties();
        all.setProperty("user", server.user().isEmpty() ? System.getProperty("user.name", "") : server.user());
        all.setProperty("sslMode", mode.spelling());
        encryption.certificate().ifPresent(file -> all.setProperty("serverSslCert", file));
        all.setProperty("connectTimeout", Long.toString(limits.connect().toMillis()));
        all.setProperty("socketTimeout", Long.toString(limits.answer().toMillis()));
        all.setProperty("connectionAttributes", "program_name:hindcast");
        all.setProperty("tcpKeepAlive", "true");
        // Numbers and times come as they are stored, not by way of text.
        all.setProperty("useServerPrepStmts", "true");
        all.setProperty("tinyInt1isBit", "false");
        all.setProperty("allowLocalInfile", "false");
        all.setProperty("allowMultiQueries", "false");
        all.setProperty("permitRedirect", "false");
        all.setProperty("dumpQueriesOnException", "false");
        all.setProperty("retriesAllDown", "1");
        return all;
    }

    private void guard(Connection connection) throws SQLException {
        // Not by the address: a name is a name there, whatever letters it has.
        if (!server.database().isEmpty()) {
            connection.setCatalog(server.database());
        }
        try (var statement = connection.createStatement()) {
            for (String sql : GUARDS) {
                statement.execute(sql);
            }
        }
        connection.setAutoCommit(false);
    }

    /// Forgets the password. Sessions that are open stay open.
    @Override
    public void close() {
        password.close();
    }
}
