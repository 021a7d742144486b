package io.hindcast.engine.fold.rules;

import io.hindcast.engine.fold.rules.Wording.Path;
import java.util.ArrayList;
import java.util.List;

/// Collects the paths of events that values and conditions mention while they are read.
final class Mentions {
    private final List<Path> paths = new ArrayList<>();

    /// What was mentioned since the last call.
    List<Path> take() {
        var taken = List.copyOf(paths);
        paths.clear();
        return taken;
    }

    /// What was mentioned since there were so many is something the rule can do without.
    void relax(int from) {
        paths.subList(from, paths.size()).replaceAll(path -> new Path(path.place(), path.at(), true));
    }

    int size() {
        return paths.size();
    }

    void note(Node.Place place, Condition condition) {
        switch (condition) {
            case Condition.All(List<Condition> all) -> all.forEach(one -> note(place, one));
            case Condition.Any(List<Condition> any) -> any.forEach(one -> note(place, one));
            case Condition.Presence(Value value, boolean _) -> note(place, value, true);
            case Condition.Compared(Value left, String _, Value right) -> {
                note(place, left, false);
                note(place, right, false);
            }
        }
    }

    void note(Node.Place place, Value value) {
        note(place, value, false);
    }

    private void note(Node.Place place, Value value, boolean optional) {
        switch (value) {
            case Value.Constant _, Value.Header _ -> {}
            case Value.At at -> at(place, at, optional);
            case Value.AsNumber(Value inner) -> note(place, inner, optional);
            case Value.AsText(Value inner) -> note(place, inner, optional);
            case Value.Sum(char _, Value left, Value right) -> both(place, left, right, optional);
            case Value.Quotient(Value left, Value right) -> both(place, left, right, optional);
            case Value.Rounded(Value inner, var divisor, int _, Rounding _) -> {
                note(place, inner, optional);
                divisor.ifPresent(one -> note(place, one, optional));
            }
            case Value.Composed(var parts) -> parts.values().forEach(part -> note(place, part, optional));
            case Value.Listed(List<Value> parts) -> parts.forEach(part -> note(place, part, optional));
            case Value.Otherwise(Value first, Value second) -> both(place, first, second, true);
            case Value.IfPresent(Value inner) -> note(place, inner, true);
            case Value.Inner(Value outer, var _) -> note(place, outer, optional);
        }
    }

    private void both(Node.Place place, Value one, Value other, boolean optional) {
        note(place, one, optional);
        note(place, other, optional);
    }

    private void at(Node.Place place, Value.At at, boolean optional) {
        switch (at.part()) {
            case DATA, METADATA -> {
                if (!at.path().isRoot()) {
                    paths.add(new Path(place, at, optional));
                }
            }
            case STATE -> {}
        }
    }
}
