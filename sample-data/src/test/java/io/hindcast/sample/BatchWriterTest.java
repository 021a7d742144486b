package io.hindcast.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchWriterTest {
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger mostWaiting = new AtomicInteger();
    private final AtomicInteger rows = new AtomicInteger();
    private final AtomicInteger commits = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(ints = {2_000, 10_000, 50_000})
    void no_more_than_a_batch_of_rows_is_held_however_long_the_history(int events) throws SQLException {
        var writer = new BatchWriter(connection(), counting(), counting(), 500);

        LedgerHistory.generate(new HistorySize(events, 42), writer);
        writer.flush();

        assertThat(mostWaiting.get()).isEqualTo(500);
        assertThat(waiting.get()).isZero();
        assertThat(rows.get()).isGreaterThan(events);
        assertThat(commits.get()).isEqualTo(rows.get() / 500 + 1);
    }

    @Test
    void a_long_history_keeps_no_more_accounts_than_a_bound() {
        var book = new AccountBook(new Chance(1));
        for (int i = 0; i < 100; i++) {
            book.add();
        }
        book.remove(book.busiest());

        assertThat(book.all()).hasSize(99);
        assertThat(AccountBook.MOST).isEqualTo(50_000);
    }

    private PreparedStatement counting() {
        return (PreparedStatement) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {PreparedStatement.class}, (_, method, _) -> {
                    switch (method.getName()) {
                        case "addBatch" -> {
                            rows.incrementAndGet();
                            mostWaiting.accumulateAndGet(waiting.incrementAndGet(), Math::max);
                        }
                        case "executeBatch" -> {
                            return new int[0];
                        }
                        default -> {}
                    }
                    return null;
                });
    }

    private Connection connection() {
        return (Connection)
                Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Connection.class}, (_, _, _) -> {
                    commits.incrementAndGet();
                    waiting.set(0);
                    return null;
                });
    }
}
