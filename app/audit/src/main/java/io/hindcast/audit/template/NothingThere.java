package io.hindcast.audit.template;

import java.util.List;
import java.util.Optional;

/// A question that this store has no answer for; the message is for the person who asked, in English and in the words of the
/// command line.
public final class NothingThere extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient What what;

    /// What it is, for those who say it in another language.
    public sealed interface What {
        record NoStream(String stream) implements What {}

        /// @param known some categories of the store, none where its streams have none
        record NoCategory(String category, List<String> known) implements What {
            public NoCategory {
                known = List.copyOf(known);
            }
        }

        /// @param nearest the field that is called most like it
        record NoField(String field, Optional<String> nearest) implements What {}

        /// The period ends before it begins.
        record NoPeriod(String from, String at) implements What {}

        record NoEvent(String stream, String event) implements What {}

        /// Masks hide what the manifest has to name.
        record Masked() implements What {}
    }

    public NothingThere(What what) {
        super(sentence(what));
        this.what = what;
    }

    public What what() {
        return what;
    }

    private static String sentence(What what) {
        return switch (what) {
            case What.NoStream(String stream) -> "The store has no stream named " + stream + "; `hindcast streams` lists them.";
            case What.NoCategory(String category, List<String> known) ->
                "The store has no category %s; %s."
                        .formatted(category, known.isEmpty() ? "its streams have none" : "there are: " + String.join(", ", known));
            case What.NoField(String field, Optional<String> nearest) ->
                "No state has a field %s%s".formatted(field, nearest.map("; did you mean %s?"::formatted).orElse("."));
            case What.NoPeriod(String from, String at) ->
                "The period ends before it begins: --from %s lies after --at %s.".formatted(from, at);
            case What.NoEvent(String stream, String event) ->
                "The stream %s has no event %s to suppose anything about.".formatted(stream, event);
            case What.Masked() ->
                "The masks hide the name of the stream or what is supposed of it, and the manifest has to hold both.";
        };
    }
}
