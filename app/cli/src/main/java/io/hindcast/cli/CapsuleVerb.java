package io.hindcast.cli;

import io.hindcast.audit.capsule.CapsuleContents;
import io.hindcast.audit.capsule.CapsuleExport;
import io.hindcast.audit.capsule.CapsuleMade;
import io.hindcast.audit.capsule.MaskedCapsules;
import io.hindcast.audit.mark.MarkSet;
import io.hindcast.audit.mark.Marks;
import io.hindcast.capsule.CapsuleMaker;
import io.hindcast.cli.output.Document;
import io.hindcast.connector.ConnectorException;
import io.hindcast.engine.session.FoldText;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `hindcast capsule STORE --out FILE`: the streams under review in one file.
@Command(
        name = "capsule",
        description = "Takes streams out of a store into one file, which opens like a store and needs none.",
        mixinStandardHelpOptions = true,
        footer = {"", "Name streams, categories, or --all. Bodies go in as they are: a capsule of private data is private."})
final class CapsuleVerb implements Callable<Integer> {
    private final House house;
    private final InstantSource clock;

    @Parameters(paramLabel = "STORE", description = "A path, a URL, or sample:ledger.")
    String store = "";

    @Mixin
    ConnectionOptions connection = new ConnectionOptions();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where the capsule goes.")
    Path file = Path.of("");

    @Option(names = "--stream", paramLabel = "NAME", description = "This stream; may be repeated.")
    List<String> streams = List.of();

    @Option(names = "--category", paramLabel = "NAME", description = "All streams of this category; may be repeated.")
    List<String> categories = List.of();

    @Option(names = "--all", description = "All streams of the store.")
    boolean all;

    @Option(names = "--fold", paramLabel = "FILE", description = "Fold rules that go along. Else those found with the store.")
    @Nullable Path rules;

    @Mixin
    JournalOptions journal = new JournalOptions();

    @Option(names = "--force", description = "Replaces a file that is there.")
    boolean force;

    @Mixin
    OutputOption output = new OutputOption();

    CapsuleVerb(House house, InstantSource clock) {
        this.house = house;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        if (!all && streams.isEmpty() && categories.isEmpty()) {
            throw new UsageException("Say what goes in: --stream NAME, --category NAME, or --all.");
        }
        ResultFile.mayWrite(file, ResultFile.Kind.CAPSULE, force, store);
        CapsuleMaker maker = house.opener()
                .get()
                .capsules()
                .orElseThrow(() -> new UsageException("No plug-in that makes capsules is installed; the SQLite one does."));
        Optional<FoldText> named = Optional.ofNullable(rules).map(this::rulesOf);
        try (var opened = house.opener().get().open(connection.request(store, house.terminal()));
                var interruption = new Interruption(house.terminal())) {
            return write(opened, maker, named.or(opened::foldText), interruption);
        }
    }

    private int write(OpenStore opened, CapsuleMaker maker, Optional<FoldText> fold, Interruption interruption) {
        Terminal terminal = house.terminal();
        Curtain curtain = terminal.curtain();
        MarkSet there = Marks.of(journal.journal(house, store), opened.source()).now();
        MarkSet marks = curtain.isDrawn() ? there.withoutHashes() : there;
        var contents = new CapsuleContents(Set.copyOf(streams), Set.copyOf(categories), all, fold.map(this::travelling), marks);
        var masked = new MaskedCapsules(maker, opened.decoder(), curtain.answers());
        CapsuleMaker used = curtain.isDrawn() ? masked : maker;
        try {
            Optional<CapsuleMade> made = new CapsuleExport(opened, used, new VersionLine().getVersion()[0], clock.instant())
                    .write(file, contents, Indexing.progress(terminal), interruption.cancellation());
            Indexing.clear(terminal);
            if (made.isEmpty()) {
                terminal.say("Stopped: no capsule was written.");
                return ExitCode.PARTIAL;
            }
            made.get().missing().forEach(stream -> terminal.say("The store has no stream " + stream + "."));
            if (made.get().streams() == 0) {
                throw new UsageException("No capsule was written: nothing of this store would be in it.");
            }
            Document.print(document(made.get()), output.chosen(terminal), terminal.out());
            if (curtain.isDrawn()) {
                say(masked, terminal);
            }
            return made.get().missing().isEmpty() ? ExitCode.DONE : ExitCode.FOUND;
        } catch (ConnectorException failure) {
            throw new StoppedEarly("No capsule was written: " + failure.sentence(), failure);
        }
    }

    private static void say(MaskedCapsules masked, Terminal terminal) {
        terminal.say("The capsule is masked: masks.json in it says what, by rule and stream. A seal over the store does not hold for it.");
        if (masked.withheld() > 0) {
            terminal.say("%,d bodies or snapshots were withheld whole, because they could not be written anew without what is masked."
                    .formatted(masked.withheld()));
        }
        if (masked.withoutNumbers() > 0) {
            terminal.say("In %,d bodies a number was masked: a fold that adds it up has a problem there."
                    .formatted(masked.withoutNumbers()));
        }
    }

    /// Rules in the rules language are found again when the capsule is opened; other folds only go along.
    private FoldText travelling(FoldText fold) {
        if (fold.fileName().toLowerCase(Locale.ROOT).matches(".*\\.ya?ml")) {
            return new FoldText("folds.yaml", fold.text());
        }
        house.terminal().say("The fold %s goes along, but has to be named again when the capsule is opened.".formatted(fold.fileName()));
        return fold;
    }

    private FoldText rulesOf(Path from) {
        StoreOptions.requireFold(house, from);
        try {
            return new FoldText(String.valueOf(from.getFileName()), Files.readString(from));
        } catch (IOException _) {
            throw new UsageException(from + " is no text that can be read.");
        }
    }

    private Fields document(CapsuleMade made) {
        return Fields.builder(7)
                .put("capsule", new Text(file.toString()))
                .put("streams", Num.of(made.streams()))
                .put("events", Num.of(made.events()))
                .put("snapshots", Num.of(made.snapshots()))
                .put("marks", Num.of(made.marks()))
                .put("sha256", new Text(made.sha256()))
                .build();
    }
}
