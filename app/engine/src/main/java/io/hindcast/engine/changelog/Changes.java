package io.hindcast.engine.changelog;

import io.hindcast.engine.state.Change;
import io.hindcast.engine.state.Difference;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Matching;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What an event changed, from the places that it touched.
final class Changes {
    private final Places places;
    private final States states;

    Changes(Places places, States states) {
        this.places = places;
        this.states = states;
    }

    List<Change> between(Frame before, Frame after, Entries entries) {
        Map<Integer, Integer> known = new HashMap<>();
        known.put(Places.NONE, Places.NONE);
        Set<Integer> told = new LinkedHashSet<>();
        while (entries.next()) {
            int place = entries.place();
            told.add(toTell(before, after, places.isRank(place) ? places.parent(place) : place, known));
        }
        told.remove(Places.NONE);
        var changes = new ArrayList<Change>();
        for (int place : told) {
            tell(before, after, place, changes);
        }
        return changes;
    }

    /// The uppermost place around this one that came, went, turned into something else or is a list; else this one, and
    /// nothing if it is a container that stayed: its children speak for themselves.
    ///
    /// @param known answers so far; of places around this one as well
    private int toTell(Frame before, Frame after, int place, Map<Integer, Integer> known) {
        var open = new ArrayDeque<Integer>();
        int here = place;
        while (!known.containsKey(here)) {
            open.push(here);
            here = places.parent(here);
        }
        int told = known.getOrDefault(here, Places.NONE);
        for (int inner : open) {
            if (told == Places.NONE && !stayed(before, after, inner)) {
                told = inner;
            }
            known.put(inner, told);
        }
        return told;
    }

    /// Fields before and after.
    private static boolean stayed(Frame before, Frame after, int place) {
        return Word.kind(before.word(place)) == Word.FIELDS && Word.kind(after.word(place)) == Word.FIELDS;
    }

    private void tell(Frame before, Frame after, int place, List<Change> changes) {
        var older = states.value(before, place);
        var newer = states.value(after, place);
        FieldPath path = path(place);
        for (Change change : Difference.between(older, newer, Matching.BY_PLACE)) {
            changes.add(change.below(path));
        }
    }

    /// Above a place that is told there are only fields.
    private FieldPath path(int place) {
        var steps = new ArrayDeque<String>();
        for (int here = place; here != Places.ROOT; here = places.parent(here)) {
            steps.addFirst(places.name(here));
        }
        return steps.isEmpty() ? FieldPath.ROOT : new FieldPath(List.copyOf(steps));
    }
}
