package io.hindcast.connector;

import io.hindcast.event.Bookmark;
import java.util.Optional;

/// What to read, from where, and how much of each event.
///
/// @param selection which events
/// @param after resume behind this bookmark of an earlier read of the same selection and direction
/// @param versions only these versions; has a meaning for a [Selection.Stream] only
/// @param direction oldest or newest first
/// @param detail with or without bodies
/// @param pageSize the most rows a page may hold, at least 1
public record ReadRequest(
        Selection selection,
        Optional<Bookmark> after,
        VersionRange versions,
        Direction direction,
        Detail detail,
        int pageSize) {

    /// Rows a page when nothing else is said: enough to amortise a round trip, few enough for a quick first page.
    public static final int DEFAULT_PAGE_SIZE = 10_000;

    public ReadRequest {
        if (pageSize < 1) {
            throw new IllegalArgumentException("page size " + pageSize);
        }
    }

    /// Which events of the store.
    public sealed interface Selection {
        /// All of them, in the order of the store.
        record Store() implements Selection {}

        /// Those of one category, in the order of the store.
        record Category(String name) implements Selection {}

        /// Those of one stream, by version; rows with equal versions are all given.
        record Stream(String name) implements Selection {}
    }

    /// Versions above `after` up to and including `upTo`.
    public record VersionRange(long after, long upTo) {
        public static VersionRange all() {
            return new VersionRange(Long.MIN_VALUE, Long.MAX_VALUE);
        }
    }

    public enum Direction {
        FORWARD,
        BACKWARD
    }

    public enum Detail {
        /// What an index of all events keeps: as [#HEADERS], but ids may be absent, where they cost something to read.
        OUTLINE,
        /// Everything but body and metadata.
        HEADERS,
        FULL
    }

    public static ReadRequest store(Detail detail) {
        return new ReadRequest(
                new Selection.Store(),
                Optional.empty(),
                VersionRange.all(),
                Direction.FORWARD,
                detail,
                DEFAULT_PAGE_SIZE);
    }

    public static ReadRequest stream(String name) {
        return new ReadRequest(
                new Selection.Stream(name),
                Optional.empty(),
                VersionRange.all(),
                Direction.FORWARD,
                Detail.FULL,
                DEFAULT_PAGE_SIZE);
    }

    public ReadRequest withPageSize(int rows) {
        return new ReadRequest(selection, after, versions, direction, detail, rows);
    }

    public ReadRequest after(Bookmark bookmark) {
        return new ReadRequest(selection, Optional.of(bookmark), versions, direction, detail, pageSize);
    }

    public ReadRequest withVersions(VersionRange range) {
        return new ReadRequest(selection, after, range, direction, detail, pageSize);
    }

    public ReadRequest withDirection(Direction way) {
        return new ReadRequest(selection, after, versions, way, detail, pageSize);
    }

    public ReadRequest withDetail(Detail much) {
        return new ReadRequest(selection, after, versions, direction, much, pageSize);
    }
}
