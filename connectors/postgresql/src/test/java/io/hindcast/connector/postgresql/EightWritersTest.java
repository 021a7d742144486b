package io.hindcast.connector.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.Tail.Certainty;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Eight writers draw numbers at the same time and commit in another order than they drew them, some a whole round later, some
/// never. Whoever follows gets each event once, in the order of the store, and loses none.
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class EightWritersTest {
    private static final int WRITERS = 8;
    private static final int ROUNDS = 60;
    /// Appends of one writer in one round: each a statement, so that the numbers of all writers are mixed.
    private static final int APPENDS = 4;
    /// About one transaction in so many is rolled back.
    private static final int ROLLBACKS = 8;
    private static final int EVENTS = 100_000;
    /// Enough for 100,000 events though some are rolled back.
    private static final int EVENTS_AN_APPEND = EVENTS * ROLLBACKS / (ROLLBACKS - 2) / WRITERS / ROUNDS / APPENDS + 1;

    @ParameterizedTest
    @ValueSource(strings = {"messages", "transactions"})
    void each_event_comes_once_and_in_order_and_none_is_lost(String kind) throws Exception {
        var store = (kind.equals("messages")
                        ? GrowingStore.messages("eight_messages")
                        : GrowingStore.transactions("eight_transactions"))
                .made();
        var heard = new Heard();
        long mostAbove = 0;
        try (var source = new PostgresConnector().open(TestServer.request(store.database()));
                var follower = source.tail().orElseThrow().follow(Optional.empty(), Detail.HEADERS);
                var threads = Executors.newFixedThreadPool(WRITERS)) {
            assertThat(source.tail().orElseThrow().certainty()).isEqualTo(Certainty.PROVEN);
            var seenIncomplete = new CountDownLatch(1);
            var writing = start(store, threads, seenIncomplete);
            while (!writing.stream().allMatch(Future::isDone)) {
                long above = heard.take(follower);
                mostAbove = Math.max(mostAbove, above);
                if (above > 0) {
                    seenIncomplete.countDown();
                }
                follower.await(Duration.ofMillis(50));
            }
            for (var writer : writing) {
                writer.get();
            }
            heard.take(follower);
            heard.take(follower);
        }

        assertThat(mostAbove).as("events seen above the horizon").isPositive();
        assertThat(heard.lines().size()).isGreaterThanOrEqualTo(EVENTS);
        assertSame(heard.lines(), store.committed());
        assertVersionsRise(heard.lines());
    }

    private static List<Future<Void>> start(GrowingStore store, ExecutorService threads, CountDownLatch seenIncomplete) {
        var round = new CyclicBarrier(WRITERS);
        var writing = new ArrayList<Future<Void>>();
        for (int i = 0; i < WRITERS; i++) {
            writing.add(threads.submit(new Writer(store, i, round, seenIncomplete)));
        }
        return writing;
    }

    /// Names the first difference: two hundred thousand lines in a message help nobody.
    private static void assertSame(List<String> heard, List<String> committed) {
        for (int i = 0; i < Math.min(heard.size(), committed.size()); i++) {
            assertThat(heard.get(i)).as("event %d", i).isEqualTo(committed.get(i));
        }
        assertThat(heard.size()).isEqualTo(committed.size());
    }

    private static void assertVersionsRise(List<String> lines) {
        Map<String, Long> last = new HashMap<>();
        for (String line : lines) {
            String stream = line.substring(0, line.indexOf(' '));
            long version = Long.parseLong(line.substring(line.indexOf(" v") + 2, line.indexOf(" #")));
            assertThat(version).as(line).isEqualTo(last.getOrDefault(stream, -1L) + 1);
            last.put(stream, version);
        }
    }

    /// Writes to a stream of its own. All writers draw in the first half of a round and end in the second, in whatever
    /// order; the first two sometimes keep their transaction open for another round.
    private record Writer(GrowingStore store, int number, CyclicBarrier round, CountDownLatch seenIncomplete)
            implements Callable<Void> {
        @Override
        public Void call() throws Exception {
            var chance = new Random(number);
            int next = 0;
            int committed = 0;
            try (var connection = store.writer()) {
                for (int i = 0; i < ROUNDS; i++) {
                    for (int j = 0; j < APPENDS; j++) {
                        store.append(connection, "stream-" + number, next, next + EVENTS_AN_APPEND - 1);
                        next += EVENTS_AN_APPEND;
                    }
                    meet();
                    boolean goesOn = number < 2 && i < ROUNDS - 1 && chance.nextBoolean();
                    if (i == 0 && number == 0) {
                        waitUntilSeenIncomplete();
                    }
                    if (!goesOn) {
                        next = committed = end(connection, chance, committed, next);
                    }
                    meet();
                }
            }
            return null;
        }

        private int end(Connection connection, Random chance, int committed, int next) throws SQLException {
            if (chance.nextInt(ROLLBACKS) == 0) {
                connection.rollback();
                return committed;
            }
            connection.commit();
            return next;
        }

        private void meet() throws Exception {
            round.await(1, TimeUnit.MINUTES);
        }

        /// Others have committed meanwhile; their numbers lie above those that this one has not committed.
        private void waitUntilSeenIncomplete() throws InterruptedException {
            assertThat(seenIncomplete.await(1, TimeUnit.MINUTES)).isTrue();
        }
    }
}
