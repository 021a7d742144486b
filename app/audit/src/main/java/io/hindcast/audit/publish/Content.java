package io.hindcast.audit.publish;

import io.hindcast.audit.horizon.Horizon;
import io.hindcast.audit.mask.ReportMask;
import io.hindcast.audit.report.Attachment;
import io.hindcast.audit.template.Gathered;
import io.hindcast.audit.template.Gathering;
import io.hindcast.connector.SourceInfo;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.mask.AnswerMask;
import io.hindcast.engine.replay.Moment;
import io.hindcast.engine.session.FoldText;
import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import io.hindcast.engine.whatif.Hypothesis;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The content of a manifest: all that follows from the program, the store and the question.
final class Content {
    private final Gathering gathering;
    private final Gathered gathered;
    private final FoldUsed fold;
    private final Map<String, String> settings;
    private final AnswerMask mask;
    private final ReportMask masks;

    /// @param settings of the connector, by name; no secrets
    Content(
            Gathering gathering,
            Gathered gathered,
            FoldUsed fold,
            Map<String, String> settings,
            AnswerMask mask,
            ReportMask masks) {
        this.mask = mask;
        this.masks = masks;
        this.gathering = gathering;
        this.gathered = gathered;
        this.fold = fold;
        this.settings = settings;
    }

    Fields of(Tool tool, boolean byteOrderMark, List<Attachment> evidence) {
        Fields plain = plain(tool, byteOrderMark, evidence);
        Fields content = gathering.marks().isNone()
                ? plain
                : plain.with("marks", mask.over(gathering.marks().toFields()));
        return mask.isOff() ? content : content.with("masks", masks());
    }

    private Fields plain(Tool tool, boolean byteOrderMark, List<Attachment> evidence) {
        return Fields.of(
                        "tool",
                        Fields.of("name", new Text(tool.name()))
                                .with("version", new Text(tool.version()))
                                .with("build", new Text(tool.build())))
                .with("query", gathering.question().toFields())
                .with("store", store())
                .with("horizon", horizon())
                .with("fold", fold())
                .with("moments", moments())
                .with("counts", gathered.counts())
                .with("controlTotals", masks.totals(gathered.controlTotals()))
                .with(
                        "coverage",
                        Fields.of("complete", Bool.of(gathered.isComplete()))
                                .with("events", Num.of(gathering.events()))
                                .with("streams", Num.of(gathering.streams()))
                                .with("headersSha256", new Text(gathering.headersSha256())))
                .with("notation", notation(byteOrderMark))
                .with("evidence", Manifest.files(evidence));
    }

    /// What a second run needs to mask the same, and how often something was masked.
    private Fields masks() {
        Fields about = Fields.of("sha256", new Text(mask.masking().rules().digest()))
                .with("text", new Text(mask.masking().rules().text()))
                .with("masked", Num.of(mask.log().total()))
                .with("counts", new Text(masks.counts()));
        return mask.masking()
                .keyFingerprint()
                .map(key -> about.with("keyFingerprint", new Text(key)))
                .orElse(about);
    }

    private Fields store() {
        SourceInfo info = gathering.store().info();
        return Fields.of("location", new Text(gathering.store().location()))
                .with("settings", settings())
                .with("connector", new Text(info.connector()))
                .with("system", new Text(info.system()))
                .with("layout", new Text(info.layout()))
                .with("storeVersion", new Text(info.storeVersion()))
                .with("recognisedBy", items(info.recognisedBy().stream().map(Text::new)))
                .with("capabilities", items(info.capabilities().stream().map(Enum::name).sorted().map(Text::new)))
                .with("readOnlyProof", items(info.readOnlyProof().stream().map(Content::proof)))
                .with("notRead", items(gathering.store().source().notRead().stream().map(Content::notRead)));
    }

    private Fields settings() {
        Fields all = Fields.EMPTY;
        for (Map.Entry<String, String> one : new TreeMap<>(settings).entrySet()) {
            all = all.with(one.getKey(), new Text(one.getValue()));
        }
        return all;
    }

    private static Fields proof(SourceInfo.Proof proof) {
        return Fields.of("check", new Text(proof.check()))
                .with("result", new Text(proof.result()))
                .with("held", Bool.of(proof.held()));
    }

    private static Fields notRead(SourceInfo.NotRead rows) {
        return Fields.of("what", new Text(rows.what()))
                .with("rows", rows.rows() < 0 ? Null.NULL : Num.of(rows.rows()))
                .with("why", new Text(rows.why()));
    }

    private Fields horizon() {
        return switch (gathering.horizon()) {
            case Horizon.AtPosition(var position) -> Fields.of("position", new Text(position.toString()));
            case Horizon.AtInstant(var instant) -> Fields.of("recordedAt", new Text(instant.toString()));
            case Horizon.Open() -> Fields.EMPTY;
        };
    }

    private Fields fold() {
        Fold used = fold.fold();
        Fields about = Fields.of("name", new Text(used.name()))
                .with("digest", new Text(used.digest()))
                .with("origin", new Text(fold.origin()))
                .with("guess", Bool.of(used.isGuess()))
                .with("hypothetical", Bool.of(used.isHypothetical()));
        Hypothesis supposed = Hypothesis.in(used);
        Fields all = supposed.isEmpty() ? about : about.with("supposed", SupposedText.of(supposed));
        return fold.text().map(text -> withText(all, text)).orElse(all);
    }

    private static Fields withText(Fields about, FoldText text) {
        return about.with("fileName", new Text(text.fileName())).with("text", new Text(text.text()));
    }

    private Fields moments() {
        var question = gathering.question();
        return Fields.of("at", moment(question.moment()))
                .with("from", question.beginning().map(Content::moment).orElse(Null.NULL))
                .with(
                        "effective",
                        question.effectiveDate()
                                .<StateValue>map(day -> new Text(day.toString()))
                                .orElse(Null.NULL))
                .with("zone", new Text(question.zone().getId()));
    }

    private static StateValue moment(Moment moment) {
        return new Text(
                switch (moment) {
                    case Moment.Head() -> "head";
                    case Moment.AtVersion(long version) -> "v" + version;
                    case Moment.AtPosition(var position) -> "#" + position;
                    case Moment.AtInstant(var instant) -> instant.toString();
                });
    }

    private static Fields notation(boolean byteOrderMark) {
        return Fields.of("encoding", new Text("UTF-8"))
                .with("byteOrderMark", Bool.of(byteOrderMark))
                .with("separator", new Text(","))
                .with("decimalMark", new Text("."))
                .with("lineEnd", new Text("CRLF"));
    }

    private static Items items(Stream<? extends StateValue> values) {
        return new Items(values.<StateValue>map(value -> value).toList());
    }
}
