package io.hindcast.sample;

import java.util.ArrayList;
import java.util.List;

/// What was planted so far.
final class DefectLog {
    private final List<PlantedDefect> planted = new ArrayList<>();

    void add(PlantedDefect.Kind kind, Journal journal, String what) {
        planted.add(new PlantedDefect(kind, journal.stream(), journal.version(), what));
    }

    List<PlantedDefect> planted() {
        return List.copyOf(planted);
    }
}
