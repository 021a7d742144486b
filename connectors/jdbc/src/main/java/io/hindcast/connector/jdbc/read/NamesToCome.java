package io.hindcast.connector.jdbc.read;

import io.hindcast.connector.jdbc.dialect.RowSink;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The names of the rows that come next, looked up for all of them at a time: a store may have a stream for every few rows,
/// what is known of it lies anywhere in memory, and the processor fetches for many names at once what it would wait for
/// one by one. One thread.
final class NamesToCome {
    private final SharedMemo<Naming> names;
    private final RawKey[] keys =
            Stream.generate(RawKey::new).limit(RowSink.MOST_EXPECTED).toArray(RawKey[]::new);
    private final int[] hashes = new int[RowSink.MOST_EXPECTED];
    private final @Nullable Naming[] supposed = new @Nullable Naming[RowSink.MOST_EXPECTED];
    private int count;
    private int next;

    /// A sum that nobody asks for: what a program does not use, no processor is made to fetch.
    @SuppressWarnings("UnusedVariable")
    private int fetched;

    NamesToCome(SharedMemo<Naming> names) {
        this.names = names;
    }

    void clear() {
        count = 0;
        next = 0;
    }

    /// Whether nothing is known of the next row yet.
    boolean isEmpty() {
        if (next == count) {
            clear();
            return true;
        }
        return false;
    }

    /// Where the key of one more row is to be written, before it is added by its hash code.
    RawKey key() {
        return keys[count];
    }

    void add(int hash) {
        hashes[count++] = hash;
    }

    /// Has what is known of the names brought near.
    void fetch() {
        names.suppose(hashes, count, supposed);
        for (int i = 0; i < count; i++) {
            var naming = supposed[i];
            if (naming != null) {
                fetched += naming.name().hashCode();
            }
        }
    }

    /// What the name of the next row comes to, where that is remembered.
    @Nullable
    Naming next() {
        var found = names.find(keys[next], hashes[next]);
        next++;
        return found;
    }

    /// Of the row that [#next()] spoke of.
    int hash() {
        return hashes[next - 1];
    }

    /// Remembers what the name of that row comes to.
    Naming keep(Naming naming) {
        return names.keep(keys[next - 1], hashes[next - 1], naming);
    }
}
