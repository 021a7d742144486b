package io.hindcast.audit.mark;

/// Something that cannot be done with a mark; the message is a sentence for people, in English.
public final class MarkFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient What what;

    /// What it is, for those who say it in another language.
    public sealed interface What {
        record Unknown(String id) implements What {}

        record Removed(String id) implements What {}

        record NotRemoved(String id) implements What {}

        record OfOtherKind(String id, MarkKind kind) implements What {}

        record NotReadBack(String id) implements What {}

        record TickWithoutWords() implements What {}

        record UnknownTick(String name) implements What {}

        /// Marks that came with a store, of a version that is not known here.
        record GivenInOtherForm() implements What {}

        record GivenUnreadable() implements What {}
    }

    public MarkFailure(What what) {
        super(sentence(what));
        this.what = what;
    }

    public What what() {
        return what;
    }

    private static String sentence(What what) {
        return switch (what) {
            case What.Unknown(String id) -> "There is no mark %s.".formatted(id);
            case What.Removed(String id) -> "The mark %s is removed.".formatted(id);
            case What.NotRemoved(String id) -> "The mark %s is not removed.".formatted(id);
            case What.OfOtherKind(String id, MarkKind kind) -> "%s is a %s and stays one.".formatted(id, kind.word());
            case What.NotReadBack(String id) -> "The mark %s cannot be read back.".formatted(id);
            case What.TickWithoutWords() -> "A tick mark needs a name, a symbol and a meaning.";
            case What.UnknownTick(String name) -> "The legend has no tick mark %s.".formatted(name);
            case What.GivenInOtherForm() ->
                "The marks that came with the store are in a form that this program does not know.";
            case What.GivenUnreadable() -> "The marks that came with the store cannot be read.";
        };
    }
}
