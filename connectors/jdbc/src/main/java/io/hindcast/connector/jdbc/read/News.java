package io.hindcast.connector.jdbc.read;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.jdbc.dialect.Bell;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// When to look again: when the store rings, and in any case after a pause that doubles while nothing happens. Waited for by
/// one thread; closed by any.
final class News implements AutoCloseable {
    private static final Duration SHORTEST = Duration.ofMillis(20);
    private static final Duration LONGEST = Duration.ofSeconds(1);
    /// Where the store rings, looking at it unasked is for what it does not ring for: a rollback that filled no gap.
    private static final Duration LONGEST_WITH_BELL = Duration.ofSeconds(5);

    private final Connections connections;
    private final Optional<String> channel;
    private final CountDownLatch end = new CountDownLatch(1);
    private Duration pause = SHORTEST;
    private @Nullable Bell bell;
    private boolean tried;

    News(Connections connections, Optional<String> channel) {
        this.connections = connections;
        this.channel = channel;
    }

    /// Something came; more of it is likely.
    void arrived() {
        pause = SHORTEST;
    }

    /// Something is there that becomes complete soon.
    void expected() {
        pause = pause.compareTo(SHORTEST.multipliedBy(8)) > 0 ? SHORTEST.multipliedBy(8) : pause;
    }

    void await(Duration atMost) throws InterruptedException {
        var listening = listening();
        var longest = listening.isPresent() ? LONGEST_WITH_BELL : LONGEST;
        var now = pause.compareTo(atMost) < 0 ? pause : atMost;
        boolean rang = listening.isPresent() ? rang(listening.get(), now) : ended(now);
        pause = rang ? SHORTEST : doubled(longest);
    }

    private Duration doubled(Duration longest) {
        var twice = pause.multipliedBy(2);
        return twice.compareTo(longest) < 0 ? twice : longest;
    }

    private boolean ended(Duration after) throws InterruptedException {
        return end.await(after.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// A bell that was lost is followed by looking unasked, and not hung up a second time before that helped.
    private boolean rang(Bell listening, Duration atMost) throws InterruptedException {
        try {
            return listening.await(atMost);
        } catch (SQLException _) {
            drop(listening);
            return ended(SHORTEST);
        }
    }

    private void drop(Bell listening) {
        listening.close();
        synchronized (this) {
            bell = null;
        }
    }

    /// Hung up when it is first waited for.
    private Optional<Bell> listening() {
        synchronized (this) {
            if (tried || channel.isEmpty() || end.getCount() == 0) {
                return Optional.ofNullable(bell);
            }
            tried = true;
        }
        var hung = hung(channel.get());
        synchronized (this) {
            if (end.getCount() == 0) {
                hung.ifPresent(Bell::close);
                return Optional.empty();
            }
            bell = hung.orElse(null);
            return hung;
        }
    }

    /// A store that cannot be listened to is looked at instead.
    private Optional<Bell> hung(String name) {
        try {
            return connections.dialect().listen(name);
        } catch (SQLException | ConnectorException _) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        end.countDown();
        synchronized (this) {
            if (bell != null) {
                bell.close();
                bell = null;
            }
        }
    }
}
