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
    private static final int MOST = 1 << 14;
    /// Parts names that differ in their last characters only.
    private static final int GOLDEN = 0x9E3779B9;
    /// In so many neighbouring slots a name may be.
    private static final int WAYS = 4;

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
        int slot = slot(name, here.length);
        for (int way = 0; way < WAYS; way++) {
            Known known = here[slot ^ way];
            if (known != null && known.name.equals(name)) {
                return known.path;
            }
        }
        return made(name);
    }

    private KnownPath made(String name) {
        var steps = new ArrayList<>(before);
        steps.add(name);
        steps.addAll(after);
        int number = numbers.getAndIncrement() & Integer.MAX_VALUE;
        var made = new Known(name, new KnownPath(new FieldPath(steps), number));
        @Nullable Known[] here = slots;
        while (!isPut(made, here)) {
            here = grown(here);
        }
        slots = here;
        return made.path;
    }

    private static boolean isPut(Known made, @Nullable Known[] slots) {
        int slot = slot(made.name, slots.length);
        for (int way = 0; way < WAYS; way++) {
            if (slots[slot ^ way] == null) {
                slots[slot ^ way] = made;
                return true;
            }
        }
        boolean isFull = slots.length == MOST;
        if (isFull) {
            slots[slot ^ made.path.number() % WAYS] = made;
        }
        return isFull;
    }

    private static @Nullable Known[] grown(@Nullable Known[] slots) {
        var grown = new @Nullable Known[slots.length * 2];
        for (Known known : slots) {
            if (known != null) {
                isPut(known, grown);
            }
        }
        return grown;
    }

    private static int slot(String name, int room) {
        return (name.hashCode() * GOLDEN) >>> (1 + Integer.numberOfLeadingZeros(room));
    }
}
