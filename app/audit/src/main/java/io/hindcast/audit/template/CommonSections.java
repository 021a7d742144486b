package io.hindcast.audit.template;

import io.hindcast.audit.horizon.Horizon;
import io.hindcast.audit.report.Block;
import io.hindcast.audit.report.Block.Facts;
import io.hindcast.audit.report.Block.Listed;
import io.hindcast.audit.report.Block.Named;
import io.hindcast.audit.report.Block.Quote;
import io.hindcast.audit.report.Column.Kind;
import io.hindcast.audit.report.Fact;
import io.hindcast.audit.report.Section;
import io.hindcast.connector.SourceInfo;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.population.CurrencyField;
import io.hindcast.engine.population.Population;
import io.hindcast.engine.replay.Moment;
import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import io.hindcast.engine.whatif.Hypothesis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/// The sections that every template has.
final class CommonSections {
    /// What the command writes beside what the question says.
    private static final List<String> FILES = List.of("--format", "pdf,csv,json", "--out", "DIR");

    private final Gathering gathering;
    private final ReportQuestion question;

    CommonSections(Gathering gathering) {
        this.gathering = gathering;
        this.question = gathering.question();
    }

    Section objective() {
        String id = question.template().id();
        return new Section("objective", List.of(Pieces.say("objective." + id), Pieces.say("assertions." + id)));
    }

    /// What was looked at: the store, the question, the horizon, the events by type.
    ///
    /// @param wanted the events that the report is about, by ordinal
    Section scope(IntPredicate wanted, Fact... more) {
        SourceInfo info = gathering.store().info();
        var store = new ArrayList<Fact>();
        store.add(Fact.name("location", gathering.store().location()));
        store.add(Fact.text("system", info.system()));
        store.add(Fact.text("layout", info.layout()));
        store.add(Fact.text("connector", info.connector()));
        store.add(Fact.said("storeVersion", info.storeVersion()));
        store.add(Fact.said("recognisedBy", String.join("; ", info.recognisedBy())));
        var asked = new ArrayList<Fact>();
        textFact(asked, "category", question.category());
        textFact(asked, "stream", question.stream());
        textFact(asked, "field", question.field());
        asked.addAll(asOf());
        textFact(asked, "effective", question.effective());
        asked.add(Fact.text("zone", question.zone().getId()));
        asked.add(horizonFact());
        var counted = new ArrayList<Fact>();
        counted.add(Fact.count("eventsInStore", gathering.events()));
        counted.add(Fact.count("streamsInStore", gathering.streams()));
        counted.addAll(Arrays.asList(more));
        var blocks = new ArrayList<Block>(List.of(
                Pieces.say("horizon." + horizonWord()),
                new Facts("question", true, asked),
                new Facts("store", false, store),
                new Facts("population", true, counted),
                new Listed(TypesTable.of(gathering.store().index(), wanted, period()))));
        if (question.beginning().isPresent()) {
            blocks.add(1, Pieces.say("period"));
        }
        Hypothesis supposed = Hypothesis.in(gathering.fold());
        if (!supposed.isEmpty()) {
            blocks.add(blocks.size() - 3, new Listed(SupposedTable.of(supposed)));
        }
        return new Section("scope", blocks);
    }

    /// The moment or the period; nothing where the whole history is looked at.
    private List<Fact> asOf() {
        var facts = new ArrayList<Fact>();
        if (question.template().needs() == Template.Needs.NOTHING) {
            return facts;
        }
        textFact(facts, "from", question.from());
        question.beginning()
                .flatMap(CommonSections::moment)
                .ifPresent(time -> facts.add(new Fact("fromInstant", Kind.TIME, new Text(time))));
        facts.add(Fact.name(question.template() == Template.STATES ? "at" : "to", question.at()));
        moment(question.moment()).ifPresent(time -> facts.add(new Fact("atInstant", Kind.TIME, new Text(time))));
        return facts;
    }

    Period period() {
        return Period.of(gathering.store().index(), question.beginning(), question.moment());
    }

    private static void textFact(List<Fact> facts, String key, String value) {
        if (!value.isBlank()) {
            facts.add(Fact.name(key, value));
        }
    }

    private static Optional<String> moment(Moment moment) {
        return moment instanceof Moment.AtInstant(var instant) ? Optional.of(instant.toString()) : Optional.empty();
    }

    private String horizonWord() {
        return switch (gathering.horizon()) {
            case Horizon.AtPosition _ -> "position";
            case Horizon.AtInstant _ -> "instant";
            case Horizon.Open _ -> "open";
        };
    }

    private Fact horizonFact() {
        return switch (gathering.horizon()) {
            case Horizon.AtPosition(var position) -> Fact.name("horizon", "#" + position);
            case Horizon.AtInstant(var instant) -> new Fact("horizon", Kind.TIME, new Text(instant.toString()));
            case Horizon.Open _ -> Fact.text("horizon", "");
        };
    }

    /// What was read, what could not be read, and what proves that the store was only read.
    ///
    /// @param before what the template says itself: its coverage first of all
    Section completeness(List<Block> before) {
        SourceInfo info = gathering.store().info();
        var blocks = new ArrayList<>(before);
        blocks.add(new Facts("integrity", true, List.of(Fact.name("headersSha256", gathering.headersSha256()))));
        List<SourceInfo.NotRead> notRead = gathering.store().source().notRead();
        if (notRead.isEmpty()) {
            blocks.add(Pieces.say("notRead.none"));
        } else {
            blocks.add(new Named(
                    "notRead",
                    notRead.stream().map(CommonSections::notRead).toList()));
        }
        blocks.add(new Named(
                "readOnlyProof",
                info.readOnlyProof().stream()
                        .map(proof -> new Named.Entry(proof.check(), proof.result(), proof.held()))
                        .toList()));
        return new Section("completeness", blocks);
    }

    private static Named.Entry notRead(SourceInfo.NotRead rows) {
        String count = rows.rows() < 0 ? "" : rows.rows() + ": ";
        return new Named.Entry(rows.what(), count + rows.why(), true);
    }

    /// The control totals of a question to a category.
    static Facts population(Population population) {
        return new Facts(
                "controlTotals",
                true,
                List.of(
                        Fact.count("streams", population.streams()),
                        Fact.count("aggregates", population.aggregates()),
                        Fact.count("notYetBegun", population.notYetBegun()),
                        Fact.count("eventsRead", population.eventsRead()),
                        Fact.count("eventsApplied", population.eventsApplied()),
                        Fact.count("eventsAfter", population.eventsAfter()),
                        Fact.count("eventsNotYetEffective", population.eventsNotYetEffective()),
                        Fact.count("eventsWithProblem", population.eventsWithProblem()),
                        Fact.count("unreliable", population.unreliable()),
                        Fact.count("deleted", population.deleted()),
                        new Fact("tiesOut", Kind.TRUTH, Bool.of(population.tiesOut()))));
    }

    static Fields counts(Population population) {
        Fields counts = Fields.EMPTY;
        for (Fact fact : population(population).facts()) {
            counts = counts.with(fact.key(), fact.value());
        }
        return counts;
    }

    /// The coverage in one sentence, and a warning where the events do not add up.
    List<Block> coverage(Population population) {
        var blocks = new ArrayList<Block>();
        blocks.add(Pieces.say(
                "coverage.category",
                population.eventsRead(),
                gathering.question().category(),
                population.eventsApplied(),
                population.eventsAfter() + population.eventsNotYetEffective()));
        if (!population.isComplete()) {
            blocks.add(Pieces.warn("partial"));
        }
        if (!population.tiesOut()) {
            blocks.add(Pieces.warn("doesNotTieOut"));
        }
        blocks.add(population(population));
        return blocks;
    }

    /// What keeps totals apart.
    ///
    /// @param isNamed whether any state names a currency there
    static Block currency(CurrencyField field, boolean isNamed) {
        if (field.path().isEmpty()) {
            return Pieces.say("currency.ignored");
        }
        return Pieces.say(isNamed ? "currency" : "currency.none", field.path().get());
    }

    Section method(List<Block> before) {
        Fold fold = gathering.fold();
        var blocks = new ArrayList<Block>();
        blocks.add(Pieces.say("method." + question.template().id()));
        blocks.addAll(before);
        blocks.add(new Facts(
                "fold",
                true,
                List.of(
                        Fact.said("foldName", fold.name()),
                        Fact.name("foldDigest", fold.digest()),
                        Fact.said("foldOrigin", gathering.foldOrigin()),
                        new Fact("guess", Kind.TRUTH, Bool.of(fold.isGuess())))));
        blocks.add(Pieces.say("exact"));
        return new Section("method", blocks);
    }

    /// What the reader must not take for granted.
    Section limitations(List<Block> more) {
        Fold fold = gathering.fold();
        var blocks = new ArrayList<Block>();
        if (fold.isHypothetical()) {
            blocks.add(Pieces.warn("hypothetical"));
        }
        if (fold.isGuess() && question.template() != Template.INTEGRITY) {
            blocks.add(Pieces.warn("guess"));
        }
        if (gathering.horizon() instanceof Horizon.Open) {
            blocks.add(Pieces.warn("horizon.open"));
        }
        if (gathering.store().info().readOnlyProof().stream().anyMatch(proof -> !proof.held())) {
            blocks.add(Pieces.warn("proofFailed"));
        }
        gathering.store().foldComplaints().forEach(complaint -> blocks.add(new Quote(complaint)));
        blocks.addAll(more);
        if (blocks.isEmpty()) {
            blocks.add(Pieces.say("limitations.none"));
        }
        blocks.add(Pieces.say("limitations.always"));
        return new Section("limitations", blocks);
    }

    Section conclusion() {
        return new Section("conclusion", List.of(new Block.Conclusion(), new Block.SignOff()));
    }

    Section appendix() {
        var blocks = new ArrayList<Block>();
        if (!gathering.fold().isHypothetical()) {
            blocks.add(new Block.Verbatim("command", command()));
        }
        blocks.add(new Block.Run());
        blocks.add(new Block.Glossary());
        return new Section("appendix", blocks);
    }

    /// What asks the same question anew, of the store as it is then: for a shell, an option a line.
    private List<String> command() {
        var lines = new ArrayList<String>();
        var line = new StringBuilder("hindcast report ").append(quoted(gathering.store().location()));
        for (String word : Stream.concat(question.arguments().stream(), FILES.stream()).toList()) {
            if (word.startsWith("--")) {
                lines.add(line + " \\");
                line = new StringBuilder("    ").append(word);
            } else {
                line.append(' ').append(quoted(word));
            }
        }
        lines.add(line.toString());
        return lines;
    }

    private static String quoted(String word) {
        return word.matches("[\\w/:.,#@=+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

}
