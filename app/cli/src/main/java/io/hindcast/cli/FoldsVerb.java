package io.hindcast.cli;

import io.hindcast.cli.output.Document;
import io.hindcast.cli.output.Format;
import io.hindcast.cli.output.Rows;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.FoldLanguage.Compiled;
import io.hindcast.engine.fold.FoldLanguage.Diagnostic;
import io.hindcast.engine.fold.propose.MaskedRules;
import io.hindcast.engine.fold.propose.Proposal;
import io.hindcast.engine.session.FoldFinder;
import io.hindcast.engine.session.InstalledFold;
import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `hindcast folds` lists the fold languages; `hindcast folds check FILE` and `hindcast folds propose STORE`.
@Command(
        name = "folds",
        description = "Lists the fold languages and the installed folds; checks a fold, or proposes rules for a store.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "[check|propose]")
final class FoldsVerb implements Callable<Integer> {
    private static final List<String> COLUMNS = List.of("language", "files", "fold", "status", "reason");

    private final House house;

    @Mixin
    OutputOption output = new OutputOption();

    FoldsVerb(House house) {
        this.house = house;
    }

    @Override
    public Integer call() {
        Terminal terminal = house.terminal();
        List<InstalledFold> installed = house.folds().installed();
        try (var rows = Rows.in(output.chosen(terminal), COLUMNS, terminal.out())) {
            house.folds().languages().forEach(language -> rows.add(
                    row(language.id(), language.files(), Null.NULL, Null.NULL)));
            installed.forEach(fold -> rows.add(row(fold)));
        }
        if (installed.stream().anyMatch(fold -> fold instanceof InstalledFold.Working working && working.isCode())) {
            terminal.say(StoreOptions.TRUSTED);
        }
        return ExitCode.DONE;
    }

    private static Fields row(InstalledFold installed) {
        String file = installed.reference().toString();
        return switch (installed) {
            case InstalledFold.Working working ->
                row(working.language(), file, new Text(working.fold().name()), Null.NULL);
            case InstalledFold.Broken broken -> row(broken.language(), file, Null.NULL, new Text(broken.reason()));
        };
    }

    private static Fields row(String language, String files, StateValue fold, StateValue reason) {
        var row = new LinkedHashMap<String, StateValue>();
        row.put("language", new Text(language));
        row.put("files", new Text(files));
        row.put("fold", fold);
        row.put("status", new Text(reason.equals(Null.NULL) ? "ready" : "broken"));
        row.put("reason", reason);
        return Fields.of(row);
    }

    @Command(name = "check", description = "Compiles a rules file and says what is wrong with it.")
    int check(
            @Parameters(paramLabel = "FILE") Path file,
            @Option(
                            names = "--store",
                            paramLabel = "STORE",
                            description = "Also tells which words of the rules this store does not have, and which event types of it the rules do not know.")
                    @Nullable String store,
            @Mixin ConnectionOptions connection) {
        StoreOptions.warnOfCode(house, file);
        return switch (house.folds().read(file)) {
            case Compiled.Ready(Fold fold, List<Diagnostic> warnings) -> {
                warnings.forEach(this::say);
                house.terminal().out().println("%s: fold \"%s\" is fine.".formatted(file.getFileName(), fold.name()));
                int met = store == null ? ExitCode.DONE : new FoldMeetsStore(house).tell(fold, store, connection);
                yield met == ExitCode.DONE && !warnings.isEmpty() ? ExitCode.FOUND : met;
            }
            case Compiled.Rejected(List<Diagnostic> errors) -> {
                errors.forEach(this::say);
                yield errors.stream().allMatch(error -> error.line() <= 0) && !Files.exists(file) ? ExitCode.USAGE : ExitCode.FOUND;
            }
        };
    }

    @Command(name = "propose", description = "Writes a rules file inferred from a store's events and snapshots.")
    int propose(@Mixin StoreOptions options) {
        Terminal terminal = house.terminal();
        if (options.workbook != null) {
            throw new UsageException("Rules are no table; --xlsx has nothing to write here.");
        }
        try (var store = options.open(house)) {
            Proposal proposal = Proposing.from(store, terminal);
            if (options.output.format == Format.JSON || options.output.format == Format.NDJSON) {
                Document.print(document(proposal), options.output.format, terminal.out());
            } else {
                terminal.out().print(MaskedRules.of(proposal, house.terminal().curtain().masking(), house.terminal().curtain().log()));
            }
            terminal.say("%,d of %,d sampled snapshots explained.".formatted(proposal.explained(), proposal.snapshots()));
            if (proposal.hasTooFewSnapshots()) {
                terminal.say("Too few snapshots to be sure.");
            }
            return proposal.unexplained().isEmpty() ? ExitCode.DONE : ExitCode.FOUND;
        }
    }

    private void say(Diagnostic diagnostic) {
        house.terminal().say(FoldFinder.shown(diagnostic));
    }

    private Fields document(Proposal proposal) {
        var document = new LinkedHashMap<String, StateValue>();
        document.put("snapshots", Num.of(proposal.snapshots()));
        document.put("explained", Num.of(proposal.explained()));
        document.put(
                "fields",
                new Items(proposal.fields().stream().<StateValue>map(FoldsVerb::evidence).toList()));
        document.put(
                "unexplained",
                new Items(proposal.unexplained().stream()
                        .<StateValue>map(one -> Fields.of("stream", new Text(one.stream()))
                                .with("version", Num.of(one.version())))
                        .toList()));
        document.put("rules", new Text(MaskedRules.of(proposal, house.terminal().curtain().masking(), house.terminal().curtain().log())));
        return Fields.of(document);
    }

    private static Fields evidence(Proposal.Evidence evidence) {
        var row = new LinkedHashMap<String, StateValue>();
        row.put("category", new Text(evidence.category()));
        row.put("field", new Text(evidence.field().toString()));
        row.put("how", new Text(evidence.how()));
        row.put("tested", Num.of(evidence.tested()));
        row.put("explained", Num.of(evidence.explained()));
        row.put("kept", Bool.of(evidence.kept()));
        return Fields.of(row);
    }
}
