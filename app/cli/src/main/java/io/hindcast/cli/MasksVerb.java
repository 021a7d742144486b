package io.hindcast.cli;

import io.hindcast.audit.mask.MaskCheck;
import io.hindcast.cli.output.Listing;
import io.hindcast.connector.ConnectorException;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.mask.Masking;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.Text;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `hindcast masks check STORE`: whether masks hide what they are meant to hide.
@Command(
        name = "masks",
        description = "Holds mask rules against a store.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "check")
final class MasksVerb implements Runnable {
    private static final List<String> COLUMNS = List.of("what", "rule", "place", "path", "values", "stream", "version", "near");

    private final House house;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    MasksVerb(House house) {
        this.house = house;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: hindcast masks check STORE --masks FILE.");
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = {
                "Tells where a value that a mask hides in events still shows: in other fields, states or snapshots;",
                "and which masks met nothing. Exit code 1 when something shows. Never prints a value."
            })
    int check(@Mixin StoreOptions options) {
        Terminal terminal = house.terminal();
        try (var store = options.open(house);
                var interruption = new Interruption(terminal)) {
            Masking masking = terminal.curtain().masking();
            if (masking.isNone()) {
                throw new UsageException("There are no masks to check: name some with --masks FILE.");
            }
            MaskCheck.Answer answer = answer(store, options.fold(house, store), masking, interruption);
            print(answer, options);
            return say(answer);
        }
    }

    private MaskCheck.Answer answer(OpenStore store, Fold fold, Masking masking, Interruption interruption) {
        try {
            var answer = new MaskCheck(store, fold, masking)
                    .run(Indexing.progress(house.terminal()), interruption.cancellation());
            Indexing.clear(house.terminal());
            return answer;
        } catch (ConnectorException failure) {
            throw new StoppedEarly("Checking stopped: " + failure.sentence(), failure);
        }
    }

    private void print(MaskCheck.Answer answer, StoreOptions options) {
        Terminal terminal = house.terminal();
        var listing = new Listing(
                options.format(terminal),
                COLUMNS,
                Fields.of("masks", new Text(terminal.curtain().origin())),
                options.out(terminal));
        answer.leaks().forEach(leak -> listing.add(row("shows")
                .with("place", new Text(leak.place().word()))
                .with("path", new Text(leak.path()))
                .with("values", Num.of(leak.count()))
                .with("stream", new Text(leak.stream()))
                .with("version", EventRow.number(leak.version()))));
        answer.idle().forEach(idle -> listing.add(row("idle")
                .with("rule", new Text(idle.rule()))
                .with("near", idle.near().isPresent() ? new Text(idle.near().get()) : Null.NULL)));
        listing.finish(Fields.of("masked", Num.of(answer.masked().total())).with("complete", Bool.of(answer.whole())));
    }

    private static Fields row(String what) {
        return Fields.of("what", new Text(what));
    }

    private int say(MaskCheck.Answer answer) {
        Terminal terminal = house.terminal();
        terminal.say("%,d values are masked; places that still show one of them: %,d; masks that met nothing: %,d."
                .formatted(answer.masked().total(), answer.leaks().size(), answer.idle().size()));
        if (!answer.whole()) {
            terminal.say("Not everything was looked at: the answer is partial.");
            return ExitCode.PARTIAL;
        }
        return answer.leaks().isEmpty() ? ExitCode.DONE : ExitCode.FOUND;
    }
}
