package io.hindcast.desktop.shell;

import io.hindcast.desktop.focus.Masks;
import io.hindcast.engine.index.HeaderIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Streams that a person may mean while typing a part of a name. May be asked from any thread.
final class NameSuggestions {
    /// Fewer letters than this match nearly everything.
    private static final int LETTERS = 2;

    private static final int MOST = 8;

    private volatile Optional<HeaderIndex> index = Optional.empty();
    private volatile Masks masks = Masks.NONE;

    void lookInto(Optional<HeaderIndex> opened) {
        index = opened;
    }

    /// Names that are masked are not suggested.
    void hide(Masks now) {
        masks = now;
    }

    /// Up to eight names that contain the text, whatever its case, in the order in which the streams appeared.
    List<String> like(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return wanted.length() < LETTERS
                ? List.of()
                : index.map(opened -> matching(opened, wanted)).orElse(List.of());
    }

    private List<String> matching(HeaderIndex index, String wanted) {
        var names = new ArrayList<String>();
        for (int stream = 0; stream < index.streamCount() && names.size() < MOST; stream++) {
            String name = index.streamEntry(stream).name();
            if (name.toLowerCase(Locale.ROOT).contains(wanted) && masks.stream(name).equals(name)) {
                names.add(name);
            }
        }
        return names;
    }
}
