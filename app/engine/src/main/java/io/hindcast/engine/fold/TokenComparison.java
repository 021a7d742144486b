package io.hindcast.engine.fold;

import io.hindcast.engine.payload.JsonTape;
import io.hindcast.engine.payload.JsonTape.Kind;
import io.hindcast.engine.payload.PayloadView;
import io.hindcast.engine.payload.TapePath;
import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.FieldWalk;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.Opaque;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A stored snapshot against a state, token by token. Fields are walked side by side as long as they come in the same
/// order, and are looked up from where they part; every token is compared once.
///
/// Answers only where the two agree: whatever takes more thought is left to the comparison of values.
final class TokenComparison {
    /// Deeper values are left to a comparison that does not recurse.
    private static final int DEEPEST = 500;

    private final SnapshotComparison how;
    private final PayloadView view;
    private final JsonTape tape;

    private TokenComparison(SnapshotComparison how, PayloadView view) {
        this.how = how;
        this.view = view;
        this.tape = view.tape();
    }

    static boolean agrees(SnapshotComparison how, PayloadView view, StateValue replay) {
        int content = view.content();
        if (content == JsonTape.NONE) {
            return false;
        }
        int root = how.root().isRoot() ? content : new TapePath(how.root()).below(view.tape(), content);
        if (root == JsonTape.NONE) {
            return false;
        }
        var comparison = new TokenComparison(how, view);
        return how.renames().isEmpty()
                ? comparison.value(root, replay, 0, Ignored.of(how.ignored()))
                : comparison.renamed(root, replay);
    }

    /// What is ignored at and below a place.
    ///
    /// @param steps ways to ignored fields from here; an empty one says that all of this is ignored
    private record Ignored(List<List<String>> steps) {
        static final Ignored NOTHING = new Ignored(List.of());

        static Ignored of(List<FieldPath> paths) {
            return paths.isEmpty() ? NOTHING : new Ignored(paths.stream().map(FieldPath::steps).toList());
        }

        boolean isAll() {
            return !steps.isEmpty() && steps.stream().anyMatch(List::isEmpty);
        }

        Ignored below(String name) {
            return steps.isEmpty()
                    ? this
                    : new Ignored(steps.stream()
                            .filter(way -> !way.isEmpty() && way.getFirst().equals(name))
                            .map(way -> way.subList(1, way.size()))
                            .toList());
        }
    }

    /// Values at a field: what the comparison forgives is forgiven.
    private boolean value(int token, StateValue replayed, int depth, Ignored ignored) {
        if (isNumber(token, replayed) || ignored.isAll()) {
            return true;
        }
        Kind kind = tape.kind(token);
        if (kind == Kind.OBJECT) {
            return replayed instanceof Fields fields && fields(token, fields, depth, ignored);
        }
        if (kind == Kind.LIST) {
            return replayed instanceof Items items && items(token, items, depth);
        }
        return single(token, kind, replayed) || how.isSame(view.value(token), replayed);
    }

    /// Values inside a list: which item belongs to which is another question unless all of them are equal.
    private boolean equal(int token, StateValue replayed, int depth) {
        if (isNumber(token, replayed)) {
            return true;
        }
        Kind kind = tape.kind(token);
        if (kind == Kind.OBJECT) {
            return replayed instanceof Fields fields
                    && tape.count(token) == fields.size()
                    && equalFields(token, fields, depth);
        }
        return kind == Kind.LIST
                ? replayed instanceof Items items && items(token, items, depth)
                : single(token, kind, replayed);
    }

    /// The most frequent case by far, without a look at any other.
    private boolean isNumber(int token, StateValue replayed) {
        return replayed instanceof Num number
                && number.isShort()
                && tape.isExactNumber(token)
                && tape.unscaled(token) == number.unscaled()
                && tape.scale(token) == number.scale();
    }

    private boolean single(int token, Kind kind, StateValue replayed) {
        return switch (replayed) {
            case Text(String text) -> kind == Kind.TEXT && tape.textEquals(token, text);
            case Num _ -> kind == Kind.NUMBER && view.value(token).equals(replayed);
            case Null _, Bool _ -> view.isPlainly(token, replayed);
            case Opaque _ -> view.value(token).equals(replayed);
            case Absent _, Items _, Fields _ -> false;
        };
    }

    private boolean items(int list, Items items, int depth) {
        if (tape.count(list) != items.size() || depth >= DEEPEST) {
            return false;
        }
        int token = tape.firstChild(list);
        for (StateValue item : items.values()) {
            if (!equal(token, item, depth + 1)) {
                return false;
            }
            token = tape.next(token);
        }
        return true;
    }

    private boolean equalFields(int object, Fields fields, int depth) {
        if (depth >= DEEPEST) {
            return false;
        }
        int name = tape.firstChild(object);
        for (FieldWalk walk = fields.walk(); walk.next(); name = tape.next(name + 1)) {
            if (!tape.textEquals(name, walk.name()) || !equal(name + 1, walk.value(), depth + 1)) {
                return false;
            }
        }
        return true;
    }

    private boolean fields(int object, Fields fields, int depth, Ignored ignored) {
        if (depth >= DEEPEST) {
            return false;
        }
        int end = tape.end(object);
        int name = tape.firstChild(object);
        int together = 0;
        FieldWalk walk = fields.walk();
        while (name != end && walk.next() && tape.textEquals(name, walk.name())) {
            if (!value(name + 1, walk.value(), depth + 1, ignored.below(walk.name()))) {
                return false;
            }
            name = tape.next(name + 1);
            together++;
        }
        boolean through = name == end && together == fields.size();
        return through || rest(namesFrom(name, end), fields, together, depth, ignored);
    }

    /// The last value of each name, in the order of the names.
    private Map<String, Integer> namesFrom(int first, int end) {
        var tokens = new LinkedHashMap<String, Integer>();
        for (int name = first; name != end; name = tape.next(name + 1)) {
            tokens.put(view.name(name), name + 1);
        }
        return tokens;
    }

    /// Fields that come in another order, or on one side only.
    ///
    /// @param tokens the values of the snapshot that were not compared yet; used up
    /// @param compared how many of the first fields were
    private boolean rest(Map<String, Integer> tokens, Fields fields, int compared, int depth, Ignored ignored) {
        FieldWalk walk = fields.walk();
        for (int i = 0; walk.next(); i++) {
            Integer token = tokens.remove(walk.name());
            boolean agrees;
            if (i < compared) {
                agrees = token == null; // a name that stands twice
            } else if (token == null) {
                agrees = mayBeMissing(walk.value(), ignored.below(walk.name()));
            } else {
                agrees = value(token, walk.value(), depth + 1, ignored.below(walk.name()));
            }
            if (!agrees) {
                return false;
            }
        }
        return tokens.entrySet().stream()
                .allMatch(left -> depth == 0 || mayBeLeft(left.getValue(), ignored.below(left.getKey())));
    }

    private boolean mayBeMissing(StateValue replayed, Ignored ignored) {
        return replayed instanceof Null || how.sharedOnly() || ignored.isAll();
    }

    private boolean mayBeLeft(int token, Ignored ignored) {
        return tape.kind(token) == Kind.NULL || how.sharedOnly() || ignored.isAll();
    }

    /// Names of the snapshot that the fold calls otherwise; only those of its own fields.
    private boolean renamed(int root, StateValue replay) {
        boolean own = how.renames().entrySet().stream()
                .allMatch(one -> one.getKey().steps().size() == 1
                        && one.getValue().steps().size() == 1);
        Ignored ignored = Ignored.of(how.ignored());
        if (!own || tape.kind(root) != Kind.OBJECT || !(replay instanceof Fields fields)) {
            return false;
        }
        Map<String, Integer> tokens = namesFrom(tape.firstChild(root), tape.end(root));
        var before = Map.copyOf(tokens);
        how.renames().forEach((theirs, _) -> tokens.remove(theirs.steps().getFirst()));
        how.renames().forEach((theirs, ours) -> {
            Integer token = before.get(theirs.steps().getFirst());
            if (token != null) {
                tokens.put(ours.steps().getFirst(), token);
            }
        });
        return ignored.isAll() || rest(tokens, fields, 0, 0, ignored);
    }
}
