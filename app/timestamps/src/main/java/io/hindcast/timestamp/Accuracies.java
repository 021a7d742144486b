package io.hindcast.timestamp;

import java.time.Duration;
import java.util.Optional;
import org.bouncycastle.tsp.GenTimeAccuracy;
import org.bouncycastle.tsp.TimeStampTokenInfo;

/// How exact a stamped time is.
final class Accuracies {
    private Accuracies() {}

    static Optional<Duration> of(TimeStampTokenInfo info) {
        GenTimeAccuracy stated = info.getGenTimeAccuracy();
        return stated == null
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds(stated.getSeconds())
                        .plusMillis(stated.getMillis())
                        .plusNanos(stated.getMicros() * 1_000L));
    }
}
