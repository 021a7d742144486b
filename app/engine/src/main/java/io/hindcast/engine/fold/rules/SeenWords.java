package io.hindcast.engine.fold.rules;

import io.hindcast.engine.fold.FoldEvent;
import io.hindcast.engine.fold.FoldFailure;
import io.hindcast.engine.fold.FoldLanguage.Diagnostic;
import io.hindcast.engine.fold.Spelling;
import io.hindcast.engine.fold.WordCheck.Finding;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.StateValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One name of a rule, and which of the rule's paths the events of this name had so far.
final class SeenWords {
    /// So many events are looked at for what a missing path may have meant.
    private static final int LEARNED_FROM = 1_000;

    private static final int MOST_LEARNED = 2_000;
    private static final int DEEPEST = 6;

    private final Wording.Written name;
    private final List<Wording.Path> missing;
    private final Set<String> data = new LinkedHashSet<>();
    private final Set<String> metadata = new LinkedHashSet<>();
    private long events;

    SeenWords(Wording.Written name, List<Wording.Path> paths) {
        this.name = name;
        this.missing = new ArrayList<>(paths);
    }

    void see(FoldEvent event) {
        events++;
        if (missing.isEmpty()) {
            return;
        }
        missing.removeIf(path -> isThere(path, event));
        if (!missing.isEmpty() && events <= LEARNED_FROM) {
            learn("", event.data(), data, 0);
            if (missing.stream().anyMatch(path -> path.at().part() == Value.Part.METADATA)) {
                learn("", event.metadata(), metadata, 0);
            }
        }
    }

    private static boolean isThere(Wording.Path path, FoldEvent event) {
        try {
            return path.at().read(event, NoState.HERE).isPresent();
        } catch (FoldFailure _) {
            return false;
        }
    }

    private static void learn(String parent, StateValue value, Set<String> paths, int depth) {
        if (value instanceof Fields fields && depth < DEEPEST) {
            for (var entry : fields.entries()) {
                if (paths.size() == MOST_LEARNED) {
                    return;
                }
                String path = parent + FieldPath.ROOT.child(entry.getKey());
                paths.add(path);
                learn(path, entry.getValue(), paths, depth + 1);
            }
        }
    }

    /// @param types what types there are in the store, to find what the name may have meant
    /// @param what what the name names: `event type`
    List<Finding> findings(Collection<String> types, String what) {
        if (events == 0) {
            Optional<String> meant = name.text().contains("*") ? Optional.empty() : nearest(types);
            return List.of(new Finding(
                    diagnostic(name.place(), "the %s %s never occurs".formatted(what, name.text()), meant), meant.isPresent()));
        }
        return missing.stream().map(this::finding).toList();
    }

    private Optional<String> nearest(Collection<String> types) {
        return Spelling.nearest(name.text(), types.stream().map(NameTable::simpleName).toList());
    }

    private Finding finding(Wording.Path path) {
        boolean isData = path.at().part() == Value.Part.DATA;
        Optional<String> meant = Spelling.nearest(path.at().path().toString(), isData ? data : metadata)
                .map(near -> isData ? near : "metadata " + near);
        String where = events == 1 ? "not in the only event" : "in none of the %,d events".formatted(events);
        String message = "%s is %s of %s".formatted(path.at().words(), where, name.text());
        return new Finding(diagnostic(path.place(), message, meant), !path.optional() || meant.isPresent());
    }

    private static Diagnostic diagnostic(Node.Place place, String message, Optional<String> meant) {
        return new Diagnostic(
                place.line(), place.column(), message, meant.map("did you mean `%s`?"::formatted).orElse(""));
    }
}
