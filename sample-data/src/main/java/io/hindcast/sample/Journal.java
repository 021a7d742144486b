package io.hindcast.sample;

import java.time.Instant;

/// Where one stream stands: its name, its last version, and when that was recorded.
final class Journal {
    private final String stream;
    private final String category;
    private long version;
    private Instant lastAt = Instant.EPOCH;

    Journal(String stream, String category) {
        this.stream = stream;
        this.category = category;
    }

    String stream() {
        return stream;
    }

    String category() {
        return category;
    }

    long version() {
        return version;
    }

    Instant lastAt() {
        return lastAt;
    }

    long next(Instant at) {
        lastAt = at;
        return ++version;
    }

    /// The next event will leave one version out.
    void skipVersion() {
        version++;
    }

    /// The next event will have the version of the last.
    void repeatVersion() {
        version--;
    }
}
