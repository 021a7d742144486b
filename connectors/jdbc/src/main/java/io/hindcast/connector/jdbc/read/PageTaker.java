package io.hindcast.connector.jdbc.read;

import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.jdbc.dialect.KeyPart;
import io.hindcast.connector.jdbc.dialect.PageQuery;
import io.hindcast.connector.jdbc.dialect.Row;
import io.hindcast.connector.jdbc.dialect.RowSink;
import io.hindcast.event.EventPage;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;

/// Runs the statement of a page and makes the page. Safe for many threads.
final class PageTaker {
    /// A page ends early when it holds this many bytes, so that ten thousand bodies of 10 MB stay readable.
    private static final int LARGEST_PAGE = 32 << 20;

    /// Rows that are left out here travel in vain; when they are more than one of so many, the database leaves them out.
    private static final int FEW = 16;

    private final Connections connections;
    private final EventMapping mapping;
    private final EventQueries queries;
    private final ReadRequest request;
    private final SharedMemo<Naming> names = new SharedMemo<>();
    private final ConcurrentLinkedDeque<RowReader> idle = new ConcurrentLinkedDeque<>();
    private volatile int expectedRows;
    private volatile int expectedBytes;

    PageTaker(Connections connections, EventMapping mapping, EventQueries queries, ReadRequest request) {
        this.connections = connections;
        this.mapping = mapping;
        this.queries = queries;
        this.request = request;
        this.expectedRows = Math.min(request.pageSize(), 1024);
    }

    /// What a statement gave.
    ///
    /// @param page absent when none of the rows were wanted
    /// @param last the key of the last row looked at, empty when there was none
    /// @param rows how many rows were looked at
    /// @param whole whether the statement has no more rows to give
    /// @param isCut whether it was stopped because its bodies are large
    record Taken(Optional<EventPage> page, List<KeyPart> last, int rows, boolean whole, boolean isCut) {}

    Taken take(PageQuery query) {
        var free = idle.poll();
        var reader = free == null ? new RowReader(mapping, queries.choice(), names) : free;
        reader.turnPage();
        var taking = new Taking(reader);
        connections.use(connection -> {
            connections.dialect().read(connection, query, taking);
            return taking;
        });
        idle.push(reader);
        return taking.taken();
    }

    private final class Taking implements RowSink {
        private final RowReader reader;
        private final EventPage.Builder page =
                new EventPage.Builder(mapping.isPositioned(), expectedRows, expectedBytes + expectedBytes / 8);
        private final KeyPart[] last = new KeyPart[queries.keys().size()];
        private int rows;

        Taking(RowReader reader) {
            this.reader = reader;
        }

        @Override
        public void expect(List<? extends Row> rows) throws SQLException {
            reader.expect(rows);
        }

        @Override
        public boolean take(Row row) throws SQLException {
            queries.keys().of(row, last);
            reader.add(row, page);
            rows++;
            return page.bodyBytes() < LARGEST_PAGE;
        }

        Taken taken() {
            boolean whole = rows < request.pageSize() && page.bodyBytes() < LARGEST_PAGE;
            var key = rows == 0 ? List.<KeyPart>of() : List.of(last);
            int wanted = page.size();
            expectedRows = Math.max(wanted, 16);
            expectedBytes = page.bodyBytes();
            if (rows > FEW && wanted < rows - rows / FEW) {
                queries.askAll();
            }
            return new Taken(
                    wanted == 0 ? Optional.empty() : Optional.of(page.build(Bookmarks.of(queries.order(), key))),
                    key,
                    rows,
                    whole,
                    page.bodyBytes() >= LARGEST_PAGE);
        }
    }
}
