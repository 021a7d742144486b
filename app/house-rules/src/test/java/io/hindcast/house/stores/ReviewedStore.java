package io.hindcast.house.stores;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A store that a server holds, and where the body of one of its events lies.
///
/// @param store as it was written
/// @param table the table with the bodies
/// @param body the column with the bodies
/// @param row which row is the event's, where `:stream`, `:version`, `:position` and `:id` stand for those that Hindcast says
record ReviewedStore(RealStore store, String table, String body, String row) {
    private static final String BY_POSITION = " = :position";
    private static final String BY_ID = "::text = :id";

    /// Every one of PostgreSQL; those of MariaDB and MySQL only where the server is there.
    static List<ReviewedStore> all() {
        return RealStore.all().stream()
                .filter(store -> !store.isFile())
                .flatMap(store -> kept(store).stream())
                .toList();
    }

    private static List<ReviewedStore> kept(RealStore store) {
        return places()
                .filter(place -> place[0].equals(store.folder()))
                .map(place -> new ReviewedStore(store, place[1], place[2], place[3]))
                .toList();
    }

    private static Stream<String[]> places() {
        return Stream.of(
                in("message-db", "message_store.messages", "data", "global_position" + BY_POSITION),
                in("axon4-jdbc-postgresql", "domainevententry", "payload", "globalindex" + BY_POSITION),
                in("axon4-jpa-postgresql", "domain_event_entry", "payload", "global_index" + BY_POSITION),
                in("axon5-jpa-postgresql", "aggregate_event_entry", "payload", "global_index" + BY_POSITION),
                in("castore-postgres", "event", "data", "id" + BY_POSITION),
                in("commanded-eventstore", "events", "data", "event_id" + BY_ID),
                in("cqrs-es", "events", "payload", "aggregate_type || '/' || aggregate_id = :stream AND sequence = :version"),
                in("eugene-khyst", "es_event", "json_data", "aggregate_id::text = :stream AND version = :version"),
                in("eventually-rs", "events", "event", "event_stream_id = :stream AND version = :version"),
                in("fstore-sql", "events", "data", "\"offset\"" + BY_POSITION),
                in("evtstore-postgres", "events", "event", "\"position\"" + BY_POSITION),
                in("emmett-postgresql", "emt_messages", "message_data", "message_id" + BY_ID),
                in("marten-emulated", "mt_events", "data", "seq_id" + BY_POSITION),
                in("pekko-jdbc", "event_journal", "event_payload", "ordering" + BY_POSITION),
                in("pekko-r2dbc", "event_journal", "event_payload", "persistence_id = :stream AND seq_nr = :version"),
                in("pyeventsourcing-postgresql", "bankaccounts_events", "state", "notification_id" + BY_POSITION),
                in("rails-event-store", "event_store_events", "data", "event_id" + BY_ID),
                in("sqlstreamstore", "messages", "json_data", "\"position\"" + BY_POSITION),
                in("valkyr-postgres", "events", "data", "id" + BY_ID),
                in("wolkenkit-postgres", "\"domain-events\"", "\"domainEvent\"", "\"domainEvent\" ->> 'id' = :id"),
                in("wolkenkit3-postgres", "store_bank_events", "event", "\"position\"" + BY_POSITION),
                in("spring-modulith", "event_publication", "serialized_event", "serialized_event LIKE '%' || :id || '%' AND :stream LIKE listener_id || '/%'"),
                in("debezium-outbox", "bank.outboxevent", "payload", "id" + BY_ID),
                in("prooph", "_c13e773115edb65782d7720c9530285055041437", "payload", "event_id" + BY_ID),
                in("resolve-postgres", "events", "payload", "\"aggregateId\" = :stream AND \"aggregateVersion\" = :version"),
                in("fjogeleit-postgres", "_ca20728d35f00c3a4c21b1fc8b0086b59f89df2d", "payload", "event_id" + BY_ID),
                in("wolkenkit-mariadb", "`domain-events`", "domainEvent", "domainEvent LIKE CONCAT('%', :id, '%')"),
                in("wolkenkit3-mariadb", "store_bank_events", "event", "position" + BY_POSITION),
                in("cqrs-es-mysql", "events", "payload", "CONCAT(aggregate_type, '/', aggregate_id) = :stream AND sequence = :version"),
                in("resolve-mysql", "events", "payload", "aggregateId = :stream AND aggregateVersion = :version"));
    }

    private static String[] in(String folder, String table, String body, String row) {
        return new String[] {folder, table, body, row};
    }

    /// The statement that lets the body of an event say another amount.
    ///
    /// @param type of the column, as the server says
    String edit(ReviewedEvent event, String type) {
        String[] amounts = {event.amount(), event.otherAmount()};
        String set = switch (type) {
            case "oid" -> "%1$s = lo_from_bytea(0, %2$s)".formatted(body, bytes("lo_get(" + body + ")", amounts));
            case "bytea" -> "%1$s = %2$s".formatted(body, bytes(body, amounts));
            case "json", "jsonb" -> store.isOnMariaDb()
                    ? "%1$s = REPLACE(%1$s, '%2$s', '%3$s')".formatted(body, amounts[0], amounts[1])
                    : "%1$s = replace(%1$s::text, '%2$s', '%3$s')::%4$s".formatted(body, amounts[0], amounts[1], type);
            default -> "%1$s = replace(%1$s, '%2$s', '%3$s')".formatted(body, amounts[0], amounts[1]);
        };
        return "UPDATE %s SET %s WHERE %s".formatted(table, set, event.in(row));
    }

    private static String bytes(String packed, String... amounts) {
        return "convert_to(replace(convert_from(%s, 'UTF8'), '%s', '%s'), 'UTF8')".formatted(packed, amounts[0], amounts[1]);
    }

    Path rules() {
        return store.rules();
    }

    @Override
    public String toString() {
        return store.toString();
    }
}
