package io.hindcast.engine.fold.propose;

import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.FoldEvent;
import io.hindcast.engine.state.Change;
import io.hindcast.engine.state.FieldPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// Which events show what a rule says: those between two snapshots that agree with the rules, best where no other type that moves
/// the field stands beside them, because then nothing else could explain the stretch. Events are named `stream@version`.
final class EventEvidence {
    private static final int NAMED = 3;

    private final Map<String, Map<String, Shown>> shown = new LinkedHashMap<>();

    /// Some events, the first of them by name.
    private static final class Some {
        private final List<String> first = new ArrayList<>();
        private long count;

        void add(FoldEvent event) {
            count++;
            if (first.size() < NAMED) {
                first.add(name(event));
            }
        }

        @Override
        public String toString() {
            return count == 1
                    ? "once, at " + first.getFirst()
                    : "%d times, such as %s".formatted(count, String.join(", ", first));
        }
    }

    /// What shows that one type moves one field: stretches in which nothing else does, and those in which others do too.
    private record Shown(Some alone, Some together) {
        String words() {
            return alone.count > 0
                    ? "alone between snapshots that agree " + alone
                    : together.count > 0
                            ? "never alone; with others between snapshots that agree " + together
                            : "not between snapshots that agree";
        }
    }

    EventEvidence(Map<String, FieldModel> models) {
        models.forEach((field, model) -> {
            var none = new TreeMap<String, Shown>();
            model.effects().forEach(effect -> none.put(effect.type(), new Shown(new Some(), new Some())));
            shown.put(field, none);
        });
    }

    /// Looks at the stretches of a stream.
    void see(Fold fold, SampledStream stream) {
        var before = new TreeSet<>(shown.keySet());
        Replay.of(fold, stream, (snapshot, events, changes) -> {
            var now = new TreeSet<>(shown.keySet());
            now.removeIf(field -> differs(FieldPath.parse(field), changes));
            now.stream().filter(before::contains).forEach(field -> show(field, events));
            before.clear();
            before.addAll(now);
        });
    }

    private static boolean differs(FieldPath field, List<Change> changes) {
        List<String> steps = field.steps();
        return changes.stream().map(change -> change.path().steps()).anyMatch(path -> {
            int common = Math.min(path.size(), steps.size());
            return path.subList(0, common).equals(steps.subList(0, common));
        });
    }

    private void show(String field, List<FoldEvent> events) {
        Map<String, Shown> types = shown.getOrDefault(field, Map.of());
        var last = new TreeMap<String, FoldEvent>();
        events.stream().filter(event -> types.containsKey(event.type())).forEach(event -> last.put(event.type(), event));
        types.forEach((type, here) -> {
            FoldEvent event = last.get(type);
            if (event != null) {
                (last.size() == 1 ? here.alone() : here.together()).add(event);
            }
        });
    }

    private static String name(FoldEvent event) {
        var version = event.header().version();
        return event.header().stream() + (version.isPresent() ? "@" + version.getAsLong() : "");
    }

    /// A line for each type that does something to the field, in the order of their names.
    List<String> lines(String field) {
        return shown.getOrDefault(field, Map.of()).entrySet().stream()
                .map(entry -> "  %s: %s".formatted(entry.getKey(), entry.getValue().words()))
                .toList();
    }
}
