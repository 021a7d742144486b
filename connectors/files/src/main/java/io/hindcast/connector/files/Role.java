package io.hindcast.connector.files;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a field of a record can mean, the key that a mapping file names it by, and the names it is guessed from.
enum Role {
    STREAM(
            "stream",
            "the stream",
            "stream",
            "streamid",
            "streamname",
            "aggregateid",
            "entityid",
            "subject",
            "key",
            "konto"),
    TYPE("type", "the event type", "eventtype", "type", "eventname", "name", "method", "vorgang"),
    RECORDED_AT(
            "recorded",
            "the recorded time",
            "recordedat",
            "storedat",
            "occurredat",
            "timestamp",
            "createdat",
            "created",
            "time",
            "zeitpunkt"),
    VERSION(
            "version",
            "the version",
            "version",
            "revision",
            "sequence",
            "sequencenumber",
            "aggregateversion",
            "streamrevision",
            "streamversion",
            "eventnumber",
            "lfd"),
    POSITION("position", "the position", "position", "globalposition", "no", "nr", "seq", "offset"),
    ID("id", "the event id", "eventid", "id", "uuid", "messageid"),
    CATEGORY("category", "the category", "category", "streamcategory", "aggregatetype", "entitytype"),
    DATA("data", "the body", "data", "payload", "body", "event", "value"),
    BASE64("dataBase64", "the body in base64", "database64"),
    EFFECTIVE_AT("effectiveAt", "the effective time", "effectiveat", "effectivedate", "valuedate", "wertstellung"),
    ACTOR("actor", "the user", "user", "userid", "username", "actor", "initiator", "principal", "benutzer"),
    CORRELATION_ID("correlationId", "the correlation id", "correlationid", "requestid", "traceid", "verweis"),
    CAUSATION_ID("causationId", "the causation id", "causationid", "causeid"),
    TENANT("tenant", "the tenant", "tenant", "tenantid");

    private final String key;
    private final String meaning;
    private final List<String> guesses;

    Role(String key, String meaning, String... guesses) {
        this.key = key;
        this.meaning = meaning;
        this.guesses = List.of(guesses);
    }

    String key() {
        return key;
    }

    String meaning() {
        return meaning;
    }

    /// Names that mean this role, in the spelling of [#plain(String)], the likeliest first.
    List<String> guesses() {
        return guesses;
    }

    /// Whether the value becomes part of the event itself; the others stay in the metadata.
    boolean isOfEvent() {
        return compareTo(EFFECTIVE_AT) < 0;
    }

    /// The recorded time is also known as `recordedAt`, which is what records call it.
    static Optional<Role> ofKey(String key) {
        for (Role role : values()) {
            if (role.key.equalsIgnoreCase(key)) {
                return Optional.of(role);
            }
        }
        return key.equalsIgnoreCase("recordedAt") ? Optional.of(RECORDED_AT) : Optional.empty();
    }

    /// A name without case and separators, so that `Event_ID` is `eventid`.
    static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[_\\-. ]", "");
    }
}
