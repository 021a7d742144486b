package io.hindcast.connector.postgresql;

import io.hindcast.connector.jdbc.dialect.Column;
import io.hindcast.connector.jdbc.dialect.Reading;
import java.util.Arrays;

/// The types that are read as they are. Everything else is read as the text that PostgreSQL makes of it.
enum PostgresType {
    INT2("int2"),
    INT4("int4"),
    INT8("int8"),
    BOOL("bool"),
    OID("oid"),
    XID8("xid8"),
    TEXT("text"),
    VARCHAR("varchar"),
    JSON("json"),
    /// Its text, which a binary copy precedes with one byte for the version of the format.
    JSONB("jsonb"),
    BYTEA("bytea"),
    UUID("uuid"),
    TIMESTAMPTZ("timestamptz"),
    TIMESTAMP("timestamp"),
    DATE("date"),
    /// A large object, read with one byte before its content: 1, or 0 with nothing behind it where it is gone.
    LARGE_OBJECT("large object"),
    OTHER("");

    private final String name;

    PostgresType(String name) {
        this.name = name;
    }

    static PostgresType named(String name) {
        return Arrays.stream(values())
                .filter(type -> type.name.equals(name))
                .findFirst()
                .orElse(OTHER);
    }

    static PostgresType of(Column column) {
        return named(column.typeName());
    }

    /// What a column becomes in the select list, so that few types go over the wire.
    String select(String quoted, Reading reading) {
        return switch (this) {
            case INT8, TEXT, VARCHAR, JSON, JSONB, BYTEA, UUID -> quoted;
            case INT2, INT4 -> quoted + "::int8";
            case XID8 -> quoted + "::text::int8";
            case OID, LARGE_OBJECT -> reading == Reading.BYTES ? largeObject(quoted) : quoted + "::int8";
            case BOOL, OTHER -> quoted + "::text";
            case TIMESTAMPTZ, TIMESTAMP -> isTime(reading) ? quoted : quoted + "::text";
            case DATE -> quoted + (isTime(reading) ? "::timestamp" : "::text");
        };
    }

    /// What a selected column of this type arrives as.
    PostgresType arrivesAs(Reading reading) {
        return switch (this) {
            case INT8, TEXT, VARCHAR, JSON, JSONB, BYTEA, UUID -> this;
            case INT2, INT4, XID8 -> INT8;
            case OID, LARGE_OBJECT -> reading == Reading.BYTES ? LARGE_OBJECT : INT8;
            case BOOL, OTHER -> TEXT;
            case TIMESTAMPTZ -> isTime(reading) ? TIMESTAMPTZ : TEXT;
            case TIMESTAMP, DATE -> isTime(reading) ? TIMESTAMP : TEXT;
        };
    }

    private static boolean isTime(Reading reading) {
        return reading == Reading.INSTANT || reading == Reading.UTC;
    }

    /// A missing large object must not end the reading of all others, as the plain function would. Asked for one by one: for a
    /// plain EXISTS the server may first read the list of all there are, for every page.
    private static String largeObject(String quoted) {
        return """
                CASE WHEN %1$s IS NULL THEN NULL
                     WHEN (SELECT oid FROM pg_catalog.pg_largeobject_metadata WHERE oid = %1$s) IS NOT NULL
                     THEN '\\x01'::bytea || pg_catalog.lo_get(%1$s)
                     ELSE '\\x00'::bytea END"""
                .formatted(quoted);
    }
}
