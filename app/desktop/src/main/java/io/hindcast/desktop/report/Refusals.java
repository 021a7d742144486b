package io.hindcast.desktop.report;

import io.hindcast.audit.template.Misunderstood;
import io.hindcast.audit.template.NothingThere;
import io.hindcast.desktop.theme.Texts;
import java.util.List;
import java.util.Optional;

/// Why there is no report, in the person's language and in terms of the dialog.
final class Refusals {
    private final Texts texts = Texts.of(Refusals.class);

    String of(Misunderstood question) {
        return switch (question.what()) {
            case Misunderstood.What.WithoutStream _ -> missing("report.stream");
            case Misunderstood.What.WithoutField _ -> missing("report.field");
            case Misunderstood.What.WithoutBeginning _ -> missing("report.from");
            case Misunderstood.What.NoMoment(String text) -> texts.text("report.refused.moment", text);
            case Misunderstood.What.NoDate(String text) -> texts.text("report.refused.date", text);
        };
    }

    private String missing(String field) {
        return texts.text("report.refused.missing", texts.text(field));
    }

    String of(NothingThere answer) {
        return switch (answer.what()) {
            case NothingThere.What.NoStream(String stream) -> texts.text("report.refused.stream", stream);
            case NothingThere.What.NoCategory(String category, List<String> known) ->
                known.isEmpty()
                        ? texts.text("report.refused.noCategories", category)
                        : texts.text("report.refused.category", category, String.join(", ", known));
            case NothingThere.What.NoField(String field, Optional<String> nearest) ->
                nearest.map(it -> texts.text("report.refused.field.nearest", field, it))
                        .orElseGet(() -> texts.text("report.refused.field", field));
            case NothingThere.What.NoPeriod(String from, String at) -> texts.text("report.refused.period", from, at);
            case NothingThere.What.NoEvent(String stream, String event) -> texts.text("report.refused.event", stream, event);
            case NothingThere.What.Masked() -> texts.text("report.refused.masked");
        };
    }
}
