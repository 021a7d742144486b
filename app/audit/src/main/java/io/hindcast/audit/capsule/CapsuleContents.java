package io.hindcast.audit.capsule;

import io.hindcast.audit.mark.MarkSet;
import io.hindcast.engine.session.FoldText;
import java.util.Optional;
import java.util.Set;

/// What shall go into a capsule.
///
/// @param streams these streams
/// @param categories all streams of these categories
/// @param everything all streams
/// @param rules fold rules that go along and are used when the capsule is opened
/// @param marks those of the streams that go in, and of the store, go along; they are there when the capsule is opened
public record CapsuleContents(
        Set<String> streams, Set<String> categories, boolean everything, Optional<FoldText> rules, MarkSet marks) {
    public CapsuleContents {
        streams = Set.copyOf(streams);
        categories = Set.copyOf(categories);
    }

    boolean holds(String stream, String category) {
        return everything || streams.contains(stream) || categories.contains(category);
    }

    /// For people.
    String shown() {
        if (everything) {
            return "all streams";
        }
        String named = streams.isEmpty() ? "" : "%,d named streams".formatted(streams.size());
        String families = categories.isEmpty() ? "" : "all streams of " + String.join(", ", categories.stream().sorted().toList());
        return named.isEmpty() || families.isEmpty() ? named + families : named + " and " + families;
    }
}
