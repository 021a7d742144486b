package io.hindcast.connector.jdbc.tail;

/// Up to where the rows of a store are complete.
public sealed interface Bound {
    /// Not known yet.
    record Unknown() implements Bound {}

    /// Up to and with this position.
    record UpTo(long position) implements Bound {}

    /// All rows of transactions with lower numbers, which are the first part of the position.
    record Below(long transaction) implements Bound {}

    /// What is seen is complete.
    record Everything() implements Bound {}
}
