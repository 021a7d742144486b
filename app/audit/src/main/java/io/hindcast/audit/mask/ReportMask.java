package io.hindcast.audit.mask;

import io.hindcast.audit.integrity.Statement;
import io.hindcast.audit.integrity.Wording;
import io.hindcast.audit.report.Block;
import io.hindcast.audit.report.Column;
import io.hindcast.audit.report.Fact;
import io.hindcast.audit.report.Report;
import io.hindcast.audit.report.Rows;
import io.hindcast.audit.report.Section;
import io.hindcast.audit.report.StateEvidence;
import io.hindcast.audit.report.Table;
import io.hindcast.audit.report.TimelinePicture;
import io.hindcast.audit.template.ReportQuestion;
import io.hindcast.engine.mask.AnswerMask;
import io.hindcast.engine.mask.MaskLog;
import io.hindcast.engine.mask.MaskPlace;
import io.hindcast.engine.mask.MaskScope;
import io.hindcast.engine.mask.Masking;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import io.hindcast.engine.whatif.Alteration;
import io.hindcast.engine.whatif.Hypothesis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// A report as it may be shown: the same sections, tables and pictures over masked values, and a word among the limitations
/// that says what is masked and how often. All formats get it, so none of them knows of masks.
public final class ReportMask {
    private static final Wording ENGLISH = Wording.in(Locale.ENGLISH);
    private static final Set<String> ROLLED = Set.of("opening", "moved", "closing", "difference", "amount", "movements");
    private static final String LIMITATIONS = "limitations";

    private final AnswerMask mask;
    private final ReportQuestion question;
    private final Fields asked;

    /// @param mask counts what was masked, once for each value of the report
    public ReportMask(AnswerMask mask, ReportQuestion question) {
        this.mask = mask;
        this.question = question;
        this.asked = Fields.of("category", new Text(question.category()));
    }

    /// Whether the question itself names what the masks hide, so that the manifest cannot hold it.
    public boolean hidesQuestion(Hypothesis supposed) {
        return hidesName(question.stream()) || supposed.alterations().stream().anyMatch(this::hides);
    }

    private boolean hidesName(String stream) {
        return !mask.isOff() && !mask.masking().header(MaskPlace.STREAM, stream, new MaskLog()).equals(stream) && !stream.isBlank();
    }

    private boolean hides(Alteration alteration) {
        return hidesName(alteration.pick().stream())
                || (alteration instanceof Alteration.Replace(_, StateValue data)
                        && !mask.masking().value(MaskScope.data("", ""), data, new MaskLog()).equals(data));
    }

    /// Goes through all rows once, to count.
    public Report over(Report report) {
        if (mask.isOff()) {
            return report;
        }
        var sections = new ArrayList<Section>();
        for (Section section : report.sections()) {
            sections.add(new Section(section.key(), section.blocks().stream().map(this::block).toList()));
        }
        return new Report(
                report.template(),
                report.subject(),
                report.isHypothetical(),
                sections.stream().map(this::told).toList());
    }

    /// A text that stands on pages alone: what is masked there is not counted, so that counts are the same in every edition.
    public String onPages(String text) {
        return mask.masking().text(text, new MaskLog());
    }

    /// Control totals, which stand in the manifest.
    public Fields totals(Fields totals) {
        return mask.isOff() ? totals : (Fields) total(mask.over(totals, asked));
    }

    private StateValue total(StateValue value) {
        if (question.field().isBlank()) {
            return value;
        }
        return switch (value) {
            case Fields fields -> {
                Fields all = fields;
                for (var entry : fields.entries()) {
                    all = all.with(entry.getKey(), total(entry.getValue()));
                }
                yield all;
            }
            case Text _, Num _ -> rolled(value, mask.masking(), mask.log());
            default -> value;
        };
    }

    private StateValue rolled(StateValue value, Masking masking, MaskLog log) {
        return masking.at(MaskScope.state(question.category()), FieldPath.parse(question.field()), value, log);
    }

    /// What was masked, in words without language: `owner: 3 (data), 2 (state)`.
    public String counts() {
        return mask.log().counts().stream()
                .map(count -> "%s: %d (%s)".formatted(count.rule(), count.values(), count.place().word()))
                .collect(Collectors.joining(", "));
    }

    private Section told(Section section) {
        if (!section.key().equals(LIMITATIONS)) {
            return section;
        }
        var blocks = new ArrayList<Block>();
        blocks.add(mask.log().isEmpty()
                ? new Block.Warning("masked.none", List.of())
                : new Block.Warning("masked", List.of(Num.of(mask.log().total()), new Text(counts()))));
        section.blocks().stream()
                .filter(block -> !(block instanceof Block.Sentence(String key, _) && key.equals("limitations.none")))
                .forEach(blocks::add);
        return new Section(section.key(), blocks);
    }

    private Block block(Block block) {
        return switch (block) {
            case Block.Sentence(String key, var values) -> new Block.Sentence(key, values(values));
            case Block.Warning(String key, var values) -> new Block.Warning(key, values(values));
            case Block.Quote(String text) -> new Block.Quote(text(text));
            case Block.Verbatim(String key, var lines) -> new Block.Verbatim(key, lines.stream().map(this::text).toList());
            case Block.Facts(String key, boolean evidence, var facts) ->
                new Block.Facts(key, evidence, facts.stream().map(this::fact).toList());
            case Block.Named(String key, var entries) ->
                new Block.Named(
                        key,
                        entries.stream()
                                .map(one -> new Block.Named.Entry(text(one.name()), text(one.value()), one.isGood()))
                                .toList());
            case Block.Listed(Table table) -> new Block.Listed(table(table));
            case Block.Evidence(StateEvidence evidence) -> new Block.Evidence(evidence(evidence));
            case Block.Drawing(TimelinePicture picture) -> new Block.Drawing(picture(picture));
            case Block.Checks _, Block.Glossary _, Block.Conclusion _, Block.Run _, Block.SignOff _ -> block;
        };
    }

    private List<StateValue> values(List<StateValue> values) {
        return values.stream()
                .map(value -> value instanceof Text(String text) ? new Text(text(text)) : value)
                .toList();
    }

    private String text(String text) {
        return mask.masking().text(text, mask.log());
    }

    private Fact fact(Fact fact) {
        return switch (fact.kind()) {
            case TEXT, SAID, NAME, VALUE, AMOUNT -> new Fact(fact.key(), fact.kind(), mask.value(fact.key(), fact.value()));
            case COUNT, ORDINAL, TIME, SPAN, TRUTH, WORD, CHECK, STATEMENT -> fact;
        };
    }

    private TimelinePicture picture(TimelinePicture picture) {
        return new TimelinePicture(
                picture.from(),
                picture.to(),
                picture.lanes().stream()
                        .map(lane -> new TimelinePicture.Lane(text(lane.name()), lane.counts(), lane.outside()))
                        .toList(),
                picture.numbered(),
                picture.limits());
    }

    private StateEvidence evidence(StateEvidence evidence) {
        return new StateEvidence(
                evidence.number(),
                text(evidence.caption()),
                evidence.at(),
                evidence.lines().stream().map(this::line).toList(),
                evidence.more());
    }

    /// A change stays visible where both sides look the same now.
    private StateEvidence.Line line(StateEvidence.Line line) {
        MaskScope scope = MaskScope.state(question.category());
        FieldPath path = FieldPath.parse(line.path());
        StateValue before = mask.masking().at(scope, path, line.before(), mask.log());
        StateValue after = mask.masking().at(scope, path, line.after(), mask.log());
        if (line.isChanged() && before.equals(after) && after instanceof Text(String same)) {
            after = new Text(same + " ≠");
        }
        return new StateEvidence.Line(mask.masking().path(scope, path, mask.log()).toString(), before, after);
    }

    private Table table(Table table) {
        List<String> keys = table.columns().stream().map(Column::key).toList();
        List<String> shown = mask.columns(keys);
        var columns = new ArrayList<Column>();
        for (int i = 0; i < keys.size(); i++) {
            Column column = table.columns().get(i);
            columns.add(new Column(shown.get(i), column.kind(), column.printed()));
        }
        count(table, keys);
        var silent = new AnswerMask(mask.masking(), new MaskLog());
        return new Table(table.key(), columns, new MaskedRows(table.rows(), cells -> cells(table, keys, cells, silent)));
    }

    private void count(Table table, List<String> keys) {
        try {
            table.rows().each(cells -> cells(table, keys, cells, mask));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<StateValue> cells(Table table, List<String> keys, List<StateValue> cells, AnswerMask with) {
        List<StateValue> masked = with.cells(keys, cells, asked);
        var all = new ArrayList<StateValue>(cells.size());
        for (int i = 0; i < cells.size(); i++) {
            String key = keys.get(i);
            all.add(switch (table.columns().get(i).kind()) {
                case TEXT, SAID, NAME, VALUE -> masked.get(i);
                case AMOUNT ->
                    ROLLED.contains(key) && !question.field().isBlank()
                            ? rolled(cells.get(i), with.masking(), with.log())
                            : masked.get(i);
                case COUNT, ORDINAL, TIME, SPAN, TRUTH, WORD, CHECK, STATEMENT -> cells.get(i);
            });
        }
        statement(keys, cells, all, with);
        return all;
    }

    /// A statement stands as key and values, and as an English sentence beside that.
    private static void statement(List<String> keys, List<StateValue> cells, List<StateValue> all, AnswerMask with) {
        int seen = Math.max(keys.indexOf("seen"), keys.indexOf("why"));
        if (seen < 0 || !(cells.get(seen) instanceof Fields fields)) {
            return;
        }
        read(fields).ifPresent(statement -> {
            // checks go over all categories: which one an event is of does not stand in the row
            Statement masked = MaskedStatement.of(statement, "", with);
            all.set(
                    seen,
                    fields.with(
                            "values",
                            new Items(masked.values().stream().<StateValue>map(Text::new).toList())));
            int sentence = Math.max(keys.indexOf("evidence"), keys.indexOf("reason"));
            if (sentence >= 0) {
                all.set(sentence, new Text(ENGLISH.text(masked)));
            }
        });
    }

    private static Optional<Statement> read(Fields fields) {
        if (fields.field("key") instanceof Text(String key) && fields.field("values") instanceof Items(var values)) {
            return Optional.of(new Statement(
                    key,
                    values.stream().filter(Text.class::isInstance).map(value -> ((Text) value).value()).toList()));
        }
        return Optional.empty();
    }

    /// Rows that are masked each time they are gone through.
    private record MaskedRows(Rows rows, UnaryOperator<List<StateValue>> masking) implements Rows {
        @Override
        public long count() {
            return rows.count();
        }

        @Override
        public void each(long most, Consumer<List<StateValue>> taker) throws IOException {
            rows.each(most, cells -> taker.accept(masking.apply(cells)));
        }
    }
}
