package io.hindcast.audit.template;

/// A question in which a part is missing or cannot be read; the message is a sentence for people, in English and in the words
/// of the command line.
public final class Misunderstood extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient What what;

    /// What it is, for those who say it in another language.
    public sealed interface What {
        record WithoutStream(Template template) implements What {}

        record WithoutField(Template template) implements What {}

        record WithoutBeginning(Template template) implements What {}

        record NoMoment(String text) implements What {}

        record NoDate(String text) implements What {}
    }

    Misunderstood(What what) {
        super(sentence(what));
        this.what = what;
    }

    public What what() {
        return what;
    }

    private static String sentence(What what) {
        return switch (what) {
            case What.WithoutStream(Template template) -> "The template %s needs --stream NAME.".formatted(template.id());
            case What.WithoutField(Template template) -> "The template %s needs --field PATH.".formatted(template.id());
            case What.WithoutBeginning(Template template) -> "The template %s needs --from MOMENT.".formatted(template.id());
            case What.NoMoment(String text) ->
                "%s is no moment; write head, v37, #12345, an instant, a date-time or a date.".formatted(text);
            case What.NoDate(String text) -> text + " is no date; write one like 2026-03-31.";
        };
    }
}
