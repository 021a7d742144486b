package io.hindcast.cli;

import io.hindcast.audit.verify.Outcome;
import io.hindcast.audit.verify.SnapshotVerifier;
import io.hindcast.audit.verify.Verification;
import io.hindcast.audit.verify.VerifiedSnapshot;
import io.hindcast.cli.output.Document;
import io.hindcast.cli.output.Format;
import io.hindcast.cli.output.Rows;
import io.hindcast.connector.ConnectorException;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.propose.Proposal;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.state.Change;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import io.hindcast.engine.work.Cancellation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `hindcast verify STORE`: every stored snapshot against the replay.
@Command(name = "verify", description = "Compares stored snapshots with the replay.", mixinStandardHelpOptions = true)
final class VerifyVerb implements Callable<Integer> {
    private static final List<String> COLUMNS =
            List.of("stream", "version", "outcome", "path", "snapshot", "replay", "reason");

    private final House house;

    @Mixin
    StoreOptions options = new StoreOptions();

    @Option(names = "--all", description = "List in tables also the snapshots that match.")
    boolean all;

    VerifyVerb(House house) {
        this.house = house;
    }

    @Override
    public Integer call() {
        Terminal terminal = house.terminal();
        try (var store = options.open(house)) {
            Fold fold = options.fold(house, store);
            if (fold.isGuess()) {
                fold = proposed(store).orElse(fold);
            }
            Verification verification = verify(store, fold);
            print(verification, fold, options.format(terminal));
            terminal.say("%,d snapshots: %,d match, %,d drift, %,d cannot be verified."
                    .formatted(
                            verification.snapshots().size(),
                            verification.matches(),
                            verification.drifts(),
                            verification.unverifiable()));
            if (!verification.isComplete()) {
                return ExitCode.PARTIAL;
            }
            return verification.drifts() > 0 ? ExitCode.FOUND : ExitCode.DONE;
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

    private Verification verify(OpenStore store, Fold fold) {
        try {
            var result = new SnapshotVerifier()
                    .verify(store, fold, Indexing.progress(house.terminal()), Cancellation.never());
            Indexing.clear(house.terminal());
            return result;
        } catch (ConnectorException failure) {
            throw new StoppedEarly("Verification stopped: " + failure.sentence(), failure);
        }
    }

    private void print(Verification verification, Fold fold, Format format) {
        switch (format) {
            case JSON, NDJSON -> Document.print(document(verification, fold), format, house.terminal().out());
            case TABLE, CSV -> {
                try (var rows = Rows.in(format, COLUMNS, house.terminal().out())) {
                    verification.snapshots().forEach(one -> addRows(one, format, rows));
                }
            }
        }
    }

    private void addRows(VerifiedSnapshot one, Format format, Rows rows) {
        Fields row = head(one);
        switch (one.outcome()) {
            case Outcome.Matches() -> {
                if (all || format == Format.CSV) {
                    rows.add(row);
                }
            }
            case Outcome.Drifts(List<Change> changes) -> changes.forEach(change -> rows.add(Fields.of(merged(row, change))));
            case Outcome.Unverifiable(String reason) -> rows.add(row.with("reason", new Text(reason)));
        }
    }

    private static Map<String, StateValue> merged(Fields row, Change change) {
        var fields = new LinkedHashMap<String, StateValue>();
        row.entries().forEach(entry -> fields.put(entry.getKey(), entry.getValue()));
        change(change).entries().forEach(entry -> fields.put(entry.getKey(), entry.getValue()));
        return fields;
    }

    private static Fields document(Verification verification, Fold fold) {
        var summary = new LinkedHashMap<String, StateValue>();
        summary.put("snapshots", Num.of(verification.snapshots().size()));
        summary.put("matches", Num.of(verification.matches()));
        summary.put("drifts", Num.of(verification.drifts()));
        summary.put("unverifiable", Num.of(verification.unverifiable()));
        var document = new LinkedHashMap<String, StateValue>();
        document.put("fold", new Text(fold.name()));
        document.put("summary", Fields.of(summary));
        document.put(
                "snapshots",
                new Items(verification.snapshots().stream()
                        .<StateValue>map(VerifyVerb::snapshot)
                        .toList()));
        return Fields.of(document);
    }

    private static Fields snapshot(VerifiedSnapshot one) {
        Fields row = head(one);
        return switch (one.outcome()) {
            case Outcome.Matches() -> row.with("changes", Items.EMPTY).with("reason", Null.NULL);
            case Outcome.Drifts(List<Change> changes) ->
                row.with("changes", new Items(changes.stream().<StateValue>map(VerifyVerb::change).toList()))
                        .with("reason", Null.NULL);
            case Outcome.Unverifiable(String reason) ->
                row.with("changes", Items.EMPTY).with("reason", new Text(reason));
        };
    }

    private static Fields head(VerifiedSnapshot one) {
        var row = new LinkedHashMap<String, StateValue>();
        row.put("stream", new Text(one.snapshot().stream()));
        row.put("version", Num.of(one.snapshot().version()));
        row.put("outcome", new Text(switch (one.outcome()) {
            case Outcome.Matches() -> "matches";
            case Outcome.Drifts _ -> "drifts";
            case Outcome.Unverifiable _ -> "unverifiable";
        }));
        return Fields.of(row);
    }

    private static Fields change(Change change) {
        var row = new LinkedHashMap<String, StateValue>();
        row.put("path", new Text(change.path().toString()));
        row.put("snapshot", change.before().isPresent() ? change.before() : Null.NULL);
        row.put("replay", change.after().isPresent() ? change.after() : Null.NULL);
        return Fields.of(row);
    }
}
