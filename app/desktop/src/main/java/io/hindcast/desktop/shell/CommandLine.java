package io.hindcast.desktop.shell;

import io.hindcast.connector.Location;
import io.hindcast.desktop.focus.FoldInUse;
import io.hindcast.desktop.focus.Look;
import io.hindcast.engine.link.Side;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.event.Event;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// What is looked at, as the command that prints the same: `hindcast state ledger.mv.db --stream account-17 --at v37`.
/// Never a password.
final class CommandLine {
    static final Pattern FILE = Pattern.compile(".+\\.(ya?ml|m?[jt]s|jar)");
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_@%+=:,./-]+");
    private final List<String> words = new ArrayList<>(List.of("hindcast"));

    private CommandLine() {}

    /// @param view what is shown of the stream
    /// @param store where it lies
    /// @param field the field that is looked at in its history
    /// @return absent where no stream is looked at, or no command could say it: a store without a place, an event without a version
    static Optional<String> of(
            Side view, String store, Look look, Optional<FieldPath> field, Optional<LocalDate> effective, Optional<FoldInUse> fold) {
        if (look.subject().isEmpty() || store.isBlank() || new Location(store).showsPassword()) {
            return Optional.empty();
        }
        StreamHistory history = look.history().orElseThrow();
        Optional<String> at = version(history, look.index());
        OptionalInt baseline = look.baseline();
        var line = new CommandLine();
        if (view == Side.COMPARE && baseline.isPresent()) {
            line.verb("diff", store, history.stream());
            line.option("--from", version(history, baseline.getAsInt())).option("--to", at);
        } else if (view == Side.FIELD && field.isPresent()) {
            line.verb("blame", store, history.stream());
            line.option("--field", field.map(FieldPath::toString)).option("--at", at);
        } else {
            line.verb("state", store, history.stream());
            line.option("--at", at);
        }
        if (view != Side.FIELD) {
            line.option("--effective", effective.map(LocalDate::toString));
        }
        line.option("--fold", fold.filter(FoldInUse::isChosen).map(FoldInUse::origin).filter(FILE.asMatchPredicate()));
        return at.isEmpty() ? at : Optional.of(String.join(" ", line.words));
    }

    private static Optional<String> version(StreamHistory history, int index) {
        if (index < 0) {
            return Optional.empty();
        }
        Event event = history.event(index);
        return event.version().isPresent() ? Optional.of("v" + event.version().getAsLong()) : Optional.empty();
    }

    private void verb(String verb, String store, String stream) {
        words.addAll(List.of(verb, quoted(store), "--stream", quoted(stream)));
    }

    private CommandLine option(String name, Optional<String> value) {
        value.ifPresent(it -> words.addAll(List.of(name, quoted(it))));
        return this;
    }

    /// As a shell reads it.
    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
