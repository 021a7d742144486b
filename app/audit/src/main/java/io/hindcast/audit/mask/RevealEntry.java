package io.hindcast.audit.mask;

import io.hindcast.audit.journal.Journal;
import io.hindcast.engine.mask.MaskFinder.Found;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.Text;
import io.hindcast.engine.whatif.EventPick;

/// Masks that somebody lifts: put down in the journal of the store, before anything is shown. Whoever shows true values
/// does it by way of this, on the command line and in the window.
///
/// @param what is shown
/// @param where which door: a verb, or `window`
/// @param reason in the words of the person, never blank
public record RevealEntry(What what, String where, String reason) {
    public static final String KIND = "reveal";

    public RevealEntry {
        reason = reason.strip();
        if (reason.isEmpty()) {
            throw new IllegalArgumentException("a reason is needed");
        }
    }

    /// How much of a store is shown.
    public sealed interface What {
        record OneEvent(EventPick event) implements What {}

        record OneStream(String stream) implements What {}

        record WholeStore() implements What {}

        /// As the entry says it, in names that masks know.
        private Fields words() {
            return switch (this) {
                case OneEvent(EventPick event) -> event(event);
                case OneStream(String stream) -> what("stream").with("stream", new Text(stream));
                case WholeStore() -> what("store");
            };
        }

        private static Fields event(EventPick event) {
            Fields words = what("event").with("stream", new Text(event.stream()));
            if (event.version().isPresent()) {
                return words.with("version", Num.of(event.version().getAsLong()));
            }
            return event.id().map(id -> words.with("eventId", new Text(id)))
                    .or(() -> event.position().map(position -> words.with("position", new Text(position.toString()))))
                    .or(() -> event.recordedAt().map(at -> words.with("recordedAt", new Text(at.toString()))))
                    .orElse(words);
        }

        private static Fields what(String word) {
            return Fields.of("what", new Text(word));
        }
    }

    /// Puts it down: who, when, in which store, what, where, why, and which masks.
    ///
    /// @throws io.hindcast.audit.journal.JournalFailure when it cannot be put down: nothing may be shown then
    public void into(Journal journal, Found masks) {
        journal.append(
                KIND,
                what.words()
                        .with("where", new Text(where))
                        .with("reason", new Text(reason))
                        .with("masks", new Text(masks.origin()))
                        .with("masksSha256", new Text(masks.masking().rules().digest())));
    }
}
