package io.hindcast.audit.mark;

import java.util.List;

/// Whether what a mark stands beside is still what it was.
public sealed interface Standing {
    /// It is.
    record Holds() implements Standing {}

    /// It is there and is not what it was: the mark is no longer valid.
    ///
    /// @param differences at least one, in the order of [Part]
    record Changed(List<Difference> differences) implements Standing {
        public Changed {
            differences = List.copyOf(differences);
        }

        public List<Part> parts() {
            return differences.stream().map(Difference::part).toList();
        }
    }

    /// It is no longer there: the mark is no longer valid.
    record Missing() implements Standing {}

    /// Nobody can tell.
    ///
    /// @param why a sentence for a person, in English
    record CannotTell(Why kind, String why) implements Standing {}

    /// What is not as it was. `was` and `is` are texts as the store gives them; of bodies and metadata, hashes.
    record Difference(Part part, String was, String is) {}

    enum Part {
        DATA,
        METADATA,
        TYPE,
        RECORDED_TIME,
        EVENT_ID,
        VERSION,
        POSITION,
        /// Of a stream: one of its events, or their number.
        EVENTS
    }

    enum Why {
        /// It was made in a store of another kind.
        OTHER_STORE,
        /// It left its store together with masked events, and so without hashes.
        MASKED,
        /// The store failed.
        STORE_FAILED,
        /// Somebody stopped the check.
        STOPPED
    }

    /// Whether the mark must not be relied on any more.
    default boolean isInvalid() {
        return switch (this) {
            case Holds _, CannotTell _ -> false;
            case Changed _, Missing _ -> true;
        };
    }

    /// `holds`, `changed`, `missing` or `unchecked`, as reports and the command line write it.
    default String word() {
        return switch (this) {
            case Holds _ -> "holds";
            case Changed _ -> "changed";
            case Missing _ -> "missing";
            case CannotTell _ -> "unchecked";
        };
    }
}
