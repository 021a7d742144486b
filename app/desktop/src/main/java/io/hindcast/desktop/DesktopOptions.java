package io.hindcast.desktop;

import io.hindcast.connector.OpenRequest;
import io.hindcast.desktop.theme.Theme;
import io.hindcast.engine.link.StoreLook;
import io.hindcast.engine.replay.Moment;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;

/// What is asked of the window when it starts.
///
/// @param request the store to open at once
/// @param theme the colours; those chosen last when absent
/// @param isHeadless draws the window without a display
/// @param picture where a window without a display is drawn to; the program ends after it
/// @param look what a link asks for
/// @param stream the stream to look at; the busiest when absent
/// @param moment the moment to look at; head when absent
/// @param zone the time zone to show; UTC when absent
/// @param isFresh whether the window opens as if nobody had looked before
/// @param isSized whether width and height were asked for; else the window is as large as it was left
/// @param masks mask rules besides those that are found
/// @param maskKey the environment variable with the key for pseudonyms
/// @param said gets what the program has to say: the picture's path, or a sentence about trouble
public record DesktopOptions(
        Optional<OpenRequest> request,
        Optional<Theme> theme,
        boolean isHeadless,
        Optional<Path> picture,
        Optional<StoreLook> look,
        Optional<String> stream,
        Optional<Moment> moment,
        int width,
        int height,
        Optional<ZoneId> zone,
        boolean isFresh,
        boolean isSized,
        Optional<Path> masks,
        Optional<String> maskKey,
        Consumer<Said> said) {

    /// What the program says while it runs.
    public sealed interface Said {
        record PictureWritten(Path file) implements Said {}

        /// @param sentence what happened and what is done about it
        record Trouble(String sentence) implements Said {}
    }

    /// The window as it opens without arguments.
    public static DesktopOptions plain() {
        return new DesktopOptions(
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1400,
                900,
                Optional.empty(),
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                _ -> {});
    }

    public DesktopOptions opening(OpenRequest store) {
        return new DesktopOptions(
                Optional.of(store), theme, isHeadless, picture, look, stream, moment, width, height, zone, isFresh, isSized, masks, maskKey, said);
    }

    public DesktopOptions themed(Theme colours) {
        return new DesktopOptions(
                request, Optional.of(colours), isHeadless, picture, look, stream, moment, width, height, zone, isFresh, isSized, masks, maskKey, said);
    }

    public DesktopOptions headless(boolean on) {
        return new DesktopOptions(request, theme, on, picture, look, stream, moment, width, height, zone, isFresh, isSized, masks, maskKey, said);
    }

    public DesktopOptions pictured(Path file) {
        return new DesktopOptions(
                request, theme, isHeadless, Optional.of(file), look, stream, moment, width, height, zone, isFresh, isSized, masks, maskKey, said);
    }

    public DesktopOptions looking(Optional<String> at, Optional<Moment> when) {
        return new DesktopOptions(request, theme, isHeadless, picture, look, at, when, width, height, zone, isFresh, isSized, masks, maskKey, said);
    }

    public DesktopOptions sized(int wide, int high) {
        return new DesktopOptions(request, theme, isHeadless, picture, look, stream, moment, wide, high, zone, isFresh, true, masks, maskKey, said);
    }

    public DesktopOptions zoned(ZoneId shown) {
        return new DesktopOptions(
                request, theme, isHeadless, picture, look, stream, moment, width, height, Optional.of(shown), isFresh, isSized, masks, maskKey, said);
    }

    public DesktopOptions telling(Consumer<Said> listener) {
        return new DesktopOptions(
                request, theme, isHeadless, picture, look, stream, moment, width, height, zone, isFresh, isSized, masks, maskKey, listener);
    }
}
