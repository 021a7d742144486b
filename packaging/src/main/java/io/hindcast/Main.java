package io.hindcast;

import io.hindcast.audit.journal.Journals;
import io.hindcast.audit.publish.ReportDesk;
import io.hindcast.audit.publish.ReportRun;
import io.hindcast.audit.publish.Tool;
import io.hindcast.audit.report.ReportFormat;
import io.hindcast.audit.report.ReportFormats;
import io.hindcast.audit.timestamp.TimeStamping;
import io.hindcast.cli.Cli;
import io.hindcast.cli.Curtain;
import io.hindcast.cli.House;
import io.hindcast.cli.ResultStream;
import io.hindcast.cli.Reveals;
import io.hindcast.cli.Terminal;
import io.hindcast.cli.Window;
import io.hindcast.engine.fold.FoldLanguage;
import io.hindcast.engine.mask.MaskFinder;
import io.hindcast.engine.payload.StandardPayloads;
import io.hindcast.engine.session.CatalogueOpener;
import io.hindcast.engine.session.ConnectorCatalogue;
import io.hindcast.engine.session.FoldFinder;
import io.hindcast.engine.session.PersonFolder;
import io.hindcast.engine.session.SavedMappings;
import io.hindcast.engine.session.StoreOpener;
import io.hindcast.engine.spool.SpoolPlace;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.function.Supplier;

/// Starts Hindcast: the command line, and through its verb `open` the window.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) {
        boolean opensWindow = arguments.length > 0 && arguments[0].equals("open");
        if (!opensWindow) {
            // the command line speaks English, in its numbers too; the window speaks as the system does
            Locale.setDefault(Locale.Category.FORMAT, Locale.ENGLISH);
        }
        var folds = new FoldFinder(languages(), FoldFinder.usualFolders(System.getProperties(), System.getenv()));
        Path person = PersonFolder.configuration(System.getProperties(), System.getenv());
        var mappings = Optional.of(new SavedMappings(person.resolve("mappings")));
        Supplier<StoreOpener> opener = () -> new CatalogueOpener(
                ConnectorCatalogue.discover(pluginFolders()), new StandardPayloads(), folds, mappings, copies());
        var journals = new Journals(person.resolve("journals"), InstantSource.system(), user());
        Terminal terminal = terminal(person, journals, results(opensWindow));
        Window window = wish -> WindowDoor.open(opener.get(), wish, terminal.out(), terminal.err());
        return Cli.run(new House(opener, folds, window, reports(), Main::stamping, journals, terminal), arguments);
    }

    private static String user() {
        return System.getProperty("user.name", "");
    }

    private static List<FoldLanguage> languages() {
        return ServiceLoader.load(FoldLanguage.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    private static ReportDesk reports() {
        var run = new ReportRun(Clock.systemUTC(), user(), Tool.ofThis());
        return new ReportDesk(new ReportFormats(further()), run);
    }

    private static List<ReportFormat> further() {
        return ServiceLoader.load(ReportFormat.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    private static Optional<TimeStamping> stamping() {
        return ServiceLoader.load(TimeStamping.class).findFirst();
    }

    /// Where copies of far stores may lie while these are open; a word that is none of them forbids copies.
    private static SpoolPlace copies() {
        return switch (System.getProperty("hindcast.copies", "file")) {
            case "file" -> SpoolPlace.FILE;
            case "memory" -> SpoolPlace.MEMORY;
            default -> SpoolPlace.NOWHERE;
        };
    }

    private static List<Path> pluginFolders() {
        var folders = new ArrayList<Path>();
        Optional.ofNullable(System.getProperty("hindcast.plugins")).map(Path::of).ifPresent(folders::add);
        folders.add(Path.of(System.getProperty("user.home"), ".config", "hindcast", "plugins"));
        return folders;
    }

    /// A window goes on without the terminal that it was started from.
    private static OutputStream results(boolean opensWindow) {
        var out = new FileOutputStream(FileDescriptor.out);
        return opensWindow ? out : new ResultStream(out);
    }

    private static Terminal terminal(Path person, Journals journals, OutputStream results) {
        Function<String, Optional<String>> environment = name -> Optional.ofNullable(System.getenv(name));
        Optional<Console> console = Optional.ofNullable(System.console()).filter(Console::isTerminal);
        return new Terminal(
                utf8(results),
                utf8(new FileOutputStream(FileDescriptor.err)),
                console.isPresent(),
                environment,
                question -> console.flatMap(keyboard -> Optional.ofNullable(keyboard.readPassword("%s", question))),
                new Curtain(new MaskFinder(person, environment), Reveals.into(journals)));
    }

    private static PrintWriter utf8(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    }
}
