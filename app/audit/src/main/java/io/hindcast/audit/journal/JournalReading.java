package io.hindcast.audit.journal;

import io.hindcast.audit.seal.Hash;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A journal as it was read: every entry that can be read, damaged ones too, in the order of the file.
///
/// @param hashes SHA-256 of every line, in the order of the file
/// @param bytes how much of the file was read
public record JournalReading(List<JournalEntry> entries, List<Damage> damages, List<Hash> hashes, long bytes) {
    /// Of a journal that nobody has written into yet.
    public static final JournalReading EMPTY = new JournalReading(List.of(), List.of(), List.of(), 0);

    public JournalReading {
        entries = List.copyOf(entries);
        damages = List.copyOf(damages);
        hashes = List.copyOf(hashes);
    }

    public boolean isSound() {
        return damages.isEmpty();
    }

    /// The hash of the last line, 64 zeros without any: whoever has noted it can tell later that nothing before it was
    /// changed or cut off.
    public Hash head() {
        return hashes.isEmpty() ? Hash.ZERO : hashes.getLast();
    }

    /// Whether a line with this hash is there.
    public boolean holds(Hash noted) {
        return hashes.contains(noted);
    }

    /// Whether an entry says something else than when it was written, as far as can be told.
    public boolean isDamaged(JournalEntry entry) {
        return damages.stream()
                .anyMatch(damage -> damage.kind() != Damage.Kind.MISSING
                        && damage.from() <= entry.number()
                        && entry.number() <= damage.to());
    }

    /// This and the lines that stand behind it; to be asked of a sound one only.
    ///
    /// @param lines without line ends
    /// @param unfinished whether the last of them has none in the file
    /// @param size of the whole file
    JournalReading with(List<byte[]> lines, boolean unfinished, long size) {
        var reader = new Reader(this);
        for (int i = 0; i < lines.size(); i++) {
            reader.take(lines.get(i), unfinished && i == lines.size() - 1);
        }
        return new JournalReading(reader.entries, reader.damages, reader.hashes, size);
    }

    private static final class Reader {
        private final List<JournalEntry> entries;
        private final List<Damage> damages = new ArrayList<>();
        private final List<Hash> hashes;
        private final Set<Long> seen = new HashSet<>();
        private final long known;
        private Hash before;
        private long expected;
        /// Whether what the next line says about the one before can be held against it.
        private boolean follows = true;

        Reader(JournalReading sound) {
            entries = new ArrayList<>(sound.entries());
            hashes = new ArrayList<>(sound.hashes());
            before = sound.head();
            known = sound.hashes().size();
            expected = known + 1;
        }

        void take(byte[] bytes, boolean unfinished) {
            Hash hash = Hash.of(bytes);
            JournalLine.read(bytes)
                    .filter(line -> !unfinished || line.isSound())
                    .ifPresentOrElse(line -> take(line, hash), () -> broken(unfinished));
            hashes.add(hash);
        }

        private void broken(boolean unfinished) {
            damages.add(Damage.of(unfinished ? Damage.Kind.UNFINISHED : Damage.Kind.UNREADABLE, expected));
            expected++;
            follows = false;
        }

        private void take(JournalLine line, Hash hash) {
            long number = line.entry().number();
            if (number < expected) {
                damages.add(Damage.of(Damage.Kind.MISPLACED, number));
            } else {
                inItsPlace(line, hash);
            }
            if (number > known && seen.add(number)) {
                entries.add(line.entry());
            }
        }

        private void inItsPlace(JournalLine line, Hash hash) {
            long number = line.entry().number();
            if (number > expected) {
                damages.add(new Damage(Damage.Kind.MISSING, expected, number - 1));
            }
            if (!line.isSound()) {
                damages.add(Damage.of(Damage.Kind.ALTERED, number));
            } else if (number == expected && follows && !line.previous().equals(before)) {
                damages.add(Damage.of(Damage.Kind.ALTERED, Math.max(number - 1, 1)));
            }
            follows = line.isSound();
            expected = number + 1;
            before = hash;
        }
    }
}
