package io.hindcast.cli;

import io.hindcast.engine.mask.AnswerMask;
import io.hindcast.audit.mask.RevealEntry;
import io.hindcast.connector.EventSource;
import io.hindcast.connector.Location;
import io.hindcast.connector.SourceInfo;
import io.hindcast.engine.mask.MaskFinder;
import io.hindcast.engine.mask.MaskFinder.Found;
import io.hindcast.engine.mask.MaskFinder.Unusable;
import io.hindcast.engine.mask.MaskLog;
import io.hindcast.engine.mask.MaskLog.Count;
import io.hindcast.engine.mask.MaskPlace;
import io.hindcast.engine.mask.MaskScope;
import io.hindcast.engine.mask.Masking;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Printable;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.workspace.CombinedSource;
import io.hindcast.event.EventField;
import io.hindcast.event.FieldLocation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What stands between true values and everything that one run of the program shows. It is drawn when a store is opened;
/// before that there is nothing to hide. Safe for many threads.
public final class Curtain {
    private final MaskFinder finder;
    private final Reveals reveals;
    private final String verb;
    private final MaskLog log = new MaskLog();
    private volatile Found found = Found.NOTHING;

    /// @param reveals puts down who lifts it
    public Curtain(MaskFinder finder, Reveals reveals) {
        this(finder, reveals, "");
    }

    private Curtain(MaskFinder finder, Reveals reveals, String verb) {
        this.finder = finder;
        this.reveals = reveals;
        this.verb = verb;
    }

    /// A curtain that is open still, for one run.
    Curtain forRun(String named) {
        return new Curtain(finder, reveals, named);
    }

    /// Finds the masks of a store, with those that the person adds, and draws them; with a reason they are left open, and that is
    /// put down first. For a second store what is drawn already stays.
    ///
    /// @return what the person should know
    /// @throws UsageException when there are masks that cannot be used, or when nothing can be put down
    List<String> draw(Location store, Optional<Path> named, Optional<String> keyVariable, Optional<String> reason) {
        try {
            Found here = finder.find(store, named, keyVariable);
            if (reason.isPresent()) {
                return reveal(store, reason.get(), here);
            }
            found = found.and(here);
            return here.masking().isNone() ? List.of() : List.of("Masks are on: " + here.origin() + ".");
        } catch (Unusable unusable) {
            throw new UsageException(String.valueOf(unusable.getMessage()));
        }
    }

    private List<String> reveal(Location store, String reason, Found here) {
        if (reason.isBlank()) {
            throw new UsageException("--reveal needs a reason, in words: it goes into the journal.");
        }
        if (here.masking().isNone()) {
            return List.of("There are no masks to lift.");
        }
        reveals.write(store, new RevealEntry(new RevealEntry.What.WholeStore(), verb, reason), here);
        return List.of("Masks are lifted (" + here.origin() + "); the reason went into the journal.");
    }

    /// Masks that came along with something, for the store that it speaks of.
    Masking masking(Optional<String> text, Optional<String> keyVariable, EventSource source) {
        try {
            return text.isEmpty()
                    ? Masking.NONE
                    : finder.compile("the masks of the manifest", text.get(), keyVariable).in(locations(source));
        } catch (Unusable unusable) {
            throw new UsageException(String.valueOf(unusable.getMessage()));
        }
    }

    /// Learns where a store keeps actors and the like.
    void meet(EventSource source) {
        found = new Found(masking().in(locations(source)), found.origin());
    }

    private static List<Map<EventField, List<FieldLocation>>> locations(EventSource source) {
        List<SourceInfo> all = source instanceof CombinedSource combined
                ? combined.members().stream().map(member -> member.source().info()).toList()
                : List.of(source.info());
        return all.stream().map(SourceInfo::fields).toList();
    }

    /// For what cannot be masked.
    void mustBeOpen(String what) {
        if (isDrawn()) {
            throw new UsageException("Masks are on (%s), and %s; lift them with --reveal REASON.".formatted(origin(), what));
        }
    }

    /// For a run with masks of its own, which must hide all that is hidden here.
    void mustNotBeMoreThan(Masking own, String what) {
        if (!own.rules().hideAllOf(masking().rules())) {
            throw new UsageException("Masks are on (%s) that %s; lift them with --reveal REASON.".formatted(origin(), what));
        }
    }

    boolean isDrawn() {
        return !masking().isNone();
    }

    Masking masking() {
        return found.masking();
    }

    MaskLog log() {
        return log;
    }

    /// Where the rules come from, for people.
    String origin() {
        return found.origin();
    }

    AnswerMask answers() {
        return new AnswerMask(masking(), log);
    }

    /// A value at a place of a state.
    StateValue at(String category, FieldPath path, StateValue value) {
        return masking().at(MaskScope.state(category), path, value, log);
    }

    /// A sentence for a person.
    String sentence(String sentence) {
        return masking().text(sentence, log);
    }

    /// The name of a stream, in a sentence.
    String stream(String name) {
        return Printable.escaped(masking().header(MaskPlace.STREAM, name, log));
    }

    /// What somebody looked for, as an answer repeats it: it may be the very thing that is masked.
    String question(String asked) {
        return isDrawn() ? "‹not repeated: masks are on›" : asked;
    }

    /// What was masked, in one sentence; nothing when nothing was.
    Optional<String> summary() {
        if (log.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of("Masked %,d values: ".formatted(log.total())
                + log.counts().stream().map(Curtain::count).collect(Collectors.joining(", "))
                + ". --reveal REASON shows them, and puts that down.");
    }

    private static String count(Count count) {
        return "%s %,d in %s".formatted(count.rule(), count.values(), count.place().word());
    }
}
