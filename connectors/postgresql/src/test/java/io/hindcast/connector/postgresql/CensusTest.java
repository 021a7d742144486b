package io.hindcast.connector.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.SourceInfo.NotRead;
import io.hindcast.connector.tck.ReadOut;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every row of a real store's event table is an event or is counted by name among those not read, and every table of
/// its system is read or named.
class CensusTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
        axon4-jdbc-postgresql,      axon4-jdbc,           domainevententry
        axon4-jpa-postgresql,       axon4-jpa,            domain_event_entry
        axon5-jpa-postgresql,       axon5-jpa,            aggregate_event_entry
        castore-postgres,           castore,              event
        commanded-eventstore,       commanded-eventstore, stream_events
        cqrs-es,                    cqrs-es,              events
        emmett-postgresql,          emmett,               emt_messages
        eugene-khyst,               eugene-khyst,         es_event
        eventually-rs,              eventually-rs,        events
        evtstore-postgres,          evtstore,             events
        fjogeleit-postgres,         fj-event-store,       _ca20728d35f00c3a4c21b1fc8b0086b59f89df2d
        fstore-sql,                 fstore-sql,           events
        marten-emulated,            marten,               mt_events
        message-db,                 message-db,           message_store.messages
        pekko-jdbc,                 pekko-jdbc,           event_journal
        pekko-r2dbc,                pekko-r2dbc,          event_journal
        prooph,                     prooph,               _c13e773115edb65782d7720c9530285055041437
        pyeventsourcing-postgresql, pyeventsourcing,      bankaccounts_events
        rails-event-store,          rails-event-store,    event_store_events
        resolve-postgres,           resolve,              events
        sqlstreamstore,             sqlstreamstore,       messages
        valkyr-postgres,            valkyr,               events
        wolkenkit-postgres,         wolkenkit,            domain-events
        wolkenkit3-postgres,        wolkenkit-eventstore, store_bank_events
        """)
    void rows_are_events_or_named(String folder, String system, String table) throws SQLException {
        try (var source = new PostgresConnector().open(TestServer.realStore(folder))) {
            long events = ReadOut.of(source, ReadRequest.store(Detail.HEADERS)).events().size();
            long named = source.notRead().stream()
                    .filter(one -> !one.what().startsWith("other rows of table"))
                    .mapToLong(NotRead::rows)
                    .filter(rows -> rows > 0)
                    .sum();

            assertThat(source.info().system()).isEqualTo(system);
            assertThat(events + named).isEqualTo(rows(folder, table));
        }
    }

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

    private static long rows(String database, String table) throws SQLException {
        String quoted = "\"" + table.replace(".", "\".\"") + "\"";
        try (var connection = TestServer.server().connect(database);
                var statement = connection.createStatement();
                var result = statement.executeQuery("SELECT count(*) FROM " + quoted)) {
            result.next();
            return result.getLong(1);
        }
    }
}
