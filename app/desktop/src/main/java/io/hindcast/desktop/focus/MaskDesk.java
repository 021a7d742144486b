package io.hindcast.desktop.focus;

import io.hindcast.audit.journal.Journals;
import io.hindcast.connector.Location;
import io.hindcast.engine.mask.MaskFinder;
import io.hindcast.engine.mask.MaskFinder.Found;
import io.hindcast.engine.mask.MaskFinder.Unusable;
import java.nio.file.Path;
import java.util.Optional;

/// Where rules for masks are found, and where it is put down that somebody lifts one.
///
/// @param added rules that hold for every store, besides those that are found
/// @param keyVariable the environment variable with the key for pseudonyms
public record MaskDesk(MaskFinder finder, Journals journals, Optional<Path> added, Optional<String> keyVariable) {
    public MaskDesk(MaskFinder finder, Journals journals) {
        this(finder, journals, Optional.empty(), Optional.empty());
    }

    /// All rules for a store; may block.
    public Found find(Location location) throws Unusable {
        return finder.find(location, added, keyVariable);
    }

    /// The rules in use and those of another file; may block.
    public Found add(Found inUse, Path file) throws Unusable {
        return inUse.and(finder.named(file, keyVariable));
    }
}
