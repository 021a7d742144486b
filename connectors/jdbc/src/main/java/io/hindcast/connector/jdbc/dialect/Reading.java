package io.hindcast.connector.jdbc.dialect;

/// As what a column is read.
public enum Reading {
    TEXT,
    /// A whole number of 64 bits.
    NUMBER,
    /// Bytes; text and JSON as UTF-8.
    BYTES,
    /// An instant from a type that knows its zone or offset.
    INSTANT,
    /// A date and time without a zone, meant as UTC.
    UTC,
    /// As [Row#key(int)] needs it: something that orders and compares as the column does.
    KEY
}
