package io.hindcast.cli;

import io.hindcast.audit.journal.JournalFailure;
import io.hindcast.audit.mark.MarkFailure;
import io.hindcast.audit.publish.PublishFailure;
import io.hindcast.audit.template.NothingThere;
import io.hindcast.cli.output.UnwritableWorkbook;
import io.hindcast.connector.ConnectorException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// The command line: parses, runs one verb, turns every outcome into an exit code.
@Command(
        name = "hindcast",
        mixinStandardHelpOptions = true,
        versionProvider = VersionLine.class,
        description = "Looks into event stores without ever changing them.",
        synopsisSubcommandLabel = "VERB",
        footer = {
            "",
            "STORE is a path, a URL or sample:ledger. MOMENT is head, v37, #12345, an instant,",
            "a date-time with zone, or a date (the end of that day in --zone).",
            "Exit codes: 0 done, 1 done and something was found, 2 wrong usage,",
            "3 the store could not be opened, 4 stopped early: the result is partial."
        })
public final class Cli implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private Cli() {}

    /// Runs one command line.
    ///
    /// @return the exit code, see [ExitCode]
    public static int run(House home, String... arguments) {
        House house = home.forRun(arguments.length == 0 ? "" : arguments[0]);
        Terminal terminal = house.terminal();
        var command = new CommandLine(new Cli())
                .addSubcommand(new OpenVerb(house))
                .addSubcommand(new InspectVerb(house))
                .addSubcommand(new StreamsVerb(house))
                .addSubcommand(new EventsVerb(house))
                .addSubcommand(new StateVerb(house))
                .addSubcommand(new StatesVerb(house))
                .addSubcommand(new RollForwardVerb(house))
                .addSubcommand(new FindVerb(house))
                .addSubcommand(new DiffVerb(house))
                .addSubcommand(new BlameVerb(house))
                .addSubcommand(new VerifyVerb(house))
                .addSubcommand(new CheckVerb(house))
                .addSubcommand(marks(house))
                .addSubcommand(new CapsuleVerb(house, InstantSource.system()))
                .addSubcommand(new CommandLine(new SealVerb(house, InstantSource.system()))
                        .addSubcommand(new SealRequestVerb(house, SecureRandom::new))
                        .addSubcommand(new SealTokenVerb(house)))
                .addSubcommand(new ReportVerb(house))
                .addSubcommand(new ConnectorsVerb(house))
                .addSubcommand(new FoldsVerb(house))
                .addSubcommand(new MappingVerb(house))
                .addSubcommand(new MasksVerb(house))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(Path.class, Cli::path)
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setParameterExceptionHandler(Cli::misunderstood)
                .setExecutionExceptionHandler((failure, _, _) -> failed(failure, terminal));
        int code = command.execute(arguments);
        return finished(code, terminal);
    }

    /// What is still on its way to the output may not get there either.
    private static int finished(int code, Terminal terminal) {
        try {
            terminal.curtain().summary().ifPresent(terminal::say);
            terminal.out().flush();
            terminal.err().flush();
            return code;
        } catch (OutputGone gone) {
            return unheard(terminal, gone);
        }
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException _) {
            throw new TypeConversionException("'%s' cannot be the name of a file here; names beyond ASCII need a locale such as LANG=C.UTF-8"
                    .formatted(text.replace('\0', ' ')));
        }
    }

    private static CommandLine marks(House house) {
        return new CommandLine(new MarksVerb(house))
                .addSubcommand(new MarksAdd(house))
                .addSubcommand(new MarksChange(house))
                .addSubcommand(new MarksRemove(house))
                .addSubcommand(new MarksRestore(house))
                .addSubcommand(new MarksHistory(house))
                .addSubcommand(new MarksLegend(house))
                .addSubcommand(new MarksVerify(house))
                .addSubcommand(new MarksJournal(house));
    }

    /// Without a verb there is nothing to do.
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: hindcast VERB STORE.");
    }

    private static int misunderstood(ParameterException failure, String[] arguments) {
        failure.getCommandLine().getErr().println(Misunderstanding.sentences(failure));
        return ExitCode.USAGE;
    }

    private static int failed(Exception failure, Terminal terminal) {
        return switch (failure) {
            case UsageException usage -> said(terminal, usage, ExitCode.USAGE);
            case StoppedEarly stopped -> said(terminal, stopped, ExitCode.PARTIAL);
            case NothingThere nothing -> said(terminal, nothing, ExitCode.USAGE);
            case MarkFailure impossible -> said(terminal, impossible, ExitCode.USAGE);
            case JournalFailure unusable -> said(terminal, unusable, code(unusable));
            case UnwritableWorkbook unwritten -> said(terminal, unwritten, ExitCode.PARTIAL);
            case OutputGone gone -> unheard(terminal, gone);
            case PublishFailure unwritten -> said(terminal, unwritten, ExitCode.PARTIAL);
            case ConnectorException refused -> said(terminal, refused, ExitCode.REFUSED);
            default -> mistake(terminal, failure);
        };
    }

    private static int code(JournalFailure failure) {
        return switch (failure.kind()) {
            case UNREADABLE -> ExitCode.REFUSED;
            case UNWRITABLE -> ExitCode.PARTIAL;
        };
    }

    private static int unheard(Terminal terminal, OutputGone gone) {
        String sentence = String.valueOf(gone.getMessage());
        return sentence.isEmpty() ? ExitCode.PARTIAL : said(terminal, gone, ExitCode.PARTIAL);
    }

    private static int said(Terminal terminal, Exception failure, int code) {
        terminal.say(String.valueOf(failure.getMessage()));
        return code;
    }

    /// A mistake of ours: the place in the code, never the message, which might hold payload.
    private static int mistake(Terminal terminal, Exception failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        String place = trace.length == 0 ? "" : " at " + trace[0];
        terminal.say("Hindcast made a mistake and stopped (%s%s). Please report it with this line."
                .formatted(failure.getClass().getSimpleName(), place));
        return ExitCode.PARTIAL;
    }
}
