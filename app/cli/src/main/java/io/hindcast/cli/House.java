package io.hindcast.cli;

import io.hindcast.audit.journal.Journals;
import io.hindcast.audit.publish.ReportDesk;
import io.hindcast.audit.timestamp.TimeStamping;
import io.hindcast.engine.session.FoldFinder;
import io.hindcast.engine.session.StoreOpener;
import java.util.Optional;
import java.util.function.Supplier;

/// What the verbs need of the rest of the house. Connectors, and what stamps, are looked for when a verb first
/// needs them.
public record House(
        Supplier<StoreOpener> opener,
        FoldFinder folds,
        Window window,
        ReportDesk reports,
        Supplier<Optional<TimeStamping>> timeStamping,
        Journals journals,
        Terminal terminal) {

    /// The same for one run of a verb.
    House forRun(String verb) {
        Terminal own = terminal.forRun(verb);
        return new House(
                () -> new CurtainedOpener(opener.get(), own.curtain()), folds, window, reports, timeStamping, journals, own);
    }
}
