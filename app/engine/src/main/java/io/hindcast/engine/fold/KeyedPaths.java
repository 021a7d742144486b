package io.hindcast.engine.fold;

import io.hindcast.engine.state.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// The paths of one shape, `accounts/{…}/total`, by the name that an event puts in the middle: those asked for lately.
/// Bounded, because the names come out of events. Safe for many threads, which may see a path made twice, never a wrong
/// one.
public final class KeyedPaths {
    private static final int MOST = 1 << 13;

    private final List<String> before;
    private final List<String> after;
    private final AtomicInteger numbers;
    // Written without a lock: an entry is immutable, and to miss another thread's one costs a new path.
    private volatile @Nullable Known[] slots = new @Nullable Known[64];

    private record Known(String name, KnownPath path) {}

    KeyedPaths(List<String> before, List<String> after, AtomicInteger numbers) {
        this.before = List.copyOf(before);
        this.after = List.copyOf(after);
        this.numbers = numbers;
    }

    /// The path with this name in it.
    public KnownPath of(String name) {
        @Nullable Known[] here = slots;
        Known known = here[slot(name, here.length)];
        return known != null && known.name.equals(name) ? known.path : made(name, here);
    }

    private KnownPath made(String name, @Nullable Known[] here) {
        @Nullable Known[] roomier = here;
        Known other = here[slot(name, here.length)];
        while (other != null && roomier.length < MOST && slot(name, roomier.length) == slot(other.name, roomier.length)) {
            roomier = grown(roomier);
        }
        var steps = new ArrayList<>(before);
        steps.add(name);
        steps.addAll(after);
        var made = new Known(name, new KnownPath(new FieldPath(steps), numbers.getAndIncrement() & Integer.MAX_VALUE));
        roomier[slot(name, roomier.length)] = made;
        slots = roomier;
        return made.path;
    }

    private static @Nullable Known[] grown(@Nullable Known[] slots) {
        var grown = new @Nullable Known[slots.length * 2];
        for (Known known : slots) {
            if (known != null) {
                grown[slot(known.name, grown.length)] = known;
            }
        }
        return grown;
    }

    private static int slot(String name, int room) {
        int hash = name.hashCode();
        return (hash ^ hash >>> 15) & room - 1;
    }
}
