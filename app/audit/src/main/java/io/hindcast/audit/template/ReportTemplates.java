package io.hindcast.audit.template;

import io.hindcast.audit.horizon.BoundedStore;
import io.hindcast.audit.horizon.Horizon;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.index.StreamEntry;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import java.util.List;
import java.util.Optional;

/// Asks a store what a report is to tell.
public final class ReportTemplates {
    private static final int MOST_NAMED = 50;

    private final OpenStore store;

    public ReportTemplates(OpenStore store) {
        this.store = store;
    }

    /// Reads the headers of the store where that was not done yet, fixes the horizon, and asks. Blocks.
    ///
    /// @param known the horizon of an earlier run; without one it is fixed now
    /// @param marks those that belong to the question are taken up
    /// @throws NothingThere when the store has no answer
    /// @throws Stopped when it was cancelled before anything could be told
    /// @throws io.hindcast.connector.ConnectorException when the store fails
    public Asked ask(
            ReportQuestion question,
            Fold fold,
            String foldOrigin,
            Optional<Horizon> known,
            ReviewMarks marks,
            Progress progress,
            Cancellation cancellation) {
        if (!store.buildIndex(progress, cancellation)) {
            throw new Stopped();
        }
        Horizon horizon = known.orElseGet(() -> Horizon.of(store));
        OpenStore bounded =
                BoundedStore.of(store, horizon, progress, cancellation).orElseThrow(Stopped::new);
        var gathering = new Gathering(
                bounded,
                horizon,
                fold,
                foldOrigin,
                question,
                Headers.sha256(bounded.index()),
                ReviewMarks.NONE,
                progress,
                cancellation);
        requireCategory(question);
        Gathering marked = gathering.with(marks);
        return new Asked(marked, MarkedReport.of(marked, gather(marked)));
    }

    private void requireCategory(ReportQuestion question) {
        boolean exists = question.template().needs() != Template.Needs.CATEGORY
                || store.index().streams().stream()
                        .anyMatch(stream -> stream.category().equals(question.category()));
        if (!exists) {
            List<String> known = store.index().streams().stream()
                    .map(StreamEntry::category)
                    .filter(name -> !name.isBlank())
                    .distinct()
                    .sorted()
                    .limit(MOST_NAMED)
                    .toList();
            throw new NothingThere(new NothingThere.What.NoCategory(question.category(), known));
        }
    }

    private static Gathered gather(Gathering gathering) {
        return switch (gathering.question().template()) {
            case STREAM -> new StreamReport(gathering).gather();
            case STATES -> new StatesReport(gathering).gather();
            case ROLLFORWARD -> new RollForwardReport(gathering).gather();
            case VERIFY -> new VerificationReport(gathering).gather();
            case INTEGRITY -> new IntegrityReport(gathering).gather();
            case FINDINGS -> new FindingsReport(gathering).gather();
        };
    }

    /// A question with its answer.
    public record Asked(Gathering gathering, Gathered gathered) implements AutoCloseable {
        @Override
        public void close() {
            gathered.close();
        }
    }

    /// Somebody stopped the run before there was anything to tell.
    public static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stopped() {
            super("The run was stopped before there was anything to report.");
        }
    }
}
