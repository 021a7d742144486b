package io.hindcast.connector.jdbc.read;

import io.hindcast.connector.jdbc.dialect.Table;
import io.hindcast.connector.jdbc.layout.Join;

/// A join of a layout and the table that was found for it.
public record JoinedTable(Join join, Table table) {}
