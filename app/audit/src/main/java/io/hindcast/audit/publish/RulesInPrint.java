package io.hindcast.audit.publish;

import io.hindcast.audit.mask.ReportMask;
import io.hindcast.audit.report.Block;
import io.hindcast.engine.session.FoldText;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// The text of the fold on the pages of a report: who reads a state there must be able to read the rules that made it.
final class RulesInPrint {
    /// Some ten pages; beyond that nobody reads, and the manifest has all.
    private static final int MOST = 500;

    private RulesInPrint() {}

    /// Nothing where the fold is no text.
    static List<Block> of(FoldUsed fold, ReportMask masks) {
        return fold.text().map(text -> printed(text, fold.fold().digest(), masks)).orElse(List.of());
    }

    private static List<Block> printed(FoldText text, String digest, ReportMask masks) {
        String shown = masks.onPages(text.text());
        List<String> lines = shown.replace("\t", "    ").lines().map(String::stripTrailing).toList();
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Verbatim("rules", lines.subList(0, Math.min(MOST, lines.size()))));
        if (lines.size() > MOST) {
            blocks.add(new Block.Warning("rules.further", List.of(Num.of(MOST), Num.of(lines.size()))));
        }
        String key = sha256(shown).equals(digest) ? "rules.digest" : "rules";
        blocks.add(new Block.Sentence(key, List.of(new Text(text.fileName()))));
        return blocks;
    }

    private static String sha256(String text) {
        return HexFormat.of().formatHex(Folder.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
