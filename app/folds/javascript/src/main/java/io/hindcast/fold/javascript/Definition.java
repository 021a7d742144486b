package io.hindcast.fold.javascript;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.ScriptableObject;

/// What a script says it folds and how: found once when it is read, and again in each realm that runs it.
///
/// @param kind how its functions are called
/// @param categories the categories it is for, none for all of them
/// @param streams the streams it is for, none for all of them
/// @param handlers functions by event type, `$init`, `$any` and `$deleted` among them
/// @param reducer the one function of a reducer
/// @param initial the state before the first event: a function that makes it, or the state itself
/// @param partition tells partitions of a stream apart
/// @param results what is done to the state at the end
/// @param effectiveAt a JSON Pointer into the body, "" when the script says none
record Definition(
        Kind kind,
        Set<String> categories,
        Set<String> streams,
        Map<String, Function> handlers,
        @Nullable Function reducer,
        @Nullable Object initial,
        @Nullable Function partition,
        List<Result> results,
        String effectiveAt) {

    enum Kind {
        /// `when({ Type(state, event) { … } })`.
        PROJECTION,
        /// `evolve(state, event)`.
        STATE_FIRST,
        /// `fold(event, state, meta)`; what it answers is laid over the state.
        EVENT_FIRST
    }

    /// `transformBy(function)` or `filterBy(function)`.
    record Result(Function function, boolean filters) {}

    /// Everything a script can say while it is read.
    static final class Builder {
        final Set<String> categories = new java.util.LinkedHashSet<>();
        final Set<String> streams = new java.util.LinkedHashSet<>();
        final Map<String, Function> handlers = new java.util.LinkedHashMap<>();
        final List<Result> results = new ArrayList<>();
        final Set<String> written = new java.util.LinkedHashSet<>();
        @Nullable Function partition;
        boolean hasSource;
        boolean isPerStream;

        Definition projection(@Nullable ScriptableObject scope) {
            return new Definition(
                    Kind.PROJECTION,
                    Set.copyOf(categories),
                    Set.copyOf(streams),
                    new HashMap<>(handlers),
                    null,
                    handlers.get("$init"),
                    partition,
                    List.copyOf(results),
                    "");
        }
    }

    /// Event types that KurrentDB writes where something was deleted.
    private static final Set<String> DELETIONS = Set.of("$deleted", "$streamDeleted", "$tombstone");

    boolean takesStream(String stream) {
        return streams.isEmpty() || streams.contains(stream);
    }

    /// The function that is called for an event of this type: the one for deletions where it is one; its own, else the
    /// one for any.
    @Nullable Function called(String type) {
        Function deletion = type.startsWith("$") && DELETIONS.contains(type) ? handlers.get("$deleted") : null;
        return deletion != null ? deletion : handler(type);
    }

    /// The function for an event type: its own, else the one for any.
    @Nullable Function handler(String type) {
        Function own = handlers.get(type);
        return own != null && !type.equals("$init") ? own : handlers.get("$any");
    }
}
