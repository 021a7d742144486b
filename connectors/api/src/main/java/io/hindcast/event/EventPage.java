package io.hindcast.event;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A run of events in reading order, kept as columns: names are ordinals into the page's own dictionaries and bodies
/// share a few arrays, so that a page costs a few objects however many events it holds. Immutable.
///
/// Rows are numbered from 0 to `size() - 1`. Every accessor throws [IndexOutOfBoundsException] outside of that.
public final class EventPage {
    /// Stands in the version column where the store numbers no versions.
    public static final long NO_VERSION = Long.MIN_VALUE;

    /// Stands in the seconds column where no recorded time is known.
    public static final long NO_TIME = Long.MIN_VALUE;

    private final Bookmark bookmark;
    private final List<StreamName> streams;
    private final List<String> types;
    private final PageColumns columns;
    private final BodyBytes bytes;
    private final Map<Integer, String> troubles;

    /// Name and category of a stream, once a page. A value; no record, because it keeps its hash code: every row of a store
    /// passes here, and the letters of a name may lie far away in memory.
    public static final class StreamName {
        private final String stream;
        private final String category;
        private final int hash;

        public StreamName(String stream, String category) {
            this.stream = stream;
            this.category = category;
            this.hash = stream.hashCode();
        }

        public String stream() {
            return stream;
        }

        public String category() {
            return category;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other
                    || (other instanceof StreamName name
                            && name.hash == hash
                            && name.stream.equals(stream)
                            && name.category.equals(category));
        }

        /// That of the stream's name alone: few streams share one.
        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public String toString() {
            return "StreamName[stream=%s, category=%s]".formatted(stream, category);
        }
    }

    private EventPage(Builder builder, Bookmark bookmark) {
        this.bookmark = bookmark;
        this.streams = builder.streams.names();
        this.types = builder.types.names();
        builder.columns.trim();
        this.columns = builder.columns;
        builder.bytes.trim();
        this.bytes = builder.bytes;
        this.troubles = Map.copyOf(builder.troubles);
    }

    public int size() {
        return columns.size();
    }

    /// Where to go on after the last row of this page.
    public Bookmark bookmark() {
        return bookmark;
    }

    /// The page's dictionary of streams; [#streamOrdinal(int)] points into it.
    public List<StreamName> streams() {
        return streams;
    }

    /// The page's dictionary of event types; [#typeOrdinal(int)] points into it.
    public List<String> types() {
        return types;
    }

    public int streamOrdinal(int row) {
        return columns.streamOf[row];
    }

    public int typeOrdinal(int row) {
        return columns.typeOf[row];
    }

    public String stream(int row) {
        return streams.get(columns.streamOf[row]).stream();
    }

    public String category(int row) {
        return streams.get(columns.streamOf[row]).category();
    }

    public String type(int row) {
        return types.get(columns.typeOf[row]);
    }

    /// The version, or [#NO_VERSION].
    public long version(int row) {
        return columns.versions[row];
    }

    /// Whether the rows carry positions at all: all of them or none.
    public boolean isPositioned() {
        return columns.isPositioned;
    }

    public long positionHigh(int row) {
        return columns.positionHigh[row];
    }

    public long positionLow(int row) {
        return columns.positionLow[row];
    }

    /// Recorded time as seconds since 1970-01-01T00:00:00Z, or [#NO_TIME].
    public long recordedSecond(int row) {
        return columns.seconds[row];
    }

    /// Nanoseconds within the recorded second, 0 to 999,999,999.
    public int recordedNano(int row) {
        return columns.nanos[row];
    }

    public Optional<String> id(int row) {
        return Optional.ofNullable(columns.ids[row]).map(Object::toString);
    }

    /// The id, where the store gave it as a UUID; [#id(int)] is the same in its usual spelling.
    public Optional<UUID> uuid(int row) {
        return columns.ids[row] instanceof UUID uuid ? Optional.of(uuid) : Optional.empty();
    }

    public ByteSlice data(int row) {
        return bytes.slice(columns.start[row], columns.start[row], columns.start[row] + columns.dataLength[row]);
    }

    public ByteSlice metadata(int row) {
        int from = columns.start[row] + columns.dataLength[row];
        return bytes.slice(columns.start[row], from, from + columns.metadataLength[row]);
    }

    /// Whether any row is not what it should be.
    public boolean hasTroubles() {
        return !troubles.isEmpty();
    }

    public Optional<String> trouble(int row) {
        return Optional.ofNullable(troubles.get(row));
    }

    public Optional<Position> position(int row) {
        return columns.isPositioned
                ? Optional.of(new Position(columns.positionHigh[row], columns.positionLow[row]))
                : Optional.empty();
    }

    public Optional<Instant> recordedAt(int row) {
        return columns.seconds[row] == NO_TIME
                ? Optional.empty()
                : Optional.of(Instant.ofEpochSecond(columns.seconds[row], columns.nanos[row]));
    }

    /// The row as one value; its bytes are slices of this page.
    public Event event(int row) {
        return new Event(
                stream(row),
                category(row),
                columns.versions[row] == NO_VERSION ? OptionalLong.empty() : OptionalLong.of(columns.versions[row]),
                position(row),
                id(row),
                type(row),
                recordedAt(row),
                data(row),
                metadata(row),
                trouble(row));
    }

    /// Fills a page row by row: set what is known of the current row, then [#endRow()].
    /// Not safe for use by several threads. A builder makes one page and is then spent: the page has its columns.
    public static final class Builder {
        private final PageColumns columns;
        private final NameTable<StreamName> streams;
        private final NameTable<String> types = new NameTable<>(16);
        private final BodyBytes bytes;
        private final Map<Integer, String> troubles = new HashMap<>();
        // The row being filled, which has no place in the columns before it is whole: a page of as many rows as were
        // expected takes the columns over as they are.
        private int stream;
        private int type;
        private long version;
        private long high;
        private long low;
        private long second;
        private int nano;
        private @Nullable Object id;
        private int dataBytes;
        private int metadataBytes;

        /// @param positioned whether every row of the page will have a position
        /// @param expectedRows a guess that saves growing; the page may hold more or fewer
        public Builder(boolean positioned, int expectedRows) {
            this(positioned, expectedRows, 1024);
        }

        /// @param expectedBytes a guess at the length of all bodies and metadata together
        public Builder(boolean positioned, int expectedRows, int expectedBytes) {
            this.bytes = new BodyBytes(expectedBytes);
            this.columns = new PageColumns(positioned, Math.max(expectedRows, 16));
            this.streams = new NameTable<>(Math.max(expectedRows, 16) / 2);
            clearRow();
        }

        public int size() {
            return columns.size();
        }

        /// How many bytes the bodies and metadata of the rows so far have.
        public int bodyBytes() {
            return bytes.written();
        }

        public Builder stream(String stream, String category) {
            return stream(ordinalOf(new StreamName(stream, category)));
        }

        /// The stream by its [#ordinalOf(StreamName)] in this page.
        public Builder stream(int ordinal) {
            stream = Objects.checkIndex(ordinal, streams.size());
            return this;
        }

        /// The place of a name in the dictionary of this page, where it is put if it is new. A reader that remembers it
        /// saves the search for every row.
        public int ordinalOf(StreamName name) {
            return streams.ordinalOf(name);
        }

        public Builder type(String type) {
            return type(ordinalOfType(type));
        }

        /// The type by its [#ordinalOfType(String)] in this page.
        public Builder type(int ordinal) {
            type = Objects.checkIndex(ordinal, types.size());
            return this;
        }

        /// The place of a type in the dictionary of this page, where it is put if it is new.
        public int ordinalOfType(String type) {
            return types.ordinalOf(type);
        }

        public Builder version(long version) {
            this.version = version;
            return this;
        }

        public Builder position(long high, long low) {
            this.high = high;
            this.low = low;
            return this;
        }

        public Builder recordedAt(Instant instant) {
            return recordedAt(instant.getEpochSecond(), instant.getNano());
        }

        /// @param second since 1970-01-01T00:00:00Z
        /// @param nano within the second, 0 to 999,999,999
        public Builder recordedAt(long second, int nano) {
            this.second = second;
            this.nano = nano;
            return this;
        }

        public Builder id(String id) {
            this.id = id;
            return this;
        }

        /// An id that the store keeps as a UUID; whoever does not need its text is spared the writing of it.
        public Builder id(UUID id) {
            this.id = id;
            return this;
        }

        /// Appends the body of the current row; call it before [#metadata(byte\[\])].
        public Builder data(byte[] data) {
            return data(data, 0, data.length);
        }

        public Builder data(byte[] source, int offset, int length) {
            bytes.append(source, offset, length);
            dataBytes += length;
            return this;
        }

        public Builder metadata(byte[] metadata) {
            return metadata(metadata, 0, metadata.length);
        }

        public Builder metadata(byte[] source, int offset, int length) {
            bytes.append(source, offset, length);
            metadataBytes += length;
            return this;
        }

        /// Says why the current row is not what it should be. Several reasons are joined.
        public Builder trouble(String reason) {
            troubles.merge(columns.size(), reason, (one, other) -> one + "; " + other);
            return this;
        }

        /// Closes the current row.
        ///
        /// @throws IllegalStateException if the row has no stream or no type
        public void endRow() {
            if (stream < 0 || type < 0) {
                throw new IllegalStateException("row " + columns.size() + " has no stream or no type");
            }
            int row = columns.add();
            columns.streamOf[row] = stream;
            columns.typeOf[row] = type;
            columns.versions[row] = version;
            if (columns.isPositioned) {
                columns.positionHigh[row] = high;
                columns.positionLow[row] = low;
            }
            columns.seconds[row] = second;
            columns.nanos[row] = nano;
            columns.ids[row] = id;
            columns.start[row] = bytes.row();
            columns.dataLength[row] = dataBytes;
            columns.metadataLength[row] = metadataBytes;
            clearRow();
        }

        public EventPage build(Bookmark bookmark) {
            return new EventPage(this, bookmark);
        }

        private void clearRow() {
            stream = -1;
            type = -1;
            version = NO_VERSION;
            high = 0;
            low = 0;
            second = NO_TIME;
            nano = 0;
            id = null;
            dataBytes = 0;
            metadataBytes = 0;
            bytes.startRow();
        }
    }
}
