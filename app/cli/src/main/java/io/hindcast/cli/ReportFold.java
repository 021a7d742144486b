package io.hindcast.cli;

import io.hindcast.audit.publish.FoldUsed;
import io.hindcast.audit.publish.Manifest;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.FoldLanguage.Compiled;
import io.hindcast.engine.fold.propose.Proposal;
import io.hindcast.engine.session.FoldFinder;
import io.hindcast.engine.session.FoldText;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.whatif.Hypothesis;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The fold of a report, with what a second run needs to have the same one.
final class ReportFold {
    private static final String PROPOSED = "proposed";

    private ReportFold() {}

    /// The fold of a new report.
    static FoldUsed chosen(House house, OpenStore store, @Nullable Path file, Hypothesis supposed) {
        FoldUsed plain = plain(house, store, file);
        return new FoldUsed(supposed.over(plain.fold()), plain.origin(), plain.text());
    }

    private static FoldUsed plain(House house, OpenStore store, @Nullable Path file) {
        if (file == null) {
            store.foldComplaints().forEach(house.terminal()::say);
            Fold fold = store.defaultFold();
            return new FoldUsed(
                    fold, store.foldOrigin(), fold.isGuess() ? Optional.empty() : store.foldText());
        }
        if (file.toString().equals(PROPOSED)) {
            Proposal proposal = Proposing.from(store, house.terminal());
            Fold fold = StoreOptions.fold(house, store, file);
            return new FoldUsed(
                    fold,
                    "proposed from the snapshots of the store",
                    // constants of proposed rules are values of the store
                    house.terminal().curtain().isDrawn()
                            ? Optional.empty()
                            : Optional.of(new FoldText("proposed.folds.yaml", proposal.rules())));
        }
        return new FoldUsed(
                StoreOptions.fold(house, store, file),
                String.valueOf(file.getFileName()),
                FoldFinder.textOf(file));
    }

    /// The fold of a report that is repeated: the named file, else the store's own where it is the same, else the text that
    /// the manifest keeps.
    static FoldUsed repeated(House house, OpenStore store, @Nullable Path file, Manifest manifest) {
        Hypothesis supposed = manifest.supposed();
        if (file != null) {
            return chosen(house, store, file, supposed);
        }
        Fold own = supposed.over(store.defaultFold());
        if (own.digest().equals(manifest.foldDigest())) {
            return new FoldUsed(own, store.foldOrigin(), Optional.empty());
        }
        return manifest.foldText()
                .map(text -> compiled(house, text, supposed))
                .orElseGet(() -> new FoldUsed(own, store.foldOrigin(), Optional.empty()));
    }

    private static FoldUsed compiled(House house, FoldText text, Hypothesis supposed) {
        return switch (house.folds().compile(text.fileName(), text.text())) {
            case Compiled.Ready(Fold fold, _) ->
                new FoldUsed(supposed.over(fold), text.fileName(), Optional.of(text));
            case Compiled.Rejected(var errors) ->
                throw new UsageException("The fold that the manifest keeps cannot be read: "
                        + String.join("; ", errors.stream().map(FoldFinder::shown).toList()));
        };
    }
}
