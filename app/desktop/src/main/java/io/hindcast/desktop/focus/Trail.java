package io.hindcast.desktop.focus;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where the person has been, like the pages of a browser. Steps within a stream renew the place, jumps add one.
final class Trail {
    private static final int MOST = 200;
    private final List<Place> places = new ArrayList<>();
    private int here = -1;

    record Place(String stream, int index) {}

    void jumpedTo(Place place) {
        if (here >= 0 && places.get(here).equals(place)) {
            return;
        }
        places.subList(here + 1, places.size()).clear();
        places.add(place);
        if (places.size() > MOST) {
            places.removeFirst();
        }
        here = places.size() - 1;
    }

    void steppedTo(Place place) {
        if (here >= 0 && places.get(here).stream().equals(place.stream())) {
            places.set(here, place);
        } else {
            jumpedTo(place);
        }
    }

    boolean hasBack() {
        return here > 0;
    }

    boolean hasForward() {
        return here < places.size() - 1;
    }

    Optional<Place> back() {
        return hasBack() ? Optional.of(places.get(--here)) : Optional.empty();
    }

    Optional<Place> forward() {
        return hasForward() ? Optional.of(places.get(++here)) : Optional.empty();
    }

    void forget() {
        places.clear();
        here = -1;
    }
}
