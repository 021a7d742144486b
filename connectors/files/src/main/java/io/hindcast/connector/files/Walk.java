package io.hindcast.connector.files;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.ConnectorException.Kind;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Direction;
import io.hindcast.connector.ReadRequest.Selection;
import io.hindcast.connector.ReadRequest.VersionRange;
import io.hindcast.event.Bookmark;
import io.hindcast.event.EventPage;
import java.util.BitSet;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/// The rows that a request asks for, one after the other. A bookmark is `row:` and the number of the last row given.
final class Walk {
    private static final String PREFIX = "row:";

    private final IntUnaryOperator rowAt;
    private final IntPredicate wanted;
    private final int count;
    private final int step;
    private int at;

    private Walk(IntUnaryOperator rowAt, int count, IntPredicate wanted, Direction direction) {
        this.rowAt = rowAt;
        this.count = count;
        this.wanted = wanted;
        this.step = direction == Direction.FORWARD ? 1 : -1;
        this.at = direction == Direction.FORWARD ? 0 : count - 1;
    }

    /// @throws ConnectorException if the bookmark is not of this selection
    static Walk of(EventIndex index, ReadRequest request) {
        var direction = request.direction();
        var walk = switch (request.selection()) {
            case Selection.Store() -> new Walk(row -> row, index.size(), _ -> true, direction);
            case Selection.Category(String name) -> {
                BitSet streams = index.streamsOf(name);
                yield new Walk(row -> row, index.size(), row -> streams.get(index.streamOrdinal(row)), direction);
            }
            case Selection.Stream(String name) -> {
                int[] rows = index.rowsOf(name);
                yield new Walk(
                        place -> rows[place],
                        rows.length,
                        row -> isWithin(index.version(row), request.versions()),
                        direction);
            }
        };
        request.after().ifPresent(walk::resume);
        return walk;
    }

    static Bookmark bookmark(int row) {
        return new Bookmark(PREFIX + row);
    }

    OptionalInt next() {
        while (at >= 0 && at < count) {
            int row = rowAt.applyAsInt(at);
            at += step;
            if (wanted.test(row)) {
                return OptionalInt.of(row);
            }
        }
        return OptionalInt.empty();
    }

    private void resume(Bookmark bookmark) {
        int row = rowOf(bookmark);
        int place = row < count && row >= 0 && rowAt.applyAsInt(row) == row ? row : placeOf(row);
        at = place + step;
    }

    private int placeOf(int row) {
        for (int place = 0; place < count; place++) {
            if (rowAt.applyAsInt(place) == row) {
                return place;
            }
        }
        throw foreign();
    }

    /// @throws ConnectorException if the bookmark is not one of these files
    static int rowOf(Bookmark bookmark) {
        try {
            if (bookmark.text().startsWith(PREFIX)) {
                return Integer.parseInt(bookmark.text().substring(PREFIX.length()));
            }
        } catch (NumberFormatException _) {
            throw foreign();
        }
        throw foreign();
    }

    private static ConnectorException foreign() {
        return new ConnectorException(Kind.SETTINGS, "This bookmark was not made for this selection of these files.");
    }

    private static boolean isWithin(long version, VersionRange range) {
        return version == EventPage.NO_VERSION
                ? range.equals(VersionRange.all())
                : version > range.after() && version <= range.upTo();
    }
}
