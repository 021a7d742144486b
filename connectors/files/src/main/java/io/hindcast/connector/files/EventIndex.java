package io.hindcast.connector.files;

import io.hindcast.event.EventPage;
import io.hindcast.event.EventPage.StreamName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where every event lies, its type and its time, as columns: some 48 bytes an event. Rows are numbered from 0 in the
/// order of the files. Grows while the files are read, then [#finish()], after which it is safe for many threads; it may
/// grow on behind that, while nobody reads.
final class EventIndex {
    /// What rows that are no events are shown as.
    static final StreamName UNREADABLE = new StreamName("(unreadable)", "");

    private static final long NO_POSITION = Long.MIN_VALUE;

    private int size;
    private long[] offsets = new long[1024];
    private int[] lengths = new int[1024];
    private int[] streamOf = new int[1024];
    private long[] versions = new long[1024];
    private long[] positions = new long[1024];
    private int[] typeOf = new int[1024];
    private long[] seconds = new long[1024];
    private int[] nanos = new int[1024];
    private final List<String> types = new ArrayList<>();
    private final Map<String, Integer> typeOrdinals = new HashMap<>();
    private final List<Integer> fileStarts = new ArrayList<>();
    private final List<StreamName> streams = new ArrayList<>();
    private final Map<StreamName, Integer> ordinals = new HashMap<>();
    private final Map<String, List<Integer>> named = new HashMap<>();
    private final BitSet later = new BitSet();
    private final Map<Integer, Long> troubledLines = new HashMap<>();
    private boolean positionsRise;
    private Postings postings = Postings.NONE;
    private boolean finished;
    private final Map<Integer, List<Integer>> added = new HashMap<>();

    /// How many files were started.
    int files() {
        return fileStarts.size();
    }

    void startFile() {
        fileStarts.add(size);
    }

    /// Adds a row; `version` and `position` by the conventions of [EventPage] and `Long.MIN_VALUE` for none.
    void add(long offset, int length, StreamName stream, long version, long position) {
        if (size == offsets.length) {
            grow();
        }
        offsets[size] = offset;
        lengths[size] = length;
        streamOf[size] = ordinals.computeIfAbsent(stream, name -> {
            streams.add(name);
            named.computeIfAbsent(name.stream(), _ -> new ArrayList<>(1)).add(streams.size() - 1);
            return streams.size() - 1;
        });
        versions[size] = version;
        positions[size] = finished && positionsRise ? Math.max(position, positions[size - 1] + 1) : position;
        if (finished) {
            added.computeIfAbsent(streamOf[size], _ -> new ArrayList<>()).add(size);
        }
        typeOf[size] = -1;
        seconds[size] = EventPage.NO_TIME;
        size++;
    }

    /// Says of the last row what type and time it has; of rows in trouble nothing is said.
    void describeLastRow(String type, Optional<Instant> recordedAt) {
        int row = size - 1;
        typeOf[row] = typeOrdinals.computeIfAbsent(type, name -> {
            types.add(name);
            return types.size() - 1;
        });
        if (recordedAt.isPresent()) {
            Instant time = recordedAt.get();
            seconds[row] = time.getEpochSecond();
            nanos[row] = time.getNano();
        }
    }

    /// Whether type and time of a row are known here.
    boolean isDescribed(int row) {
        return typeOf[row] >= 0;
    }

    String type(int row) {
        return types.get(typeOf[row]);
    }

    /// [EventPage#NO_TIME] where there is none.
    long second(int row) {
        return seconds[row];
    }

    int nano(int row) {
        return nanos[row];
    }

    void troubleInLastRow(long line) {
        troubledLines.put(size - 1, line);
    }

    void secondPassInLastRow() {
        later.set(size - 1);
    }

    void finish() {
        positionsRise = size > 0 && fillPositions() && rises();
        postings = Postings.of(size, streamOf, versions, streams.size());
        finished = true;
    }

    int size() {
        return size;
    }

    int fileOf(int row) {
        int found = Collections.binarySearch(fileStarts, row);
        int file = found >= 0 ? found : -found - 2;
        while (file + 1 < fileStarts.size() && fileStarts.get(file + 1) <= row) {
            file++;
        }
        return file;
    }

    long offset(int row) {
        return offsets[row];
    }

    int length(int row) {
        return lengths[row];
    }

    StreamName stream(int row) {
        return streams.get(streamOf[row]);
    }

    long version(int row) {
        return versions[row];
    }

    /// The position that the file gives if those rise, else the number of the row from 1.
    long position(int row) {
        return positionsRise ? positions[row] : row + 1L;
    }

    boolean positionsRise() {
        return positionsRise;
    }

    boolean isSecondPass(int row) {
        return later.get(row);
    }

    /// The line of a row in trouble, 0 for the others.
    long troubledLine(int row) {
        return troubledLines.getOrDefault(row, 0L);
    }

    int troubled() {
        return troubledLines.size();
    }

    /// The rows of all streams of that name by version, rows without version behind the one before them.
    int[] rowsOf(String stream) {
        int[] rows = {};
        for (int ordinal : named.getOrDefault(stream, List.of())) {
            int[] own = rowsOf(ordinal);
            rows = rows.length == 0 ? own : Postings.merged(rows, own, versions);
        }
        return rows;
    }

    private int[] rowsOf(int ordinal) {
        var later = added.get(ordinal);
        int[] before = postings.rows(ordinal);
        return later == null
                ? before
                : Postings.merged(
                        before, later.stream().mapToInt(Integer::intValue).toArray(), versions);
    }

    /// Which streams are of a category.
    BitSet streamsOf(String category) {
        var found = new BitSet();
        for (int ordinal = 0; ordinal < streams.size(); ordinal++) {
            if (streams.get(ordinal).category().equals(category)) {
                found.set(ordinal);
            }
        }
        return found;
    }

    int streamOrdinal(int row) {
        return streamOf[row];
    }

    /// Whether nine of ten streams have versions without gap and repetition, so that the others look damaged.
    boolean hasDenseVersions() {
        long dense = 0;
        long readable = 0;
        for (int ordinal = 0; ordinal < streams.size(); ordinal++) {
            if (!streams.get(ordinal).equals(UNREADABLE)) {
                readable++;
                dense += isDense(postings.rows(ordinal)) ? 1 : 0;
            }
        }
        return dense > 0 && dense * 10 >= readable * 9;
    }

    private boolean isDense(int[] rows) {
        for (int i = 0; i < rows.length; i++) {
            long version = versions[rows[i]];
            if (version == EventPage.NO_VERSION || (i > 0 && version != versions[rows[i - 1]] + 1)) {
                return false;
            }
        }
        return true;
    }

    /// Gives rows without a position the one that lies free between their neighbours.
    private boolean fillPositions() {
        int first = 0;
        while (first < size && positions[first] == NO_POSITION) {
            first++;
        }
        if (first == size) {
            return false;
        }
        for (int row = first - 1; row >= 0; row--) {
            positions[row] = positions[row + 1] - 1;
        }
        for (int row = first + 1; row < size; row++) {
            if (positions[row] == NO_POSITION) {
                positions[row] = positions[row - 1] + 1;
            }
        }
        return true;
    }

    private boolean rises() {
        for (int row = 1; row < size; row++) {
            if (positions[row] <= positions[row - 1]) {
                return false;
            }
        }
        return true;
    }

    private void grow() {
        int room = Math.addExact(size, Math.max(size / 2, 1024));
        offsets = Arrays.copyOf(offsets, room);
        lengths = Arrays.copyOf(lengths, room);
        streamOf = Arrays.copyOf(streamOf, room);
        versions = Arrays.copyOf(versions, room);
        positions = Arrays.copyOf(positions, room);
        typeOf = Arrays.copyOf(typeOf, room);
        seconds = Arrays.copyOf(seconds, room);
        nanos = Arrays.copyOf(nanos, room);
    }
}
