package io.hindcast.audit.journal;

import io.hindcast.audit.seal.Hash;
import io.hindcast.connector.Location;
import io.hindcast.engine.session.StorePlace;
import io.hindcast.engine.workspace.WorkspaceFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;

/// Where the journals of stores lie: that of a workspace `NAME.hindcast` beside it, as `NAME.journal`; that of any other
/// store in a folder of the person's own, never beside the store. Knows who writes, and the time.
///
/// @param folder the person's; need not exist
/// @param who a user of the system, or a declared name
public record Journals(Path folder, InstantSource clock, String who) {
    public static final String ENDING = ".journal";

    private static final int DIGITS = 12;
    private static final int LONGEST_NAME = 40;

    /// The same for somebody who says who they are.
    ///
    /// @param name not blank
    public Journals as(String name) {
        return new Journals(folder, clock, name);
    }

    /// The journal of a store.
    public Journal of(Location location) {
        return new Journal(file(location), PlainLocation.of(location), clock, who);
    }

    /// A journal that somebody named, for a store.
    ///
    /// @throws JournalFailure when it would lie inside of the store
    public Journal at(Path file, Location location) {
        if (StorePlace.holds(location, file)) {
            throw new JournalFailure(JournalFailure.Kind.UNWRITABLE, JournalFailure.What.INSIDE_STORE, file);
        }
        return new Journal(file, PlainLocation.of(location), clock, who);
    }

    private Path file(Location location) {
        return location.path()
                .filter(_ -> WorkspaceFile.isOne(location))
                .map(Journals::beside)
                .orElseGet(() -> folder.resolve(name(PlainLocation.of(location))));
    }

    private static Path beside(Path workspace) {
        String name = String.valueOf(workspace.getFileName());
        return workspace.resolveSibling(name.substring(0, name.length() - WorkspaceFile.ENDING.length()) + ENDING);
    }

    /// Named so that a person finds it and no two locations share it.
    private static String name(String whole) {
        String last = whole.substring(whole.replace('\\', '/').lastIndexOf('/') + 1);
        String readable = last.replaceAll("\\?.*", "").replaceAll("[^A-Za-z0-9._-]", "_");
        String shown = readable.length() > LONGEST_NAME ? readable.substring(0, LONGEST_NAME) : readable;
        String digest = Hash.of(whole.getBytes(StandardCharsets.UTF_8)).toString().substring(0, DIGITS);
        return "%s-%s%s".formatted(shown, digest, ENDING);
    }
}
