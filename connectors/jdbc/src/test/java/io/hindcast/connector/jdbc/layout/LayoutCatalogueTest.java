package io.hindcast.connector.jdbc.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutCatalogueTest {
    @ParameterizedTest
    @ValueSource(strings = {"h2", "sqlite", "postgresql", "mariadb"})
    void every_packed_layout_parses_for_every_dialect(String dialect) {
        var known = LayoutCatalogue.known(dialect);

        assertThat(known)
                .extracting(Layout::system)
                .containsExactly(
                        "message-db",
                        "axon5-jpa",
                        "axon4-jpa",
                        "axon4-jdbc",
                        "emmett",
                        "emmett-events",
                        "marten",
                        "commanded-eventstore",
                        "commanded-eventstore",
                        "commanded-eventstore",
                        "rails-event-store",
                        "rails-event-store",
                        "rails-event-store",
                        "sqlstreamstore",
                        "pekko-jdbc",
                        "pekko-r2dbc",
                        "fj-event-store",
                        "prooph",
                        "eugene-khyst",
                        "fstore-sql",
                        "cqrs-es",
                        "eventually-rs",
                        "pyeventsourcing",
                        "hindcast-ledger",
                        "resolve",
                        "castore",
                        "wolkenkit-eventstore",
                        "wolkenkit",
                        "node-cqrs",
                        "valkyr",
                        "evtstore",
                        "spring-modulith",
                        "audit-trigger",
                        "hibernate-envers",
                        "outbox",
                        "system-versioned");
        assertThat(known).allSatisfy(layout -> assertThat(layout.title()).isNotBlank());
    }
}
