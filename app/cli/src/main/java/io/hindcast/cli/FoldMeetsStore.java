package io.hindcast.cli;

import io.hindcast.connector.ConnectorException;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.WordCheck.Finding;
import io.hindcast.engine.session.FoldFinder;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.wording.StoreWords;
import io.hindcast.engine.wording.UnknownType;
import java.util.List;
import java.util.Optional;

/// `folds check FILE --store STORE`: what the fold and the store do not know of each other.
final class FoldMeetsStore {
    private final House house;

    FoldMeetsStore(House house) {
        this.house = house;
    }

    /// @return the exit code
    int tell(Fold fold, String location, ConnectionOptions connection) {
        Terminal terminal = house.terminal();
        try (var store = house.opener().get().open(connection.request(location, terminal));
                var interruption = new Interruption(terminal)) {
            if (!Indexing.run(store, terminal, interruption.cancellation())) {
                terminal.say("Stopped after %,d events.".formatted(store.index().size()));
                return ExitCode.PARTIAL;
            }
            List<UnknownType> unknown = UnknownType.of(store.index(), fold);
            unknown.forEach(row -> terminal.out().println(sentence(row)));
            if (unknown.isEmpty()) {
                terminal.out().println("The rules know every event type of the store.");
            }
            Optional<StoreWords> words = words(store, fold, interruption);
            words.ifPresent(this::tell);
            if (words.map(one -> !one.isComplete()).orElse(false)) {
                return ExitCode.PARTIAL;
            }
            boolean mistakes = words.map(StoreWords::hasMistakes).orElse(false);
            return unknown.isEmpty() && !mistakes ? ExitCode.DONE : ExitCode.FOUND;
        }
    }

    private Optional<StoreWords> words(OpenStore store, Fold fold, Interruption interruption) {
        Terminal terminal = house.terminal();
        try {
            var words = StoreWords.check(store, fold, Indexing.progress(terminal), interruption.cancellation());
            Indexing.clear(terminal);
            return words;
        } catch (ConnectorException failure) {
            throw new StoppedEarly("Reading stopped: " + failure.sentence(), failure);
        }
    }

    private void tell(StoreWords words) {
        Terminal terminal = house.terminal();
        if (!words.isComplete()) {
            terminal.say("Stopped after %,d events: a word that was not seen may come later.".formatted(words.events()));
        }
        for (Finding finding : words.findings()) {
            terminal.out().println(FoldFinder.shown(finding.diagnostic()) + (finding.isMistake() ? "" : "; no mistake if this store has none"));
        }
        if (words.findings().isEmpty()) {
            terminal.out().println("The store has every word of the rules.");
        }
    }

    private static String sentence(UnknownType row) {
        String where = row.category().isEmpty() ? "" : row.category() + ": ";
        return row.isCovered()
                ? "%s%s (%,d events) is not known to the rules%s."
                        .formatted(where, row.type(), row.events(), row.meant().map(" (they have `%s`)"::formatted).orElse(""))
                : "%sno fold of the file is for this category (%,d events).".formatted(where, row.events());
    }
}
