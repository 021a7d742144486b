package io.hindcast.connector.postgresql;

import io.hindcast.connector.Follower;
import io.hindcast.event.EventPage;
import java.util.ArrayList;
import java.util.List;

/// What a follower has handed out so far.
final class Heard {
    private final List<String> lines = new ArrayList<>();

    List<String> lines() {
        return lines;
    }

    /// Looks once, takes what is complete, and says how much is not.
    long take(Follower follower) {
        long above = follower.look().above();
        for (var page = follower.next(); page.isPresent(); page = follower.next()) {
            add(page.get());
        }
        return above;
    }

    private void add(EventPage page) {
        for (int row = 0; row < page.size(); row++) {
            lines.add("%s v%d #%s"
                    .formatted(page.stream(row), page.version(row), page.position(row).orElseThrow()));
        }
    }
}
