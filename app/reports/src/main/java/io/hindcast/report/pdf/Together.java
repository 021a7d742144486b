package io.hindcast.report.pdf;

import io.hindcast.audit.report.Block;
import io.hindcast.audit.report.Rendering;
import io.hindcast.audit.report.ReportTexts;
import io.hindcast.engine.state.StateValue;
import java.io.IOException;
import java.util.List;

/// What has to stay on one page: sentences with what they speak of, the conclusion with the signatures below it, a heading
/// with the first lines of its table.
final class Together {
    static final float HEADING = 50;
    static final float CONCLUSION = 90;
    static final float SIGNATURES = 100;

    /// Below a table: how many rows it has, and that there are more.
    static final float NOTE = 18;

    static final float WARNING = 46;

    /// So many facts at the end of a group stay together.
    static final int KEPT_FACTS = 4;

    private static final float TABLE = 110;

    private final Paper paper;
    private final ReportTexts texts;
    private final Rendering rendering;

    Together(Paper paper, ReportTexts texts, Rendering rendering) {
        this.paper = paper;
        this.texts = texts;
        this.rendering = rendering;
    }

    /// How much room the first of these blocks needs, with those that it leads to.
    float height(List<Block> blocks) throws IOException {
        float height = 0;
        for (Block block : blocks) {
            height += least(block);
            if (!leadsOn(block)) {
                break;
            }
        }
        return Math.min(height, Paper.TOP - Paper.BOTTOM - 80);
    }

    private static boolean leadsOn(Block block) {
        return switch (block) {
            case Block.Sentence _, Block.Warning _, Block.Conclusion _ -> true;
            case Block.Quote _,
                    Block.Verbatim _,
                    Block.Facts _,
                    Block.Named _,
                    Block.Checks _,
                    Block.Glossary _,
                    Block.Listed _,
                    Block.Evidence _,
                    Block.Drawing _,
                    Block.SignOff _,
                    Block.Run _ -> false;
        };
    }

    private float least(Block block) throws IOException {
        return switch (block) {
            case Block.Sentence(String key, List<StateValue> values) -> lines(Style.BODY, texts.sentence(key, values)) + 5;
            case Block.Warning(String key, List<StateValue> values) ->
                lines(Style.WARNING, texts.sentence(key, values)) + 20;
            case Block.Quote(String text) -> Math.min(lines(Style.QUIET, texts.said(text)), HEADING);
            case Block.Facts(_, _, var facts) -> HEADING + kept(facts.size());
            case Block.Named(_, var entries) -> HEADING + kept(entries.size());
            case Block.Glossary _ -> HEADING + texts.glossary().size() * Style.BODY.leading() * 1.15f;
            case Block.Checks _, Block.Verbatim _ -> HEADING;
            case Block.Run _ -> TABLE;
            case Block.Listed(var table) -> table.rows().count() == 0 ? HEADING : TABLE;
            case Block.Evidence(var evidence) -> EvidencePrinter.least(evidence);
            case Block.Drawing(var picture) -> new TimelinePrinter(paper, texts, picture).height();
            case Block.Conclusion _ -> conclusion();
            case Block.SignOff _ -> SIGNATURES;
        };
    }

    /// A short group stands below its heading as a whole.
    private static float kept(int facts) {
        return facts <= KEPT_FACTS ? facts * Style.BODY.leading() * 1.15f : 0;
    }

    private float conclusion() throws IOException {
        String text = rendering.cover().conclusion();
        return text.isBlank() ? CONCLUSION + 10 : lines(Style.BODY, text) + 5;
    }

    private float lines(Style style, String text) throws IOException {
        return new Wrapping(paper.fonts(), style).lines(text, Paper.WIDTH).size() * style.leading();
    }
}
