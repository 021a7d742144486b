package io.hindcast.audit.template;

import io.hindcast.audit.mark.Binding;
import io.hindcast.audit.mark.Checked;
import io.hindcast.audit.mark.Mark;
import io.hindcast.audit.mark.MarkCheck;
import io.hindcast.audit.mark.MarkContent.Finding;
import io.hindcast.audit.mark.MarkContent.Status;
import io.hindcast.audit.mark.Standing;
import io.hindcast.audit.mark.Tick;
import io.hindcast.audit.report.Block;
import io.hindcast.audit.report.Block.Facts;
import io.hindcast.audit.report.Block.Listed;
import io.hindcast.audit.report.Block.Named;
import io.hindcast.audit.report.Column.Kind;
import io.hindcast.audit.report.Fact;
import io.hindcast.audit.report.Report;
import io.hindcast.audit.report.Section;
import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Puts what reviewers marked into a report: a chapter of its own with the marks of what the report shows, how they stand,
/// their legend and history; and the head of the journal into the appendix.
final class MarkedReport {
    /// More warnings than these are counted only; the table has them all.
    private static final int MOST_WARNINGS = 100;

    private final Gathering gathering;
    private final Checked checked;
    private final MarkRows rows;

    private MarkedReport(Gathering gathering) {
        this.gathering = gathering;
        this.checked = MarkCheck.of(
                gathering.store().source(),
                gathering.marks().marks().all(),
                gathering.progress(),
                gathering.cancellation());
        this.rows = new MarkRows(gathering.marks().marks(), checked);
    }

    /// The marks that belong to a question.
    static Predicate<Mark> wanted(Gathering gathering) {
        ReportQuestion question = gathering.question();
        var index = gathering.store().index();
        return switch (question.template().needs()) {
            case STREAM -> mark -> mark.binding().stream().filter(question.stream()::equals).isPresent();
            case CATEGORY -> mark -> mark.binding()
                    .stream()
                    .map(index::streamNamed)
                    // a stream that is gone has no category any more; its marks are shown rather than dropped
                    .filter(stream -> stream.isEmpty()
                            || index.streamEntry(stream.getAsInt()).category().equals(question.category()))
                    .isPresent();
            case NOTHING -> _ -> true;
        };
    }

    /// The same answer with its marks; the answer itself where the report takes up none.
    static Gathered of(Gathering gathering, Gathered gathered) {
        if (gathering.marks().isNone()) {
            return gathered;
        }
        var marked = new MarkedReport(gathering);
        return new Gathered(
                marked.report(gathered.report()),
                gathered.counts(),
                gathered.controlTotals(),
                gathered.isComplete() && marked.checked.isComplete(),
                gathered.hasFindings() || marked.mustBeLookedAt(),
                gathered.spools());
    }

    private boolean mustBeLookedAt() {
        boolean open = gathering.question().template() == Template.FINDINGS
                && findings().stream().anyMatch(mark -> ((Finding) mark.content()).status() != Status.CLEARED);
        return open || checked.invalid() > 0 || !gathering.marks().isSound();
    }

    private Report report(Report plain) {
        String before = gathering.question().template() == Template.FINDINGS ? "findings" : "limitations";
        var sections = new ArrayList<Section>();
        for (Section section : plain.sections()) {
            if (section.key().equals(before)) {
                sections.add(new Section("marks", chapter()));
            }
            sections.add(section.key().equals("appendix") ? withJournal(section) : section);
        }
        return new Report(plain.template(), plain.subject(), plain.isHypothetical(), sections);
    }

    private List<Block> chapter() {
        var blocks = new ArrayList<Block>();
        int all = gathering.marks().marks().all().size();
        blocks.add(all == 0 ? Pieces.say("marks.none") : Pieces.say("marks.result", all, checked.invalid()));
        blocks.addAll(warnings());
        if (!findings().isEmpty()) {
            blocks.add(new Listed(rows.findings()));
            findings().forEach(mark -> blocks.add(told(mark, (Finding) mark.content())));
        }
        if (all > 0) {
            blocks.add(new Listed(rows.marks()));
        }
        blocks.addAll(legend());
        if (!gathering.marks().marks().everything().isEmpty()) {
            blocks.add(new Listed(rows.history()));
        }
        return blocks;
    }

    private List<Mark> findings() {
        return gathering.marks().marks().all().stream().filter(mark -> mark.content() instanceof Finding).toList();
    }

    private List<Block> warnings() {
        var warnings = new ArrayList<Block>();
        for (Mark mark : gathering.marks().marks().all()) {
            switch (rows.standing(mark)) {
                case Standing.Holds() -> {}
                case Standing.Missing() -> warnings.add(Pieces.warn("mark.missing", mark.id(), place(mark)));
                case Standing.CannotTell(var _, String why) ->
                    warnings.add(Pieces.warn("mark.unchecked", mark.id(), place(mark), why));
                case Standing.Changed changed -> changed.parts()
                        .forEach(part -> warnings.add(
                                Pieces.warn("mark.changed." + MarkRows.word(part), mark.id(), place(mark))));
            }
        }
        if (warnings.size() <= MOST_WARNINGS) {
            return warnings;
        }
        List<Block> first = new ArrayList<>(warnings.subList(0, MOST_WARNINGS));
        first.add(Pieces.warn("marks.further", warnings.size() - MOST_WARNINGS));
        return first;
    }

    private static String place(Mark mark) {
        return switch (mark.binding()) {
            case Binding.ToEvent event ->
                event.version().isPresent() ? event.streamName() + " v" + event.version().getAsLong() : event.streamName();
            case Binding.ToStream stream -> stream.streamName();
            case Binding.ToStore store -> store.store().location();
        };
    }

    /// One finding in full, for people.
    private Facts told(Mark mark, Finding finding) {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.name("mark", mark.id()));
        facts.add(Fact.text("text", finding.text()));
        facts.add(Fact.name("place", place(mark)));
        said(facts, "condition", finding.condition());
        said(facts, "criteria", finding.criteria());
        said(facts, "causeSaid", finding.cause());
        said(facts, "effect", finding.effect());
        if (!MarkRows.amount(finding).equals(Null.NULL)) {
            facts.add(new Fact("amount", Kind.AMOUNT, MarkRows.amount(finding)));
            said(facts, "currency", finding.amount().orElseThrow().currency());
        }
        said(facts, "response", finding.response());
        facts.add(new Fact("severity", Kind.WORD, new Text(finding.severity().word())));
        facts.add(new Fact("findingStatus", Kind.WORD, new Text(finding.status().word())));
        facts.add(new Fact("standing", Kind.WORD, new Text(rows.standing(mark).word())));
        facts.add(Fact.text("madeBy", mark.made().who()));
        facts.add(new Fact("madeAt", Kind.TIME, new Text(mark.made().at().toString())));
        return new Facts("reviewFinding", false, facts);
    }

    private static void said(List<Fact> facts, String key, String text) {
        if (!text.isEmpty()) {
            facts.add(Fact.text(key, text));
        }
    }

    private List<Block> legend() {
        var legend = gathering.marks().marks().legend();
        List<Tick> used = rows.ticks();
        var blocks = new ArrayList<Block>();
        List<Tick> usual = used.stream().filter(legend::isUsual).toList();
        if (!usual.isEmpty()) {
            blocks.add(new Facts(
                    "legend", true, usual.stream().map(tick -> Fact.text("tick." + tick.name(), tick.symbol())).toList()));
        }
        if (usual.size() < used.size()) {
            blocks.add(new Named(
                    "ownTicks",
                    used.stream()
                            .filter(tick -> !legend.isUsual(tick))
                            .map(tick -> new Named.Entry(tick.meaning(), tick.symbol(), true))
                            .toList()));
        }
        return blocks;
    }

    private Section withJournal(Section appendix) {
        var blocks = new ArrayList<Block>();
        ReviewMarks marks = gathering.marks();
        blocks.add(Pieces.say("journal"));
        if (!marks.isSound()) {
            blocks.add(Pieces.warn("journal.damaged"));
        }
        blocks.add(new Facts(
                "journal",
                true,
                List.of(
                        Fact.name("journalHead", marks.head()),
                        Fact.count("journalLines", marks.lines()),
                        new Fact("journalSound", Kind.TRUTH, Bool.of(marks.isSound())))));
        blocks.addAll(appendix.blocks());
        return new Section(appendix.key(), blocks);
    }
}
