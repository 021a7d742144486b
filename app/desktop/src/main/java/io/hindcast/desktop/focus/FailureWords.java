package io.hindcast.desktop.focus;

import io.hindcast.audit.journal.JournalFailure;
import io.hindcast.audit.mark.MarkFailure;
import io.hindcast.audit.mark.MarkFailure.What;
import io.hindcast.desktop.theme.Texts;

/// What went wrong with a journal or a mark, in the person's language.
final class FailureWords {
    private final Texts texts = Texts.of(FailureWords.class);

    String of(JournalFailure failure) {
        return texts.text("journal." + failure.what(), failure.file());
    }

    String of(MarkFailure failure) {
        return switch (failure.what()) {
            case What.Unknown(String id) -> texts.text("mark.unknown", id);
            case What.Removed(String id) -> texts.text("mark.removed", id);
            case What.NotRemoved(String id) -> texts.text("mark.notRemoved", id);
            case What.OfOtherKind(String id, _) -> texts.text("mark.otherKind", id);
            case What.NotReadBack(String id) -> texts.text("mark.notReadBack", id);
            case What.TickWithoutWords() -> texts.text("mark.tickWithoutWords");
            case What.UnknownTick(String name) -> texts.text("mark.unknownTick", name);
            case What.GivenInOtherForm() -> texts.text("mark.givenInOtherForm");
            case What.GivenUnreadable() -> texts.text("mark.givenUnreadable");
        };
    }
}
