package io.hindcast.audit.template;

import io.hindcast.audit.report.Block;
import io.hindcast.audit.report.Block.Listed;
import io.hindcast.audit.report.Column;
import io.hindcast.audit.report.Column.Kind;
import io.hindcast.audit.report.Report;
import io.hindcast.audit.report.RowSpool;
import io.hindcast.audit.report.Rows;
import io.hindcast.audit.report.Section;
import io.hindcast.audit.report.Table;
import io.hindcast.engine.population.Aggregate;
import io.hindcast.engine.population.CurrencyField;
import io.hindcast.engine.population.FieldTotal;
import io.hindcast.engine.population.Population;
import io.hindcast.engine.population.SeenFields;
import io.hindcast.engine.population.States;
import io.hindcast.engine.population.StatesQuestion;
import io.hindcast.engine.population.Totals;
import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Balances at a date: all aggregates of a category at a moment, with exact totals.
final class StatesReport {
    /// More fields than this are one column with the whole state.
    private static final int MOST_COLUMNS = 60;
    private static final int PRINTED = 5;
    private static final int FIXED = 6;

    private final Gathering gathering;
    private final CurrencyField currency;
    private final Totals totals;
    private final SeenFields seen = new SeenFields();
    private final RowSpool states;
    private final RowSpool unreliable;

    StatesReport(Gathering gathering) {
        this.gathering = gathering;
        this.currency = gathering.question().currencyField(gathering.fold());
        this.totals = new Totals(gathering.question().paths(), currency);
        this.states = RowSpool.create(gathering.store().decoder());
        this.unreliable = RowSpool.create(gathering.store().decoder());
    }

    Gathered gather() {
        ReportQuestion asked = gathering.question();
        var question = new StatesQuestion(
                asked.category(), gathering.fold(), asked.moment(), asked.effectiveDate(), asked.zone());
        Population population = new States(gathering.store())
                .at(question, this::add, gathering.progress(), gathering.cancellation());
        return new Gathered(
                report(population),
                CommonSections.counts(population),
                controlTotals(),
                population.isComplete(),
                false,
                List.of(states, unreliable));
    }

    /// Of the state all is kept, because a field may come late.
    private void add(Aggregate one) {
        totals.add(one.state());
        seen.add(one.state());
        states.add(List.of(
                new Text(one.stream()),
                Pieces.cell(one.version()),
                Pieces.time(one.recordedAt()),
                Num.of(one.eventsApplied()),
                Num.of(one.problems()),
                Bool.of(one.deleted()),
                Pieces.orNull(one.state())));
        one.firstProblems().forEach(problem -> unreliable.add(List.of(
                new Text(one.stream()),
                Num.of(problem.version()),
                new Text(problem.type()),
                new Text(problem.reason()))));
    }

    private Report report(Population population) {
        var sections = new CommonSections(gathering);
        String category = gathering.question().category();
        return new Report(
                Template.STATES.id(),
                category,
                gathering.fold().isHypothetical(),
                List.of(
                        sections.objective(),
                        sections.scope(inCategory(category)),
                        sections.completeness(sections.coverage(population)),
                        sections.method(List.of(CommonSections.currency(currency, namesCurrency()))),
                        results(population),
                        new Section("timeline", timeline(category)),
                        findings(population),
                        sections.limitations(limitations()),
                        sections.conclusion(),
                        sections.appendix()));
    }

    private boolean namesCurrency() {
        return totals.totals().stream().flatMap(total -> total.sums().keySet().stream()).anyMatch(name -> !name.isBlank());
    }

    private Section results(Population population) {
        return new Section(
                "results",
                List.of(
                        Pieces.say("states.result", population.aggregates(), gathering.question().at()),
                        new Listed(totalsTable()),
                        new Listed(statesTable())));
    }

    private List<Block> timeline(String category) {
        var index = gathering.store().index();
        return Timelines.blocks(
                index,
                inCategory(category),
                Optional.of(Period.of(index, Optional.empty(), gathering.question().moment())),
                Map.of(),
                "timeline.lanes");
    }

    private IntPredicate inCategory(String category) {
        var index = gathering.store().index();
        return event -> index.streamEntry(index.stream(event)).category().equals(category);
    }

    private Section findings(Population population) {
        if (population.unreliable() == 0) {
            return new Section("findings", List.of(Pieces.say("states.reliable")));
        }
        var columns = List.of(
                Column.of("stream", Kind.NAME),
                Column.of("version", Kind.ORDINAL),
                Column.of("type", Kind.TEXT),
                Column.of("reason", Kind.SAID));
        return new Section(
                "findings",
                List.of(
                        Pieces.warn("states.unreliable", population.unreliable(), population.eventsWithProblem()),
                        new Listed(new Table("unreliable", columns, unreliable))));
    }

    private List<Block> limitations() {
        var blocks = new ArrayList<Block>();
        if (totals.isCut()) {
            blocks.add(Pieces.warn("totals.cut"));
        }
        blocks.add(Pieces.say("notTested"));
        return blocks;
    }

    private Table totalsTable() {
        var columns = List.of(
                Column.of("field", Kind.NAME),
                Column.of("currency", Kind.TEXT),
                Column.of("sum", Kind.AMOUNT),
                Column.of("numbers", Kind.COUNT),
                Column.of("others", Kind.COUNT),
                Column.of("missing", Kind.COUNT));
        var rows = new ArrayList<List<StateValue>>();
        for (FieldTotal total : totals.totals()) {
            total.sums().forEach((name, sum) -> rows.add(List.of(
                    new Text(total.path().toString()),
                    new Text(name),
                    Pieces.plain(sum),
                    Num.of(total.counts().getOrDefault(name, 0L)),
                    Num.of(total.others()),
                    Num.of(total.missing()))));
        }
        return Table.of("totals", columns, rows);
    }

    private Table statesTable() {
        List<FieldPath> paths = gathering.question().paths().orElseGet(this::inOrder);
        boolean whole = paths.size() > MOST_COLUMNS || paths.isEmpty();
        List<FieldPath> shown = whole ? List.of() : paths;
        var columns = new ArrayList<>(List.of(
                Column.of("stream", Kind.NAME),
                Column.of("version", Kind.ORDINAL),
                Column.kept("recordedAt", Kind.TIME)));
        // what a page has no room for is named below the table
        IntStream.range(0, shown.size())
                .forEach(i -> columns.add(new Column(shown.get(i).toString(), kind(shown.get(i)), i < PRINTED)));
        columns.add(Column.kept("eventsApplied", Kind.COUNT));
        columns.add(new Column("problems", Kind.COUNT, unreliable.count() > 0));
        columns.add(Column.kept("deleted", Kind.TRUTH));
        if (whole) {
            columns.add(Column.of("state", Kind.VALUE));
        }
        return new Table("states", columns, new StateCells(states, shown, whole));
    }

    /// The currency first, then what was added up, then the rest: pages show the first of them.
    private List<FieldPath> inOrder() {
        List<FieldPath> all = seen.values();
        return Stream.of(
                        all.stream().filter(this::isCurrency),
                        all.stream().filter(path -> !isCurrency(path) && kind(path) == Kind.AMOUNT),
                        all.stream().filter(path -> !isCurrency(path) && kind(path) != Kind.AMOUNT))
                .flatMap(paths -> paths)
                .toList();
    }

    private boolean isCurrency(FieldPath path) {
        return currency.path().filter(path::equals).isPresent();
    }

    /// What was added up is an amount; what merely looks like a number in some states is one too.
    private Kind kind(FieldPath path) {
        return totals.totals().stream().anyMatch(total -> total.path().equals(path)) ? Kind.AMOUNT : Kind.TEXT;
    }

    private Fields controlTotals() {
        Fields all = Fields.EMPTY;
        for (FieldTotal total : totals.totals()) {
            Fields sums = Fields.EMPTY;
            for (var sum : total.sums().entrySet()) {
                sums = sums.with(sum.getKey(), new Text(sum.getValue().value().toPlainString()));
            }
            all = all.with(total.path().toString(), sums);
        }
        return all;
    }

    /// Takes the fields out of the states that were kept.
    private record StateCells(Rows states, List<FieldPath> shown, boolean whole) implements Rows {
        @Override
        public long count() {
            return states.count();
        }

        @Override
        public void each(long most, Consumer<List<StateValue>> taker) throws IOException {
            states.each(most, kept -> {
                StateValue state = kept.get(FIXED);
                var cells = new ArrayList<>(kept.subList(0, 3));
                shown.forEach(path -> cells.add(Pieces.orNull(state.at(path))));
                cells.addAll(kept.subList(3, FIXED));
                if (whole) {
                    cells.add(state);
                }
                taker.accept(cells);
            });
        }
    }
}
