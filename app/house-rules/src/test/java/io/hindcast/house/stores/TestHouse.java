package io.hindcast.house.stores;

import io.hindcast.audit.journal.Journals;
import io.hindcast.audit.publish.ReportDesk;
import io.hindcast.audit.publish.ReportRun;
import io.hindcast.audit.publish.Tool;
import io.hindcast.audit.report.ReportFormat;
import io.hindcast.audit.report.ReportFormats;
import io.hindcast.audit.timestamp.TimeStamping;
import io.hindcast.cli.Cli;
import io.hindcast.cli.House;
import io.hindcast.cli.Terminal;
import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.FoldLanguage.Compiled;
import io.hindcast.engine.fold.FoldLanguage;
import io.hindcast.engine.fold.MergeFold;
import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.engine.payload.StandardPayloads;
import io.hindcast.engine.population.Aggregate;
import io.hindcast.engine.population.Population;
import io.hindcast.engine.population.States;
import io.hindcast.engine.population.StatesQuestion;
import io.hindcast.engine.replay.Moment;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.session.CatalogueOpener;
import io.hindcast.engine.session.CategorySummary;
import io.hindcast.engine.session.ConnectorCatalogue;
import io.hindcast.engine.session.FoldFinder;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.session.SavedMappings;
import io.hindcast.engine.session.StoreOpener;
import io.hindcast.engine.session.StreamSummary;
import io.hindcast.engine.spool.SpoolPlace;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The house put together for tests, as the program's main does it, with every connector on the class path.
final class TestHouse {
    private static final FoldFinder FOLDS = new FoldFinder(ServiceLoader.load(FoldLanguage.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList());

    private static final ReportDesk REPORTS = new ReportDesk(
            new ReportFormats(ServiceLoader.load(ReportFormat.class).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList()),
            new ReportRun(
                    Clock.fixed(Instant.parse("2026-04-07T08:00:00Z"), ZoneOffset.UTC),
                    "auditor",
                    new Tool("Hindcast", "test", "")));

    private static final Optional<TimeStamping> STAMPING =
            ServiceLoader.load(TimeStamping.class).findFirst();

    /// The person's folder, which no test shall find full: tests that write name a journal of their own.
    private static final Journals JOURNALS = new Journals(
            Path.of(System.getProperty("java.io.tmpdir"), "hindcast-no-journals"),
            InstantSource.fixed(Instant.parse("2026-04-07T08:00:00Z")),
            "auditor");

    private TestHouse() {}

    /// What a run printed and how it ended.
    record Answer(int code, String out, String err) {}

    static Answer run(List<String> arguments) {
        return run(TestHouse::opener, Map.of(), arguments);
    }

    /// With variables of the environment.
    static Answer run(Map<String, String> environment, List<String> arguments) {
        return run(TestHouse::opener, environment, arguments);
    }

    /// As a person whose own mappings lie in a folder.
    static Answer runWithMappings(Path folder, List<String> arguments) {
        return run(() -> opener(Optional.of(new SavedMappings(folder))), Map.of(), arguments);
    }

    /// A run whose output somebody reads while it goes on.
    static int run(Terminal terminal, List<String> arguments) {
        return Cli.run(new House(TestHouse::opener, FOLDS, _ -> 0, REPORTS, () -> STAMPING, JOURNALS, terminal), arguments.toArray(String[]::new));
    }

    private static Answer run(Supplier<StoreOpener> opener, Map<String, String> environment, List<String> arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var terminal = new Terminal(
                new PrintWriter(out), new PrintWriter(err), false, name -> Optional.ofNullable(environment.get(name)), _ -> Optional.empty());
        int code = Cli.run(
                new House(opener, FOLDS, _ -> 0, REPORTS, () -> STAMPING, JOURNALS, terminal), arguments.toArray(String[]::new));
        return new Answer(code, out.toString(), err.toString());
    }

    /// A store and the fold chosen for it.
    record Opened(OpenStore store, Fold fold) implements AutoCloseable {
        StreamHistory history(String stream) {
            return store.history(stream, fold, Progress.SILENT, Cancellation.never());
        }

        /// The index of the whole store.
        HeaderIndex index() {
            store.buildIndex(Progress.SILENT, Cancellation.never());
            return store.index();
        }

        /// The states of a category.
        Population states(
                String category, Moment moment, Optional<LocalDate> effective, Consumer<Aggregate> rows) {
            return new States(store)
                    .at(
                            new StatesQuestion(category, fold, moment, effective, ZoneOffset.UTC),
                            rows,
                            Progress.SILENT,
                            Cancellation.never());
        }

        String largestCategory() {
            return store.categories().stream()
                    .max(Comparator.comparingLong(CategorySummary::events))
                    .orElseThrow()
                    .name();
        }

        List<String> streamsOf(String category) {
            return store.streams().stream()
                    .filter(stream -> stream.category().equals(category))
                    .map(StreamSummary::stream)
                    .toList();
        }

        @Override
        public void close() {
            store.close();
        }
    }

    static Opened open(String location, String user, Path rules) {
        var settings = user.isEmpty() ? Map.<String, String>of() : Map.of("user", user);
        return new Opened(
                opener().open(new OpenRequest(new Location(location), settings, Optional::empty)), fold(rules));
    }

    /// A store whose events nobody folds.
    static Opened openPlain(String location, String user) {
        var settings = user.isEmpty() ? Map.<String, String>of() : Map.of("user", user);
        return new Opened(
                opener().open(new OpenRequest(new Location(location), settings, Optional::empty)), new MergeFold());
    }

    static Compiled read(Path rules) {
        return FOLDS.read(rules);
    }

    static Fold fold(Path rules) {
        return switch (read(rules)) {
            case Compiled.Ready(Fold fold, _) -> fold;
            case Compiled.Rejected(var errors) ->
                throw new IllegalStateException(rules.getFileName() + ": " + errors);
        };
    }

    private static StoreOpener opener() {
        return opener(Optional.empty());
    }

    private static StoreOpener opener(Optional<SavedMappings> mappings) {
        return new CatalogueOpener(ConnectorCatalogue.discover(List.of()), new StandardPayloads(), FOLDS, mappings, SpoolPlace.FILE);
    }
}
