package io.hindcast.connector.jdbc;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.EventSource;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.Setting;
import io.hindcast.connector.jdbc.dialect.Dialect;
import io.hindcast.connector.jdbc.dialect.Table;
import io.hindcast.connector.jdbc.layout.Layout;
import io.hindcast.connector.jdbc.layout.LayoutCatalogue;
import io.hindcast.connector.jdbc.layout.LayoutException;
import io.hindcast.connector.jdbc.read.JdbcEventSource;
import io.hindcast.connector.jdbc.read.StoreContents;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Opens a database through a dialect: reads its catalogue, finds the layout that fits, and reads by it.
public final class JdbcStore {
    /// A layout file of the person's own, instead of the known ones.
    public static final Setting MAPPING =
            new Setting("mapping", "Layout file for this store", Setting.Kind.PATH, List.of(), "");
    /// The event table to read where a database holds several.
    public static final Setting TABLES = Setting.text("tables", "Event table, where there are several");

    private JdbcStore() {}

    /// @throws ConnectorException when the database cannot be opened or holds no event table
    public static EventSource open(Dialect dialect, OpenRequest request, String connector) {
        boolean open = false;
        try {
            var source = JdbcEventSource.open(dialect, contents(dialect, request), connector);
            open = true;
            return source;
        } finally {
            if (!open) {
                dialect.close();
            }
        }
    }

    private static StoreContents contents(Dialect dialect, OpenRequest request) {
        var layouts = layouts(dialect, request);
        try (var connection = dialect.connect()) {
            var detector = new Detector(layouts, dialect.tables(connection));
            var contents = withKeys(detector.contents(request.setting(TABLES.name())), dialect, connection);
            connection.rollback();
            return contents;
        } catch (SQLException e) {
            throw dialect.explain(e);
        }
    }

    private static StoreContents withKeys(StoreContents contents, Dialect dialect, Connection connection)
            throws SQLException {
        var events = withKeys(contents.events(), dialect, connection);
        var snapshots = new ArrayList<Table>();
        for (Table table : contents.snapshots()) {
            snapshots.add(table.equals(contents.events()) ? events : withKeys(table, dialect, connection));
        }
        return contents.with(events, snapshots);
    }

    private static Table withKeys(Table table, Dialect dialect, Connection connection) throws SQLException {
        return table.withUniqueKeys(dialect.uniqueKeys(connection, table));
    }

    private static List<Layout> layouts(Dialect dialect, OpenRequest request) {
        var mapping = request.setting(MAPPING.name());
        if (mapping.isEmpty()) {
            return LayoutCatalogue.known(dialect.id());
        }
        try {
            return List.of(LayoutCatalogue.file(Path.of(mapping.get()), dialect.id()));
        } catch (LayoutException e) {
            throw new ConnectorException(ConnectorException.Kind.SETTINGS, e.sentence(), e);
        } catch (IOException | InvalidPathException e) {
            throw new ConnectorException(
                    ConnectorException.Kind.SETTINGS, "The layout file " + mapping.get() + " cannot be read.", e);
        }
    }
}
