package io.hindcast.cli;

import io.hindcast.connector.OpenRequest;
import io.hindcast.engine.link.StoreLook;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;

/// The other door of the house: opens the window.
@FunctionalInterface
public interface Window {
    /// @return the exit code
    int open(Wish wish);

    /// What the window should show.
    ///
    /// @param request the store, nothing for the open dialog
    /// @param theme `light`, `dark`, `contrast`, `system`, or `last` for the one chosen last
    /// @param headless paint without a display
    /// @param snapshot write a picture here and end
    /// @param look what a link asks for; stream, moment and zone are absent then
    /// @param stream the stream to focus
    /// @param moment the moment to focus, as written
    /// @param fresh open as if nobody had looked before
    /// @param sized whether a size was named
    /// @param zone of axis and tables, where one was named
    /// @param masks mask rules besides those that the window finds
    /// @param maskKey the environment variable with the key for pseudonyms
    record Wish(
            Optional<OpenRequest> request,
            String theme,
            boolean headless,
            Optional<Path> snapshot,
            Optional<StoreLook> look,
            Optional<String> stream,
            Optional<String> moment,
            Optional<ZoneId> zone,
            boolean fresh,
            boolean sized,
            Optional<Path> masks,
            Optional<String> maskKey,
            int width,
            int height) {}
}
