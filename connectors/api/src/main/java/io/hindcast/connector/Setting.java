package io.hindcast.connector;

import java.util.List;

/// Something a person may set when opening a store.
///
/// @param name key in [OpenRequest#settings()]
/// @param label for people, English
/// @param kind what may be typed
/// @param choices the allowed values of a [Kind#CHOICE], else empty
/// @param preset the value when nothing is set, "" for none
public record Setting(String name, String label, Kind kind, List<String> choices, String preset) {
    public enum Kind {
        TEXT,
        NUMBER,
        /// Never stored in a file, shown, or logged.
        SECRET,
        PATH,
        CHOICE
    }

    public Setting {
        choices = List.copyOf(choices);
    }

    public static Setting text(String name, String label) {
        return new Setting(name, label, Kind.TEXT, List.of(), "");
    }

    public static Setting secret(String name, String label) {
        return new Setting(name, label, Kind.SECRET, List.of(), "");
    }
}
