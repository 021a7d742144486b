package io.hindcast.desktop.status;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/// The zones of the world by region.
final class ZoneRegions {
    static final List<String> REGIONS =
            List.of("Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific");
    private static final List<String> ALL =
            ZoneId.getAvailableZoneIds().stream().sorted().toList();

    private ZoneRegions() {}

    static List<String> of(String region) {
        return ALL.stream().filter(id -> id.startsWith(region + "/")).toList();
    }

    /// @param part a part of the id, in lower case
    static List<String> containing(String part) {
        return ALL.stream().filter(id -> id.toLowerCase(Locale.ROOT).contains(part)).toList();
    }
}
