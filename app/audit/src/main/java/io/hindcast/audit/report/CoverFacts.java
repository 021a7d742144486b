package io.hindcast.audit.report;

import io.hindcast.audit.report.Column.Kind;
import io.hindcast.engine.state.Text;
import java.util.List;
import java.util.Locale;

/// What stands on the cover and in the appendix of every page-like format.
public final class CoverFacts {
    private CoverFacts() {}

    public static List<Fact> of(Rendering rendering) {
        Cover cover = rendering.cover();
        return List.of(
                Fact.text("entity", cover.entity()),
                Fact.text("engagement", cover.engagement()),
                Fact.text("period", cover.period()),
                Fact.text("reportId", cover.reportId()),
                new Fact("status", Kind.WORD, new Text(cover.status().name().toLowerCase(Locale.ROOT))),
                Fact.text("preparer", cover.preparer()),
                Fact.text("reviewer", cover.reviewer()),
                new Fact("startedAt", Kind.TIME, new Text(rendering.startedAt().toString())),
                Fact.text("zone", rendering.zone().getId()),
                Fact.name("contentSha256", rendering.contentSha256()));
    }

    /// Of the run: what is not on the cover.
    public static List<Fact> ofRun(Rendering rendering) {
        return List.of(
                Fact.text("tool", rendering.tool()),
                Fact.text("java", Runtime.version().toString()),
                Fact.name("contentSha256", rendering.contentSha256()),
                Fact.name("reperformCommand", "hindcast report --reperform " + rendering.base() + ".manifest.json"));
    }
}
