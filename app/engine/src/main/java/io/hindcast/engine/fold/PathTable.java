package io.hindcast.engine.fold;

import io.hindcast.engine.state.FieldPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Numbers the paths of one fold: the same path always gets the same [KnownPath]. Bounded, because names may come out of
/// events. Safe for many threads.
public final class PathTable {
    private static final int MOST = 1 << 10;

    private final AtomicInteger next = new AtomicInteger();
    private final Step root = new Step(new KnownPath(FieldPath.ROOT, next.getAndIncrement()));
    private final Map<List<List<String>>, KeyedPaths> keyed = new ConcurrentHashMap<>();
    private final AtomicInteger nextKeyed = new AtomicInteger(MOST);

    /// A path, and the way to those below it.
    public final class Step {
        private final KnownPath path;
        private final Map<String, Step> below = new ConcurrentHashMap<>();

        private Step(KnownPath path) {
            this.path = path;
        }

        public KnownPath path() {
            return path;
        }

        /// One step further; empty when there are too many paths already.
        public Optional<Step> child(String name) {
            Step known = below.get(name);
            if (known != null) {
                return Optional.of(known);
            }
            return next.get() < MOST ? Optional.of(below.computeIfAbsent(name, this::made)) : Optional.empty();
        }

        private Step made(String name) {
            return new Step(new KnownPath(path.path().child(name), next.getAndIncrement()));
        }
    }

    /// Where every path begins.
    public Step root() {
        return root;
    }

    /// The paths that have these steps in front of a name and behind it.
    public KeyedPaths keyed(List<String> before, List<String> after) {
        return keyed.computeIfAbsent(List.of(before, after), _ -> new KeyedPaths(before, after, nextKeyed));
    }

    /// A path as a whole; beyond the bound one that is known by itself only.
    public KnownPath of(FieldPath path) {
        Step here = root;
        for (String name : path.steps()) {
            Optional<Step> step = here.child(name);
            if (step.isEmpty()) {
                return new KnownPath(path, MOST);
            }
            here = step.get();
        }
        return here.path();
    }
}
