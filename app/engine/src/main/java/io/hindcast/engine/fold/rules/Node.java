package io.hindcast.engine.fold.rules;

import java.util.List;
import java.util.Optional;

/// A piece of a file of rules, and where it stands. No tags, no anchors: what is written is what is meant.
public sealed interface Node {
    Place place();

    /// 1-based line and column.
    record Place(int line, int column) {
        public static final Place START = new Place(1, 1);
    }

    /// One word or text.
    ///
    /// @param plain written without quotes
    record Scalar(Place place, String text, boolean plain) implements Node {
        public boolean isBlank() {
            return plain && text.isEmpty();
        }
    }

    record Listing(Place place, List<Node> items) implements Node {
        public Listing {
            items = List.copyOf(items);
        }
    }

    record Mapping(Place place, List<Entry> entries) implements Node {
        public Mapping {
            entries = List.copyOf(entries);
        }

        public Optional<Entry> entry(String key) {
            return entries.stream().filter(entry -> entry.name().equals(key)).findFirst();
        }
    }

    record Entry(Scalar key, Node value) {
        public String name() {
            return key.text();
        }
    }
}
