package io.hindcast.desktop.focus;

import io.hindcast.audit.journal.JournalFailure;
import io.hindcast.audit.mark.MarkFailure;
import io.hindcast.audit.mark.MarkFailure.What;
import io.hindcast.audit.report.Phrases;
import io.hindcast.desktop.theme.Texts;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// What went wrong, in the person's language: with a journal or a mark by what it is, with a store, a file of rules or a
/// report by its English sentence.
public final class FailureWords {
    private static final ConcurrentMap<Locale, Phrases> PHRASES = new ConcurrentHashMap<>();

    private final Texts texts = Texts.of(FailureWords.class);

    /// What a connector, a layout, rules or a report say in English; itself where nobody has translated it.
    public String of(String sentence) {
        return PHRASES.computeIfAbsent(texts.locale(), Phrases::in).said(sentence);
    }

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
