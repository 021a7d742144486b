package io.hindcast.connector.jdbc.dialect;

/// One entry of a select list: a column, and as what it is read.
public record Slot(Column column, Reading reading) {}
