package io.hindcast.connector.jdbc.layout;

/// How a reader that follows a growing store knows that nothing new can appear before the place it has reached.
public enum HorizonBasis {
    /// The first part of the position is the id of the writing transaction: everything is there below the oldest
    /// transaction that still runs (`pg_snapshot_xmin(pg_current_snapshot())`).
    TRANSACTION_IDS,
    /// Numbers are drawn from a sequence before the commit: a missing number may still appear, until every transaction
    /// that could have drawn it has ended. A gap that stays longer is a number that was rolled back.
    GAPS,
    /// Numbers are given in the order of commits, under a lock or by the only writer: what is seen is complete.
    COMMITS,
    /// Nothing in the store tells; a reader reads the last stretch again, and never claims completeness.
    NONE
}
