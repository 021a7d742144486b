package io.hindcast.engine.changelog;

import java.util.BitSet;
import java.util.List;

/// Finds the places of fields, and the events that touched them.
final class Trails {
    private static final String ANY = "*";

    private final Places places;

    Trails(Places places) {
        this.places = places;
    }

    /// @param steps names, item numbers, or `*` for any
    Trail of(List<String> steps, Postings postings) {
        var found = new BitSet();
        collect(Places.ROOT, steps, 0, found);
        if (found.cardinality() == 1) {
            return Trail.of(found.nextSetBit(0), postings);
        }
        var events = new BitSet();
        for (int place = found.nextSetBit(0); place >= 0; place = found.nextSetBit(place + 1)) {
            long count = postings.count(place);
            for (long i = 0; i < count; i++) {
                events.set(postings.event(place, i));
            }
        }
        return Trail.of(events, postings);
    }

    /// The place of a field above which there never was a list, and which never held anything but single values;
    /// [Places#NONE] if it is not such a one.
    int single(List<String> steps) {
        int place = Places.ROOT;
        for (String step : steps) {
            place = places.child(place, step);
            if (place == Places.NONE || places.isItem(place)) {
                return Places.NONE;
            }
        }
        return places.firstChild(place) == Places.NONE && places.rank(place) == Places.NONE ? place : Places.NONE;
    }

    /// As deep as the pattern is long at most.
    private void collect(int place, List<String> steps, int depth, BitSet found) {
        if (depth == steps.size()) {
            everything(place, found);
            return;
        }
        String step = steps.get(depth);
        if (!step.equals(ANY)) {
            int field = places.child(place, step);
            if (field != Places.NONE) {
                collect(field, steps, depth + 1, found);
            }
        }
        boolean list = false;
        for (int child = places.firstChild(place); child != Places.NONE; child = places.nextSibling(child)) {
            if (places.isItem(child)) {
                list = true;
            } else if (step.equals(ANY)) {
                collect(child, steps, depth + 1, found);
            } else if (list) {
                break;
            }
        }
        if (list) {
            itemsOf(place, found);
        }
    }

    /// What is at a number of a list changes with everything in the list.
    private void itemsOf(int list, BitSet found) {
        found.set(list);
        for (int child = places.firstChild(list); child != Places.NONE; child = places.nextSibling(child)) {
            if (places.isItem(child)) {
                everything(child, found);
            }
        }
    }

    /// The place and all below it.
    private void everything(int top, BitSet found) {
        int place = top;
        while (true) {
            found.set(place);
            if (places.rank(place) != Places.NONE) {
                found.set(places.rank(place));
            }
            if (places.firstChild(place) != Places.NONE) {
                place = places.firstChild(place);
                continue;
            }
            while (place != top && places.nextSibling(place) == Places.NONE) {
                place = places.parent(place);
            }
            if (place == top) {
                return;
            }
            place = places.nextSibling(place);
        }
    }
}
