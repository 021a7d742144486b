package io.hindcast.connector.h2;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import org.h2.Driver;
import org.h2.api.ErrorCode;
import org.h2.security.SHA256;
import org.h2.store.fs.FilePath;
import org.jspecify.annotations.Nullable;

/// Opens connections to one file. A password is asked for only when the file refuses to open without one; of it only
/// H2's own hash is kept, for the next connection.
final class H2Door {
    /// The user that H2 and its console create when nobody says otherwise.
    private static final String USUAL_USER = "SA";

    private final H2File file;
    private final List<String> users;
    private final Supplier<Optional<char[]>> password;
    private @Nullable Properties key;

    H2Door(H2File file, Optional<String> user, Supplier<Optional<char[]>> password) {
        this.file = file;
        this.users = user.map(List::of).orElse(List.of(USUAL_USER, ""));
        this.password = password;
    }

    synchronized Connection open() throws SQLException {
        FilePath.register(new ReadOnlyFile());
        return key == null ? first() : open(key);
    }

    private Connection first() throws SQLException {
        var refusal = new SQLException("no user", "28000", ErrorCode.WRONG_USER_OR_PASSWORD);
        for (String user : users) {
            try {
                return remembered(keyOf(user, new char[0]));
            } catch (SQLException e) {
                refusal = refused(e);
            }
        }
        var given = password.get();
        if (given.isEmpty()) {
            throw refusal;
        }
        try {
            return remembered(keyOf(users.getFirst(), given.get().clone()));
        } finally {
            Arrays.fill(given.get(), '\0');
        }
    }

    private static SQLException refused(SQLException e) throws SQLException {
        if (e.getErrorCode() != ErrorCode.WRONG_USER_OR_PASSWORD) {
            throw e;
        }
        return e;
    }

    private Connection remembered(Properties candidate) throws SQLException {
        var connection = open(candidate);
        key = candidate;
        return connection;
    }

    private static Properties keyOf(String user, char[] password) {
        var key = new Properties();
        key.setProperty("user", user);
        if (password.length > 0) {
            key.setProperty(
                    "password",
                    HexFormat.of().formatHex(SHA256.getKeyPasswordHash(user.toUpperCase(Locale.ROOT), password)));
            key.setProperty("PASSWORD_HASH", "true");
        }
        return key;
    }

    private Connection open(Properties key) throws SQLException {
        var opened = new ArrayList<FileChannel>();
        boolean sound = false;
        try {
            var connection = ScopedValue.where(ReadOnlyFile.OPENED, opened).call(() -> connected(key));
            sound = true;
            return connection;
        } finally {
            if (!sound) {
                close(opened);
            }
        }
    }

    private Connection connected(Properties key) throws SQLException {
        var info = new Properties();
        info.putAll(key);
        var connection = new Driver().connect(url(), info);
        if (connection == null) {
            throw new SQLException("H2 does not accept its own URL");
        }
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        return connection;
    }

    /// Closed on exit, the database would go away under an answer that Ctrl-C ends early and that is still being written.
    String url() {
        return "jdbc:h2:%s:%s;ACCESS_MODE_DATA=r;IFEXISTS=TRUE;LAZY_QUERY_EXECUTION=1;TRACE_LEVEL_FILE=0;DB_CLOSE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE"
                .formatted(ReadOnlyFile.SCHEME, file.database());
    }

    static void close(List<FileChannel> opened) {
        for (var channel : opened) {
            try {
                channel.close();
            } catch (IOException _) {
                // The attempt has failed already, and its reason is what the person gets to know.
            }
        }
    }
}
