package io.hindcast.cli;

import io.hindcast.cli.output.Format;
import io.hindcast.cli.output.Listing;
import io.hindcast.cli.output.Rows;
import io.hindcast.connector.ConnectorException;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.population.CurrencyField;
import io.hindcast.engine.population.Population;
import io.hindcast.engine.population.RollForward;
import io.hindcast.engine.population.RollForward.Movement;
import io.hindcast.engine.population.RollForward.Named;
import io.hindcast.engine.population.RollForward.OfStream;
import io.hindcast.engine.population.RollForward.RollLine;
import io.hindcast.engine.population.RollForwards;
import io.hindcast.engine.population.RollPeriod;
import io.hindcast.engine.population.RollQuestion;
import io.hindcast.engine.replay.Moment;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `hindcast rollforward STORE --category C --field /balance --from A --to B`: opening, movements by event type, closing.
@Command(
        name = "rollforward",
        description = "Prints opening, movements by event type and closing of a field over a category.",
        mixinStandardHelpOptions = true)
final class RollForwardVerb implements Callable<Integer> {
    private static final List<String> COLUMNS = List.of("currency", "line", "events", "amount");
    private static final List<String> BY_STREAM = List.of("stream", "currency", "line", "events", "amount");

    /// What a roll-forward can be broken down by.
    enum By {
        STREAM
    }

    private static final String HEAD = "head";

    private final House house;

    @Mixin
    StoreOptions options = new StoreOptions();

    @Mixin
    CategoryOptions categories = new CategoryOptions();

    @Option(names = "--field", required = true, paramLabel = "PATH", description = "The numeric field, such as /balance.")
    String field = "";

    @Option(names = "--from", required = true, paramLabel = "MOMENT", description = "The opening: events behind it move. With --effective a date.")
    String from = "";

    @Option(names = "--to", paramLabel = "MOMENT", defaultValue = "head", description = "The closing, inclusive (head). With --effective a date.")
    String to = "head";

    @Option(
            names = "--effective",
            description = "--from and --to are days on which events hold in the world; late events move the period they belong to.")
    boolean effective;

    @Option(
            names = "--at",
            paramLabel = "MOMENT",
            description = "With --effective: only what was recorded by this moment counts (head).")
    @Nullable String at;

    @Option(names = "--by", paramLabel = "stream", description = "Also the lines of every stream.")
    @Nullable By by;

    RollForwardVerb(House house) {
        this.house = house;
    }

    @Override
    public Integer call() {
        FieldPath path = CategoryOptions.field("--field", field);
        RollPeriod period = effective ? effectivePeriod() : recordedPeriod();
        Terminal terminal = house.terminal();
        try (var store = options.open(house);
                var interruption = new Interruption(terminal)) {
            Fold fold = options.fold(house, store);
            categories.warn(fold, terminal);
            var question = new RollQuestion(
                    categories.category,
                    fold,
                    path,
                    categories.currencyField(fold),
                    period);
            return print(store, question, interruption);
        }
    }

    private RollPeriod recordedPeriod() {
        if (at != null) {
            throw new UsageException("--at belongs to --effective; by the clock of recording --to says how far.");
        }
        Moment first = options.moment(from);
        Moment last = options.moment(to);
        EventBounds.refuseBackwards(from, first, to, last);
        return new RollPeriod.Recorded(first, last);
    }

    private RollPeriod effectivePeriod() {
        LocalDate first = day(from);
        LocalDate last = to.equals(HEAD) ? LocalDate.MAX : day(to);
        if (first.isAfter(last)) {
            throw new UsageException("--from %s lies after --to %s.".formatted(from, to));
        }
        return new RollPeriod.Effective(first, last, options.moment(believed()), options.zone());
    }

    private LocalDate day(String text) {
        return options.date(text).orElseThrow();
    }

    private String believed() {
        return at == null ? HEAD : at;
    }

    private int print(OpenStore store, RollQuestion question, Interruption interruption) {
        Terminal terminal = house.terminal();
        Format format = options.format(terminal);
        var listing = new Listing(
                format, by == null ? COLUMNS : BY_STREAM, before(question), options.out(terminal));
        RollForward roll;
        try {
            roll = new RollForwards(store)
                    .between(question, streams(format, listing), Indexing.progress(terminal), interruption.cancellation());
            Indexing.clear(terminal);
        } catch (ConnectorException failure) {
            listing.finish(Fields.of("complete", Bool.FALSE));
            throw new StoppedEarly("Reading stopped: " + failure.sentence(), failure);
        }
        categories.mustExist(roll.population(), store, terminal);
        Optional<String> unknownCurrency = unknownCurrency(roll, question);
        if (unknownCurrency.isPresent()) {
            finish(format, listing, withoutLines(roll), question);
            terminal.say(unknownCurrency.get());
            return ExitCode.USAGE;
        }
        finish(format, listing, roll, question);
        say(roll, terminal);
        if (roll.population().aggregates() > 0 && !roll.seen().has(question.field())) {
            terminal.say(CategoryOptions.unknownField(question.field(), roll.seen()));
            return ExitCode.USAGE;
        }
        if (!roll.population().isComplete()) {
            return ExitCode.PARTIAL;
        }
        return roll.tiesOut() ? ExitCode.DONE : ExitCode.FOUND;
    }

    private Optional<String> unknownCurrency(RollForward roll, RollQuestion question) {
        boolean isNamed = roll.lines().stream().anyMatch(line -> !line.currency().equals(CurrencyField.NONE));
        return isNamed || roll.lines().isEmpty() || !roll.population().isComplete()
                ? Optional.empty()
                : categories.unknownCurrency(question.currency(), roll.seen());
    }

    private static RollForward withoutLines(RollForward roll) {
        return new RollForward(
                roll.field(), List.of(), roll.withoutEffect(), roll.failed(), roll.namedFailed(), roll.notNumeric(), roll.namedNotNumeric(), roll.seen(), roll.population());
    }

    private Consumer<OfStream> streams(Format format, Listing listing) {
        if (by == null) {
            return _ -> {};
        }
        boolean table = format == Format.TABLE || format == Format.CSV;
        return one -> {
            if (table) {
                one.lines().forEach(line -> tableRows(line, row -> listing.add(ofStream(one.stream(), row))));
            } else {
                listing.add(ofStream(one.stream(), Fields.of("lines", lines(one.lines()))));
            }
        };
    }

    private static Fields ofStream(String stream, Fields rest) {
        var row = new LinkedHashMap<String, StateValue>();
        row.put("stream", new Text(stream));
        rest.entries().forEach(entry -> row.put(entry.getKey(), entry.getValue()));
        return Fields.of(row);
    }

    private void finish(Format format, Listing listing, RollForward roll, RollQuestion question) {
        switch (format) {
            case JSON, NDJSON -> listing.finish(after(roll, question));
            case CSV, TABLE -> {
                if (by == null) {
                    roll.lines().forEach(line -> tableRows(line, listing::add));
                    listing.finish(after(roll, question));
                } else {
                    listing.finish(after(roll, question));
                    if (format == Format.TABLE) {
                        house.terminal().out().println();
                        try (var table = Rows.in(format, COLUMNS, house.terminal().out())) {
                            roll.lines().forEach(line -> tableRows(line, table::add));
                        }
                    }
                }
            }
        }
    }

    private Fields before(RollQuestion question) {
        var fields = new LinkedHashMap<String, StateValue>();
        fields.put("category", new Text(question.category()));
        fields.put("fold", new Text(question.fold().name()));
        fields.put("field", new Text(question.field().toString()));
        switch (question.period()) {
            case RollPeriod.Recorded(Moment first, Moment last) -> {
                fields.put("from", MomentRow.asked(from, first, Optional.empty(), options.zone()));
                fields.put("to", MomentRow.asked(to, last, Optional.empty(), options.zone()));
            }
            case RollPeriod.Effective(LocalDate first, LocalDate last, Moment moment, var zone) -> {
                fields.put("from", MomentRow.asked(believed(), moment, Optional.of(first), zone));
                fields.put("to", MomentRow.asked(believed(), moment, Optional.of(last).filter(day -> !day.equals(LocalDate.MAX)), zone));
            }
        }
        return Fields.of(fields);
    }

    private Fields after(RollForward roll, RollQuestion question) {
        var fields = new LinkedHashMap<String, StateValue>();
        fields.put("lines", lines(roll.lines()));
        fields.put(
                "currency",
                roll.lines().stream().allMatch(line -> line.currency().equals(CurrencyField.NONE))
                        ? Null.NULL
                        : CategoryOptions.currencyName(question.currency()));
        fields.put("withoutEffect", Num.of(roll.withoutEffect()));
        fields.put("failed", counted(roll.failed(), roll.namedFailed()));
        fields.put("notNumeric", counted(roll.notNumeric(), roll.namedNotNumeric()));
        fields.put("reached", MomentRow.reached(roll.population()));
        fields.put("population", CategoryOptions.controlTotals(roll.population()));
        fields.put("tiesOut", Bool.of(roll.tiesOut()));
        fields.put("complete", Bool.of(roll.population().isComplete()));
        return Fields.of(fields);
    }

    private static Fields counted(long events, List<Named> named) {
        return Fields.of("events", Num.of(events))
                .with("named", new Items(named.stream().<StateValue>map(RollForwardVerb::named).toList()));
    }

    private static Fields named(Named one) {
        return Fields.of("stream", new Text(one.stream()))
                .with("version", one.version() < 0 ? Null.NULL : Num.of(one.version()))
                .with("type", new Text(one.type()))
                .with("what", new Text(one.what()));
    }

    private Items lines(List<RollLine> lines) {
        return new Items(lines.stream().<StateValue>map(this::line).toList());
    }

    private Fields line(RollLine line) {
        var fields = new LinkedHashMap<String, StateValue>();
        fields.put("currency", line.currency().equals(CurrencyField.NONE) ? Null.NULL : new Text(line.currency()));
        fields.put("opening", amount(line.opening()));
        fields.put(
                "movements",
                new Items(line.movements().stream()
                        .<StateValue>map(one -> Fields.of("type", new Text(one.type()))
                                .with("events", Num.of(one.events()))
                                .with("amount", amount(one.amount())))
                        .toList()));
        fields.put("closing", amount(line.closing()));
        fields.put("difference", amount(line.difference()));
        return Fields.of(fields);
    }

    private StateValue amount(Num amount) {
        return shown(StatesVerb.plain(amount));
    }

    /// An amount of a masked field is as masked as the field.
    private StateValue shown(StateValue amount) {
        return house.terminal().curtain().at(categories.category, FieldPath.parse(field), amount);
    }

    private void tableRows(RollLine line, Consumer<Fields> rows) {
        rows.accept(tableRow(line, "opening", Null.NULL, line.opening()));
        for (Movement one : line.movements()) {
            rows.accept(tableRow(line, one.type(), Num.of(one.events()), one.amount()));
        }
        rows.accept(tableRow(line, "closing", Null.NULL, line.closing()));
        if (line.difference().signum() != 0) {
            rows.accept(tableRow(line, "DIFFERENCE", Null.NULL, line.difference()));
        }
    }

    private Fields tableRow(RollLine line, String what, StateValue events, Num amount) {
        return Fields.of("currency", new Text(line.currency()))
                .with("line", new Text(what))
                .with("events", events)
                .with("amount", shown(Num.of(amount.value())));
    }

    private void say(RollForward roll, Terminal terminal) {
        Population population = roll.population();
        if (!population.isComplete()) {
            terminal.say("Stopped after %,d events. The answer is partial: it holds %,d streams that were complete."
                    .formatted(population.eventsRead(), population.aggregates()));
            return;
        }
        terminal.say(CategoryOptions.sentence(population));
        terminal.say(roll.tiesOut()
                ? "Opening and movements make the closing, to the last digit."
                : "Opening and movements do NOT make the closing.");
        if (roll.withoutEffect() > 0) {
            terminal.say("%,d events of the period left %s as it was.".formatted(roll.withoutEffect(), field));
        }
        sayNamed(terminal, roll.failed(), "could not be folded and moved nothing", roll.namedFailed());
        sayNamed(terminal, roll.notNumeric(), "put something there that is no number, or replaced it", roll.namedNotNumeric());
    }

    private static void sayNamed(Terminal terminal, long events, String what, List<Named> named) {
        if (events > 0) {
            terminal.say("%,d events %s:".formatted(events, what));
            named.stream()
                    .limit(5)
                    .forEach(one -> terminal.say("  %s, version %d, %s: %s"
                            .formatted(terminal.curtain().stream(one.stream()), one.version(), one.type(), one.what())));
        }
    }
}
