package io.hindcast.cli;

import io.hindcast.audit.verify.HintText;
import io.hindcast.audit.verify.Verification;
import io.hindcast.connector.ConnectorException;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.propose.Proposal;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.state.Printable;
import io.hindcast.engine.work.Cancellation;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `hindcast verify STORE`: every stored snapshot against the replay.
@Command(name = "verify", description = "Compares stored snapshots with the replay.", mixinStandardHelpOptions = true)
final class VerifyVerb implements Callable<Integer> {
    private static final int SAID = 10;

    private final House house;

    @Mixin
    StoreOptions options = new StoreOptions();

    @Option(names = "--all", description = "List in tables also the snapshots that match.")
    boolean all;

    @Option(
            names = "--other-fold",
            paramLabel = "FILE",
            description = "A fold that may have made snapshots which drift, an older version for example; may be repeated.")
    List<Path> otherFolds = List.of();

    @Option(names = "--resume", paramLabel = "WORD", description = "Goes on where a stopped run said.")
    @Nullable String resume;

    private final HintText hints = HintText.in(Locale.ENGLISH);

    VerifyVerb(House house) {
        this.house = house;
    }

    @Override
    public Integer call() {
        Terminal terminal = house.terminal();
        try (var store = options.open(house);
                var interruption = new Interruption(terminal)) {
            Fold fold = options.fold(house, store);
            if (fold.isGuess()) {
                fold = proposed(store).orElse(fold);
            }
            String question = String.join("\u0000", "verify", options.store, fold.digest());
            Verification verification = verify(store, fold, question, interruption.cancellation());
            var next = new ResumeToken(question, verification.events(), Optional.empty());
            new VerifyRows(hints, all).print(verification, fold, next.value(terminal.curtain()), options.format(terminal), options.out(terminal));
            say(verification, next);
            if (!verification.isComplete()) {
                return ExitCode.PARTIAL;
            }
            return verification.drifts() > 0 ? ExitCode.FOUND : ExitCode.DONE;
        }
    }

    private void say(Verification verification, ResumeToken next) {
        Terminal terminal = house.terminal();
        terminal.say("%,d snapshots: %,d match, %,d drift, %,d cannot be verified."
                .formatted(
                        verification.snapshots().size(),
                        verification.matches(),
                        verification.drifts(),
                        verification.unverifiable()));
        verification.snapshots().stream()
                .filter(one -> one.explanation().isPresent())
                .limit(SAID)
                .forEach(one -> terminal.say("%s v%d: %s"
                        .formatted(
                                terminal.curtain().stream(one.snapshot().stream()),
                                one.snapshot().version(),
                                Printable.escaped(hints.text(one.explanation().get().hint())))));
        if (!verification.isComplete()) {
            terminal.say(next.sentence(terminal.curtain()));
        }
    }

    /// Without rules, those that the store's own events and snapshots suggest: a snapshot that contradicts the rest stands
    /// out. Nothing when they explain too little to accuse anybody.
    private Optional<Fold> proposed(OpenStore store) {
        Terminal terminal = house.terminal();
        Proposal proposal = Proposing.from(store, terminal);
        if (proposal.snapshots() == 0) {
            terminal.say("The store holds no snapshots that could be compared.");
            return Optional.empty();
        }
        boolean convincing = proposal.explained() * 10L >= proposal.snapshots() * 9L;
        if (!convincing) {
            terminal.say("No fold rules were given, and none can be told from the store: a guess cannot convict a snapshot.");
            return Optional.empty();
        }
        terminal.say("No fold rules were given: using rules proposed from the store itself, which explain %,d of %,d sampled snapshots (see `hindcast folds propose`)."
                .formatted(proposal.explained(), proposal.snapshots()));
        return Optional.of(proposal.fold());
    }

    private Verification verify(OpenStore store, Fold fold, String question, Cancellation cancellation) {
        long from = resume == null ? 0 : ResumeToken.read(resume, question).scanned();
        List<Fold> others =
                otherFolds.stream().map(file -> StoreOptions.fold(house, store, file)).toList();
        try {
            var result = Verification.of(
                    store, fold, others, from, Indexing.progress(house.terminal()), cancellation);
            Indexing.clear(house.terminal());
            return result;
        } catch (ConnectorException failure) {
            throw new StoppedEarly("Verification stopped: " + failure.sentence(), failure);
        }
    }
}
