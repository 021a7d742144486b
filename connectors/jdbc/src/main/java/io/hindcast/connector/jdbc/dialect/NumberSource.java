package io.hindcast.connector.jdbc.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/// Where a column gets its numbers from, on a database that shows which transactions have drawn one and not ended yet.
public interface NumberSource {
    /// The transactions that hold numbers just now. One that is missing here has ended, and what it wrote, if it was
    /// committed, is seen by every statement that begins later.
    Holders holders(Connection connection) throws SQLException;

    /// How that is known, for a person.
    String how();

    /// @param transactions names that are good for comparing only
    /// @param renamed whether some of them have a name that they did not have from their beginning (prepared transactions
    ///     of two-phase commit), so that an older name may be missing though its transaction goes on
    record Holders(Set<String> transactions, boolean renamed) {
        public Holders {
            transactions = Set.copyOf(transactions);
        }

        /// Whether none of the transactions that were there earlier is left.
        public boolean haveLeft(Set<String> earlier) {
            return !renamed && earlier.stream().noneMatch(transactions::contains);
        }
    }
}
