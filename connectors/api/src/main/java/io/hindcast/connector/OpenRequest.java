package io.hindcast.connector;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// What a connector gets to open a store.
///
/// @param location which store
/// @param settings values by [Setting#name()]; secrets are not among them
/// @param password asked for only when the store wants one; absent when there is none. The caller clears nothing:
///     use the characters at once and do not keep them
public record OpenRequest(Location location, Map<String, String> settings, Supplier<Optional<char[]>> password) {
    public OpenRequest {
        settings = Map.copyOf(settings);
    }

    public static OpenRequest of(Location location) {
        return new OpenRequest(location, Map.of(), Optional::empty);
    }

    public Optional<String> setting(String name) {
        return Optional.ofNullable(settings.get(name)).filter(value -> !value.isBlank());
    }

    /// Never the settings: a value may be private.
    @Override
    public String toString() {
        return "OpenRequest[" + settings.keySet() + "]";
    }
}
