package io.hindcast.desktop.shell;

import io.hindcast.audit.mark.Binder;
import io.hindcast.audit.mark.Binding;
import io.hindcast.audit.mark.EventAddress;
import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.focus.FoldInUse;
import io.hindcast.desktop.focus.Look;
import io.hindcast.desktop.focus.Notice;
import io.hindcast.desktop.theme.Texts;
import io.hindcast.desktop.work.Asking;
import io.hindcast.engine.link.StoreLook;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.event.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// Puts a sentence for a working paper on the clipboard: which event of which store, when it was recorded, which fold made its
/// state, and the hash that tells later whether it is still the same. No hash while something is masked: a hash of few bytes
/// gives them away.
final class CitationCopy {
    private final Focus focus;
    private final WindowLook window;
    private final Texts texts;
    private final Asking<Question, Optional<Citation>> asking;

    private record Question(OpenStore store, Event event, String before, String after, boolean withHash) {}

    private record Citation(String sentence, boolean hasHash) {}

    CitationCopy(Focus focus, WindowLook window, Texts texts) {
        this.focus = focus;
        this.window = window;
        this.texts = texts;
        this.asking = focus.work().asking(this::cite, this::copied, failure -> focus.tell(Notice.of(failure)));
    }

    void copy() {
        Look look = focus.look();
        Optional<StoreLook> written = window.now();
        if (!look.isOnEvent() || written.isEmpty()) {
            focus.tell(Notice.warning(texts.text("citation.none")));
        } else if (WindowLook.isMasked(written.get(), focus.masks())) {
            focus.tell(Notice.warning(texts.text("citation.masked")));
        } else {
            Event event = look.history().orElseThrow().event(look.index());
            focus.storeProperty()
                    .get()
                    .ifPresent(store -> asking.ask(new Question(
                            store,
                            event,
                            event(written.get().store(), store, event),
                            fold(),
                            !focus.masks().hidesAnything())));
        }
    }

    private String event(String place, OpenStore store, Event event) {
        return texts.text("citation.event", place, store.info().system(), event.stream())
                + (event.version().isPresent()
                        ? texts.text("citation.version", Long.toString(event.version().getAsLong()))
                        : "")
                + event.position().map(it -> texts.text("citation.position", it.toString())).orElse("")
                + event.recordedAt()
                        .map(it -> texts.text("citation.recorded", written(it, focus.zoneProperty().get())))
                        .orElseGet(() -> texts.text("citation.unrecorded"));
    }

    private String fold() {
        return focus.recordedFold().map(FoldInUse::origin).map(it -> texts.text("citation.fold", it)).orElse("")
                + focus.effectiveProperty().get().map(LocalDate::toString).map(it -> texts.text("citation.effective", it)).orElse("");
    }

    /// All digits, the offset, and the zone: `2026-03-31T10:02:11.123456+02:00[Europe/Zurich]`.
    private static String written(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ISO_ZONED_DATE_TIME.format(instant.atZone(zone));
    }

    /// Nothing when the event is not there any more.
    private Optional<Citation> cite(Question question) {
        if (!question.withHash()) {
            return Optional.of(new Citation(question.before() + question.after() + ".", false));
        }
        return new Binder(question.store())
                .event(EventAddress.of(question.event()))
                .filter(Binding.ToEvent.class::isInstance)
                .map(Binding.ToEvent.class::cast)
                .map(it -> new Citation(
                        question.before() + question.after() + texts.text("citation.hash", it.event().toString()) + ".", true));
    }

    private void copied(Optional<Citation> citation) {
        if (citation.isEmpty()) {
            focus.tell(Notice.warning(texts.text("citation.gone")));
            return;
        }
        Citation it = citation.get();
        Clip.put(it.sentence());
        if (!focus.hypothesisProperty().get().isEmpty()) {
            focus.tell(Notice.warning(texts.text("citation.supposed", it.sentence())));
        } else if (it.hasHash()) {
            focus.tell(Notice.information(texts.text("citation.copied", it.sentence())));
        } else {
            focus.tell(Notice.warning(texts.text("citation.noHash", it.sentence())));
        }
    }
}
