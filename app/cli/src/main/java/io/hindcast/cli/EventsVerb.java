package io.hindcast.cli;

import io.hindcast.cli.output.Rows;
import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.EventCursor;
import io.hindcast.connector.ReadRequest;
import io.hindcast.engine.find.HeaderStretch;
import io.hindcast.engine.find.TextMatcher;
import io.hindcast.engine.replay.Moment;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.event.Event;
import io.hindcast.event.EventPage;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `hindcast events STORE`: the events of a stream or of the store, in the store's order.
@Command(name = "events", description = "Lists events of a stream or of the store.", mixinStandardHelpOptions = true)
final class EventsVerb implements Callable<Integer> {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final House house;

    @Mixin
    StoreOptions options = new StoreOptions();

    @Option(names = "--stream", paramLabel = "NAME", description = "Only events of this stream.")
    @Nullable String stream;

    @Option(names = "--category", paramLabel = "NAME", description = "Only events of this category.")
    @Nullable String category;

    @Option(names = "--type", paramLabel = "NAME", description = "Only events of this type.")
    @Nullable String type;

    @Option(names = "--from", paramLabel = "MOMENT", description = "Only events at or after this moment.")
    @Nullable String from;

    @Option(names = "--to", paramLabel = "MOMENT", description = "Only events at or before this moment.")
    @Nullable String to;

    @Option(names = "--contains", paramLabel = "TEXT", description = "Only events whose body or metadata hold this text.")
    @Nullable String contains;

    @Mixin
    JournalOptions journal = new JournalOptions();

    @Option(names = "--limit", paramLabel = "N", description = "Stop after this many events.")
    long limit = Long.MAX_VALUE;

    @Option(
            names = "--follow",
            description = {
                "Go on with events as they are written, up to where nothing can appear any more;",
                "Ctrl-C ends. With --from head only new ones."
            })
    boolean follow;

    EventsVerb(House house) {
        this.house = house;
    }

    @Override
    public Integer call() {
        StoreOptions.checkLimit(limit);
        checkBounds();
        try (var store = options.open(house)) {
            Predicate<Event> wanted = filter(store);
            if (follow) {
                return follow(store, wanted);
            }
            try (var interruption = new Interruption(house.terminal())) {
                return list(store, new ListedEvents(wanted, limit, interruption.cancellation()), wanted);
            }
        }
    }

    private void checkBounds() {
        if (from == null) {
            return;
        }
        Moment first = options.moment(from);
        if (first instanceof Moment.Head && !follow) {
            throw new UsageException("Nothing lies behind --from head; with --follow it means new events only.");
        }
        if (to != null) {
            EventBounds.refuseBackwards(from, first, to, options.moment(to));
        }
    }

    private int follow(OpenStore store, Predicate<Event> wanted) {
        if (to != null) {
            throw new UsageException("--follow has no end: leave out --to.");
        }
        if (options.workbook != null) {
            throw new UsageException("--follow has no end, a workbook needs one: leave out --xlsx.");
        }
        FollowedEvents.mustBeFollowed(store);
        Terminal terminal = house.terminal();
        boolean fromNow = from != null && options.moment(from) instanceof Moment.Head;
        Predicate<Event> here = stream == null ? wanted : wanted.and(event -> event.stream().equals(stream));
        try (var interruption = new Interruption(terminal);
                var rows = Rows.in(options.format(terminal), EventRow.COLUMNS, terminal.out())) {
            int code = new FollowedEvents(store, here, limit, rows, terminal)
                    .print(fromNow, interruption.cancellation());
            interruption.endsWith(code);
            return code;
        }
    }

    private int list(OpenStore store, ListedEvents listed, Predicate<Event> wanted) {
        Terminal terminal = house.terminal();
        try (var cursor = pages(store, wanted)) {
            Optional<EventPage> first = cursor.next();
            if (first.isEmpty()) {
                mustExist(store);
            }
            var shape = new EventRow(store, journal.marksBeside(house, store, options.store));
            try (var rows = Rows.in(options.format(terminal), EventRow.COLUMNS, options.out(terminal))) {
                listed.print(first, cursor, shape, rows);
            }
        } catch (ConnectorException failure) {
            throw new StoppedEarly("Reading stopped after %,d events: %s".formatted(listed.scanned(), failure.sentence()), failure);
        }
        if (listed.isStopped()) {
            terminal.say("Stopped after %,d events: what was printed is partial.".formatted(listed.scanned()));
            return ExitCode.PARTIAL;
        }
        if (!listed.isFull()) {
            say(listed);
        }
        return ExitCode.DONE;
    }

    private void say(ListedEvents listed) {
        Terminal terminal = house.terminal();
        if (from != null && DAY.matcher(from).matches()) {
            terminal.say("--from %s is the end of that day, as every date: for what was recorded on it, too, write --from %sT00:00.".formatted(from, from));
        }
        if (stream != null && listed.last().isPresent()) {
            StreamEnd.say(terminal, stream, listed.last(), asked(from), asked(to));
        }
        if (type != null) {
            listed.withoutType(type).ifPresent(terminal::say);
        }
        if (contains != null) {
            terminal.say("Found %,d, scanned %,d of %,d events.".formatted(listed.found(), listed.scanned(), listed.scanned()));
        }
    }

    /// Nothing came: is there such a stream or category at all?
    private void mustExist(OpenStore store) {
        if (stream != null) {
            throw HistoryOptions.unknown(stream);
        }
        if (category != null) {
            Indexing.run(store, house.terminal());
            CategoryOptions.mustExist(category, store);
        }
    }

    private Moment asked(@Nullable String bound) {
        return bound == null ? Moment.HEAD : options.moment(bound);
    }

    /// All events of the selection, or those of a stretch of time as far as headers can tell.
    private EventCursor pages(OpenStore store, Predicate<Event> wanted) {
        boolean byTime = stream == null && (from != null || to != null);
        return byTime && contains == null && HeaderStretch.pays(store.source())
                ? HeaderStretch.of(store.source(), request(), wanted, limit).pages(store.source(), request())
                : store.source().read(request());
    }

    private ReadRequest request() {
        ReadRequest.Selection selection = new ReadRequest.Selection.Store();
        if (stream != null) {
            selection = new ReadRequest.Selection.Stream(stream);
        } else if (category != null) {
            selection = new ReadRequest.Selection.Category(category);
        }
        return new ReadRequest(
                selection,
                Optional.empty(),
                ReadRequest.VersionRange.all(),
                ReadRequest.Direction.FORWARD,
                ReadRequest.Detail.FULL,
                ReadRequest.DEFAULT_PAGE_SIZE);
    }

    private Predicate<Event> filter(OpenStore store) {
        Predicate<Event> wanted = _ -> true;
        if (category != null) {
            String name = category;
            wanted = wanted.and(event -> event.category().equals(name));
        }
        if (type != null) {
            String name = type;
            wanted = wanted.and(event -> isOfType(event.type(), name));
        }
        if (from != null) {
            wanted = wanted.and(EventBounds.notBefore(options.moment(from)));
        }
        if (to != null) {
            wanted = wanted.and(EventBounds.notAfter(options.moment(to)));
        }
        if (contains != null) {
            wanted = wanted.and(holding(contains, store));
        }
        return wanted;
    }

    private static Predicate<Event> holding(String text, OpenStore store) {
        if (text.isEmpty()) {
            return _ -> true;
        }
        var matcher = new TextMatcher(text, false, store.decoder());
        return event -> {
            var info = store.infoOf(event.stream());
            return matcher.in(event.data(), info.data()).snippet().isPresent()
                    || matcher.in(event.metadata(), info.metadata()).snippet().isPresent();
        };
    }

    /// Whether a type is the one that was named, in full or by its simple name.
    static boolean isOfType(String type, String name) {
        return type.equals(name) || simpleName(type).equals(name);
    }

    static String simpleName(String type) {
        int cut = Math.max(type.lastIndexOf('.'), Math.max(type.lastIndexOf(':'), type.lastIndexOf('$')));
        return type.substring(cut + 1);
    }
}
