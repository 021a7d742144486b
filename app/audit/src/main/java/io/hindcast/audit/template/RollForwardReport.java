package io.hindcast.audit.template;

import io.hindcast.audit.report.Block;
import io.hindcast.audit.report.Block.Facts;
import io.hindcast.audit.report.Block.Listed;
import io.hindcast.audit.report.Column;
import io.hindcast.audit.report.Column.Kind;
import io.hindcast.audit.report.Fact;
import io.hindcast.audit.report.Report;
import io.hindcast.audit.report.RowSpool;
import io.hindcast.audit.report.Section;
import io.hindcast.audit.report.Table;
import io.hindcast.engine.population.RollForward;
import io.hindcast.engine.population.RollForward.Named;
import io.hindcast.engine.population.RollForward.OfStream;
import io.hindcast.engine.population.RollForward.RollLine;
import io.hindcast.engine.population.RollForwards;
import io.hindcast.engine.population.RollQuestion;
import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/// Roll-forward of a field over a category: opening, movements by event type, closing; for all streams and for each.
final class RollForwardReport {
    private final Gathering gathering;
    private final RowSpool streams;

    RollForwardReport(Gathering gathering) {
        this.gathering = gathering;
        this.streams = RowSpool.create(gathering.store().decoder());
    }

    Gathered gather() {
        ReportQuestion asked = gathering.question();
        var question = new RollQuestion(
                asked.category(),
                gathering.fold(),
                FieldPath.parse(asked.field()),
                asked.currencyField(gathering.fold()),
                asked.beginning().orElseThrow(),
                asked.moment());
        RollForward roll = new RollForwards(gathering.store())
                .between(question, this::add, gathering.progress(), gathering.cancellation());
        if (roll.population().aggregates() > 0 && !roll.seen().has(question.field())) {
            throw new NothingThere(new NothingThere.What.NoField(
                    question.field().toString(), roll.seen().nearest(question.field()).map(Object::toString)));
        }
        return new Gathered(
                report(roll),
                CommonSections.counts(roll.population()),
                controlTotals(roll),
                roll.population().isComplete(),
                !roll.tiesOut(),
                List.of(streams));
    }

    private void add(OfStream one) {
        for (RollLine line : one.lines()) {
            streams.add(List.of(
                    new Text(one.stream()),
                    new Text(line.currency()),
                    Pieces.plain(line.opening()),
                    Pieces.plain(line.moved()),
                    Pieces.plain(line.closing()),
                    Pieces.plain(line.difference())));
        }
    }

    private Report report(RollForward roll) {
        var sections = new CommonSections(gathering);
        String category = gathering.question().category();
        return new Report(
                Template.ROLLFORWARD.id(),
                category,
                gathering.fold().isHypothetical(),
                List.of(
                        sections.objective(),
                        sections.scope(inCategory(category)),
                        sections.completeness(sections.coverage(roll.population())),
                        sections.method(List.of(currency(roll))),
                        results(roll),
                        timeline(category),
                        findings(roll),
                        sections.limitations(List.of(Pieces.say("notTested"))),
                        sections.conclusion(),
                        sections.appendix()));
    }

    private Block currency(RollForward roll) {
        return CommonSections.currency(
                gathering.question().currencyField(gathering.fold()),
                roll.lines().stream().anyMatch(line -> !line.currency().isBlank()));
    }

    private Section results(RollForward roll) {
        return new Section(
                "results",
                List.of(
                        roll.tiesOut() ? Pieces.say("roll.ties") : Pieces.warn("roll.differs"),
                        new Facts(
                                "roll",
                                true,
                                List.of(
                                        new Fact("rollTiesOut", Kind.TRUTH, Bool.of(roll.tiesOut())),
                                        Fact.count("moving", roll.lines().stream().mapToLong(RollForwardReport::events).sum()),
                                        Fact.count("withoutEffect", roll.withoutEffect()),
                                        Fact.count("failed", roll.failed()),
                                        Fact.count("notNumeric", roll.notNumeric()))),
                        new Listed(lines(roll)),
                        new Listed(new Table(
                                "streams",
                                List.of(
                                        Column.of("stream", Kind.NAME),
                                        Column.of("currency", Kind.TEXT),
                                        Column.of("opening", Kind.AMOUNT),
                                        Column.of("moved", Kind.AMOUNT),
                                        Column.of("closing", Kind.AMOUNT),
                                        Column.of("difference", Kind.AMOUNT)),
                                streams))));
    }

    private static Table lines(RollForward roll) {
        var rows = new ArrayList<List<StateValue>>();
        for (RollLine line : roll.lines()) {
            rows.add(row(line, "opening", "", Null.NULL, line.opening()));
            line.movements()
                    .forEach(one -> rows.add(row(line, "movement", one.type(), Num.of(one.events()), one.amount())));
            rows.add(row(line, "moved", "", Num.of(events(line)), line.moved()));
            rows.add(row(line, "closing", "", Null.NULL, line.closing()));
            rows.add(row(line, "difference", "", Null.NULL, line.difference()));
        }
        return Table.of(
                "rollforward",
                List.of(
                        Column.of("currency", Kind.TEXT),
                        Column.of("line", Kind.WORD),
                        Column.of("type", Kind.TEXT),
                        Column.of("events", Kind.COUNT),
                        Column.of("amount", Kind.AMOUNT)),
                rows);
    }

    private static long events(RollLine line) {
        return line.movements().stream().mapToLong(RollForward.Movement::events).sum();
    }

    private static List<StateValue> row(RollLine line, String word, String type, StateValue events, Num amount) {
        return List.of(new Text(line.currency()), new Text(word), new Text(type), events, Pieces.plain(amount));
    }

    private IntPredicate inCategory(String category) {
        var index = gathering.store().index();
        return event -> index.streamEntry(index.stream(event)).category().equals(category);
    }

    private Section timeline(String category) {
        var index = gathering.store().index();
        ReportQuestion asked = gathering.question();
        return new Section(
                "timeline",
                Timelines.blocks(
                        index,
                        inCategory(category),
                        Optional.of(Period.of(index, asked.beginning(), asked.moment())),
                        Map.of(),
                        "timeline.lanes"));
    }

    private static Section findings(RollForward roll) {
        var blocks = new ArrayList<Block>();
        if (roll.failed() > 0) {
            blocks.add(Pieces.warn("roll.failed", roll.failed()));
            blocks.add(new Listed(named("failed", roll.namedFailed())));
        }
        if (roll.notNumeric() > 0) {
            blocks.add(Pieces.warn("roll.notNumeric", roll.notNumeric()));
            blocks.add(new Listed(named("notNumeric", roll.namedNotNumeric())));
        }
        if (blocks.isEmpty()) {
            blocks.add(Pieces.say("roll.clean"));
        }
        return new Section("findings", blocks);
    }

    private static Table named(String key, List<Named> events) {
        return Table.of(
                key,
                List.of(
                        Column.of("stream", Kind.NAME),
                        Column.of("version", Kind.ORDINAL),
                        Column.of("type", Kind.TEXT),
                        Column.of("reason", Kind.SAID)),
                events.stream()
                        .<List<StateValue>>map(one -> List.of(
                                new Text(one.stream()),
                                one.version() < 0 ? Null.NULL : Num.of(one.version()),
                                new Text(one.type()),
                                new Text(one.what())))
                        .toList());
    }

    private static Fields controlTotals(RollForward roll) {
        Fields all = Fields.EMPTY;
        for (RollLine line : roll.lines()) {
            all = all.with(
                    line.currency(),
                    Fields.of("opening", plain(line.opening()))
                            .with("movements", plain(line.moved()))
                            .with("closing", plain(line.closing()))
                            .with("difference", plain(line.difference())));
        }
        return all;
    }

    private static Text plain(Num number) {
        return new Text(number.value().toPlainString());
    }
}
