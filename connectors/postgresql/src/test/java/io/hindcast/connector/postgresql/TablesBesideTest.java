package io.hindcast.connector.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.connector.ReadRequest;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Every table of a real store's system is read or named.
class TablesBesideTest {
    @Test
    void tables_beside_the_events_are_named_and_not_read() throws SQLException {
        Map<String, String> named = new TreeMap<>();
        for (String folder : new String[] {"resolve-postgres", "commanded-eventstore", "valkyr-postgres", "pekko-jdbc"}) {
            try (var source = new PostgresConnector().open(TestServer.realStore(folder))) {
                source.notRead().stream()
                        .filter(one -> one.what().contains(": table "))
                        .forEach(one -> named.merge(folder, one.what(), (some, more) -> some + "; " + more));
            }
        }

        assertThat(named)
                .containsEntry("commanded-eventstore", "progress of subscriptions: table public.subscriptions")
                .containsEntry("valkyr-postgres", "tags of streams: table public.relations")
                .containsEntry("pekko-jdbc", "durable states: table public.durable_state");
        assertThat(named.get("resolve-postgres")).contains("secrets: table public.secrets");
    }
}
