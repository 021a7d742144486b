package io.hindcast.connector.jdbc;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.EventSource;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.Setting;
import io.hindcast.connector.SourceInfo.NotRead;
import io.hindcast.connector.jdbc.dialect.Dialect;
import io.hindcast.connector.jdbc.dialect.Table;
import io.hindcast.connector.jdbc.dialect.TablePart;
import io.hindcast.connector.jdbc.layout.Layout;
import io.hindcast.connector.jdbc.layout.LayoutCatalogue;
import io.hindcast.connector.jdbc.layout.LayoutException;
import io.hindcast.connector.jdbc.read.JdbcEventSource;
import io.hindcast.connector.jdbc.read.StoreContents;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Opens a database through a dialect: reads its catalogue, finds the layout that fits, and reads by it.
public final class JdbcStore {
    /// An explorer must not load a production store.
    private static final int USUAL_CONNECTIONS = 4;
    private static final int MOST_CONNECTIONS = 16;

    /// A layout file of the person's own, instead of the known ones.
    public static final Setting MAPPING =
            new Setting("mapping", "Layout file for this store", Setting.Kind.PATH, List.of(), "");
    /// The event table to read where a database holds several.
    public static final Setting TABLES = Setting.text("tables", "Event table, where there are several");
    /// How many connections a server may be asked on at the same time.
    public static final Setting CONNECTIONS = new Setting(
            "connections", "Connections at most", Setting.Kind.NUMBER, List.of(), Integer.toString(USUAL_CONNECTIONS));

    private JdbcStore() {}

    /// @throws ConnectorException when the database cannot be opened or holds no event table
    public static EventSource open(Dialect dialect, OpenRequest request, String connector) {
        boolean open = false;
        try {
            int most = connections(request);
            var source = JdbcEventSource.open(dialect, contents(dialect, request), connector, most);
            open = true;
            return source;
        } finally {
            if (!open) {
                dialect.close();
            }
        }
    }

    private static int connections(OpenRequest request) {
        String written = request.setting(CONNECTIONS.name()).orElse(CONNECTIONS.preset()).strip();
        int number = written.matches("[0-9]{1,2}") ? Integer.parseInt(written) : 0;
        if (number < 1 || number > MOST_CONNECTIONS) {
            throw new ConnectorException(
                    ConnectorException.Kind.SETTINGS,
                    "The setting 'connections' must be a number from 1 to %d.".formatted(MOST_CONNECTIONS));
        }
        return number;
    }

    private static StoreContents contents(Dialect dialect, OpenRequest request) {
        var layouts = layouts(dialect, request);
        try (var connection = dialect.connect()) {
            var detector = new Detector(layouts, new TablesSeen(dialect.tables(connection), dialect.closedTables(connection)));
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
        var leftOut = MergedTables.leftOut(contents.events(), events);
        var snapshots = new ArrayList<Table>();
        for (Table table : contents.snapshots()) {
            snapshots.add(table.equals(contents.events()) ? events : withKeys(table, dialect, connection));
        }
        return contents.with(events, snapshots).alsoNotRead(leftOut.stream().map(JdbcStore::withoutKey).toList());
    }

    private static NotRead withoutKey(Table table) {
        return new NotRead("table " + table.title(), -1, "without a primary key nothing tells which rows are of one thing");
    }

    private static Table withKeys(Table table, Dialect dialect, Connection connection) throws SQLException {
        if (table.isMadeUp()) {
            var keyed = new ArrayList<Table>();
            for (TablePart part : table.parts()) {
                keyed.add(withKeys(part.table(), dialect, connection));
            }
            return MergedTables.withKeys(table, keyed);
        }
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
                    ConnectorException.Kind.SETTINGS, unreadable(mapping.get(), e), e);
        }
    }

    private static String unreadable(String file, Exception failure) {
        return switch (failure) {
            case NoSuchFileException _ -> "There is no layout file %s.".formatted(file);
            case CharacterCodingException _ -> "The layout file %s is not UTF-8 text.".formatted(file);
            case Exception _ -> "The layout file %s cannot be read.".formatted(file);
        };
    }
}
