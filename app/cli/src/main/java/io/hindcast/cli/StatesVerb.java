package io.hindcast.cli;

import io.hindcast.cli.output.Format;
import io.hindcast.cli.output.Listing;
import io.hindcast.cli.output.Rows;
import io.hindcast.connector.ConnectorException;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.population.Aggregate;
import io.hindcast.engine.population.CurrencyField;
import io.hindcast.engine.population.FieldTotal;
import io.hindcast.engine.population.Population;
import io.hindcast.engine.population.SeenFields;
import io.hindcast.engine.population.States;
import io.hindcast.engine.population.StatesQuestion;
import io.hindcast.engine.population.Totals;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `hindcast states STORE --category C --at MOMENT`: all aggregates of a category at a moment, with totals.
@Command(
        name = "states",
        description = "Lists all aggregates of a category at a moment, with exact totals.",
        mixinStandardHelpOptions = true)
final class StatesVerb implements Callable<Integer> {
    private final House house;

    @Mixin
    StoreOptions options = new StoreOptions();

    @Mixin
    CategoryOptions categories = new CategoryOptions();

    @Option(names = "--at", paramLabel = "MOMENT", defaultValue = "head", description = "When to look (head).")
    String at = "head";

    @Option(
            names = "--effective",
            paramLabel = "DATE",
            description = "Only what holds in the world up to the end of this date, as far as it was recorded by --at.")
    @Nullable String effective;

    @Option(
            names = "--columns",
            paramLabel = "PATH",
            split = ",",
            description = "Only these fields of the states, such as /balance,/owner/name; totals of these.")
    List<String> columns = List.of();

    StatesVerb(House house) {
        this.house = house;
    }

    @Override
    public Integer call() {
        Moment moment = options.moment(at);
        Optional<LocalDate> day = options.date(effective);
        Optional<List<FieldPath>> paths = columns.isEmpty()
                ? Optional.empty()
                : Optional.of(columns.stream().map(column -> CategoryOptions.field("--columns", column)).distinct().toList());
        Terminal terminal = house.terminal();
        try (var store = options.open(house);
                var interruption = new Interruption(terminal)) {
            Fold fold = options.fold(house, store);
            categories.warn(fold, terminal);
            var question = new StatesQuestion(categories.category, fold, moment, day, options.zone());
            return new Answer(store, question, paths).print(interruption);
        }
    }

    /// One answer being printed.
    private final class Answer {
        private static final int UNRELIABLE_NAMED = 100;

        private final OpenStore store;
        private final StatesQuestion question;
        private final CurrencyField currency;
        private final Optional<List<FieldPath>> wanted;
        private final Totals totals;
        private final SeenFields seen = new SeenFields();
        private final List<StateValue> unreliable = new ArrayList<>();
        private final StateRows rows;

        Answer(OpenStore store, StatesQuestion question, Optional<List<FieldPath>> wanted) {
            this.store = store;
            this.question = question;
            this.currency = categories.currencyField(question.fold());
            this.wanted = wanted;
            this.totals = new Totals(wanted, currency);
            Format format = options.format(house.terminal());
            this.rows = new StateRows(format, wanted, before(), options.out(house.terminal()));
        }

        int print(Interruption interruption) {
            Terminal terminal = house.terminal();
            Population population;
            try {
                population = new States(store)
                        .at(question, this::add, Indexing.progress(terminal), interruption.cancellation());
                Indexing.clear(terminal);
            } catch (ConnectorException failure) {
                rows.finish(Fields.of("totals", totals()).with("complete", Bool.FALSE));
                throw new StoppedEarly("Reading stopped: " + failure.sentence(), failure);
            }
            categories.mustExist(population, store, terminal);
            rows.finish(after(population));
            if (rows.format() == Format.TABLE) {
                printTotals(terminal);
            }
            say(population, terminal);
            if (!population.isComplete()) {
                return ExitCode.PARTIAL;
            }
            Optional<String> unknown = unknownCurrency();
            unknown.ifPresent(terminal::say);
            return unknown.isPresent() ? ExitCode.USAGE : ExitCode.DONE;
        }

        private Optional<String> unknownCurrency() {
            return totals.isByCurrency() || totals.totals().isEmpty()
                    ? Optional.empty()
                    : categories.unknownCurrency(currency, seen);
        }

        private List<FieldTotal> sums() {
            return unknownCurrency().isPresent() ? List.of() : totals.totals();
        }

        private void add(Aggregate aggregate) {
            totals.add(aggregate.state());
            seen.add(aggregate.state());
            if (!aggregate.isReliable() && unreliable.size() < UNRELIABLE_NAMED) {
                unreliable.add(Fields.of("stream", new Text(aggregate.stream()))
                        .with("problems", Num.of(aggregate.problems()))
                        .with(
                                "first",
                                new Items(aggregate.firstProblems().stream()
                                        .map(ProblemRow::of)
                                        .toList())));
            }
            rows.add(aggregate);
        }

        private Fields before() {
            var fields = new LinkedHashMap<String, StateValue>();
            fields.put("category", new Text(question.category()));
            fields.put("fold", new Text(question.fold().name()));
            fields.put("moment", MomentRow.asked(at, question.moment(), question.effective(), question.zone()));
            return Fields.of(fields);
        }

        private Fields after(Population population) {
            var fields = new LinkedHashMap<String, StateValue>();
            fields.put("totals", totals());
            fields.put("currency", totals.isByCurrency() ? CategoryOptions.currencyName(currency) : Null.NULL);
            fields.put("reached", MomentRow.reached(population));
            fields.put("population", CategoryOptions.controlTotals(population));
            fields.put("unreliable", new Items(unreliable));
            fields.put("complete", Bool.of(population.isComplete()));
            return Fields.of(fields);
        }

        /// `{"/balance": "12.50"}`, or by currency `{"/balance": {"CHF": "12.50"}}`; text, so that no reader rounds.
        private Fields totals() {
            boolean apart = totals.isByCurrency();
            var fields = new LinkedHashMap<String, StateValue>();
            for (FieldTotal total : sums()) {
                var sums = new LinkedHashMap<String, StateValue>();
                total.sums().forEach((name, sum) -> sums.put(name, plain(sum)));
                fields.put(total.path().toString(), apart ? Fields.of(sums) : plain(total.sum()));
            }
            return Fields.of(fields);
        }

        private void printTotals(Terminal terminal) {
            List<FieldTotal> all = sums();
            if (all.isEmpty()) {
                return;
            }
            terminal.out().println();
            var names = List.of("total of", "currency", "sum", "numbers", "no number", "missing");
            try (var table = Rows.in(Format.TABLE, names, terminal.out())) {
                for (FieldTotal total : all) {
                    String first = total.sums().firstKey();
                    total.sums().forEach((name, sum) -> table.add(totalRow(total, name, sum, name.equals(first))));
                }
            }
        }

        /// What was counted stands once for all currencies.
        private static Fields totalRow(FieldTotal total, String currency, Num sum, boolean first) {
            Fields row = Fields.of("total of", new Text(total.path().toString()))
                    .with("currency", new Text(currency))
                    .with("sum", Num.of(sum.value()));
            return first
                    ? row.with("numbers", Num.of(total.numbers()))
                            .with("no number", Num.of(total.others()))
                            .with("missing", Num.of(total.missing()))
                    : row;
        }

        private void say(Population population, Terminal terminal) {
            if (!population.isComplete()) {
                terminal.say("Stopped after %,d events. The answer is partial: rows that are here are final, others are missing."
                        .formatted(population.eventsRead()));
                return;
            }
            terminal.say(CategoryOptions.sentence(population));
            if (population.unreliable() > 0) {
                terminal.say("%,d aggregates are unreliable: %,d events could not be folded."
                        .formatted(population.unreliable(), population.eventsWithProblem()));
            }
            if (totals.isByCurrency() && currency.origin() == CurrencyField.Origin.USUAL) {
                terminal.say("Totals are by /currency, because the states have it; --currency names another field, or none.");
            }
            if (totals.isCut()) {
                terminal.say("There are more than 1,000 fields; name those to add up with --columns.");
            }
            rows.further().ifPresent(terminal::say);
            List<FieldPath> unknown = wanted.orElse(List.of()).stream()
                    .filter(path -> population.aggregates() > 0 && !seen.has(path))
                    .toList();
            CategoryOptions.unknownFields(unknown, seen).ifPresent(terminal::say);
        }
    }

    static Text plain(Num number) {
        return new Text(number.value().toPlainString());
    }
}
