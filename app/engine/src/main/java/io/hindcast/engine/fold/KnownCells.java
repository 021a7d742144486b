package io.hindcast.engine.fold;

import org.jspecify.annotations.Nullable;

/// The fields that known paths lead to, so that a path is walked once and not for every event. What was found is good as
/// long as no container was replaced.
final class KnownCells {
    private static final int MOST = 1 << 14;

    // By the last digits of the paths' numbers.
    private @Nullable KnownPath[] paths = new @Nullable KnownPath[8];
    private @Nullable Cell[] cells = new @Nullable Cell[8];
    private long replaced;

    /// The field that was found last, null where the path has to be walked again.
    @Nullable Cell cell(KnownPath path) {
        int slot = slot(path);
        if (paths[slot] == path) {
            Cell cell = cells[slot];
            if (cell != null && !cell.isDead && cell.foundAt == replaced) {
                return cell;
            }
        }
        return null;
    }

    void keep(KnownPath path, Cell cell) {
        KnownPath other = paths[slot(path)];
        while (other != null && other != path && paths.length < MOST && slot(other) == slot(path)) {
            if (((other.number() ^ path.number()) & MOST - 1) == 0) {
                break; // more room does not part them
            }
            makeRoom();
        }
        int slot = slot(path);
        cell.reachedBy(path.path());
        cell.foundAt = replaced;
        paths[slot] = path;
        cells[slot] = cell;
    }

    /// A container was replaced: the fields may lie elsewhere.
    void forget() {
        replaced++;
    }

    private int slot(KnownPath path) {
        return path.number() & paths.length - 1;
    }

    private void makeRoom() {
        var before = paths;
        var found = cells;
        paths = new @Nullable KnownPath[before.length * 2];
        cells = new @Nullable Cell[before.length * 2];
        for (int i = 0; i < before.length; i++) {
            KnownPath path = before[i];
            if (path != null) {
                paths[slot(path)] = path;
                cells[slot(path)] = found[i];
            }
        }
    }
}
