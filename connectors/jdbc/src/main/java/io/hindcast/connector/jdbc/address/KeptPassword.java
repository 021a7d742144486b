package io.hindcast.connector.jdbc.address;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// A password that is asked for when a server first wants one, and then kept for as long as the store is open, because every
/// reader needs a session of its own. Safe for many threads, one of which connects at a time.
public final class KeptPassword implements AutoCloseable {
    private final Supplier<Optional<char[]>> source;
    private char[] known = new char[0];

    public KeptPassword(Supplier<Optional<char[]>> source) {
        this.source = source;
    }

    /// Opens a session with a password; an empty one stands for none.
    @FunctionalInterface
    public interface Attempt {
        Connection with(char[] secret) throws SQLException;
    }

    /// Connects without a password first, or with the one that was right before.
    ///
    /// @param wantsOne whether a refusal means that there was no password
    public synchronized Connection connect(Attempt attempt, Predicate<SQLException> wantsOne) throws SQLException {
        try {
            return attempt.with(known);
        } catch (SQLException e) {
            if (known.length > 0 || !wantsOne.test(e)) {
                throw e;
            }
            Optional<char[]> given = source.get().filter(characters -> characters.length > 0);
            if (given.isEmpty()) {
                throw e;
            }
            Connection connection = attempt.with(given.get());
            known = given.get().clone();
            return connection;
        }
    }

    /// Forgets the password. Sessions that are open stay open.
    @Override
    public synchronized void close() {
        Arrays.fill(known, '\0');
        known = new char[0];
    }
}
