package io.hindcast.connector.mariadb;

import java.util.Locale;

/// As what a column's values travel.
enum MariaDbType {
    BOOLEAN,
    WHOLE,
    UNSIGNED,
    EXACT,
    REAL,
    BITS,
    DATE_TIME,
    TIMESTAMP,
    DATE,
    UUID,
    BINARY,
    JSON,
    TEXT,
    OTHER;

    /// @param name as the catalogue or the driver names it: `bigint unsigned`, `BIGINT UNSIGNED`
    static MariaDbType of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String bare = lower.replaceAll("[ (].*", "");
        return switch (bare) {
            case "tinyint" -> lower.equals("tinyint(1)") ? BOOLEAN : WHOLE;
            case "smallint", "mediumint", "int", "integer", "year" -> WHOLE;
            case "bigint" -> lower.contains("unsigned") ? UNSIGNED : WHOLE;
            case "decimal", "numeric" -> EXACT;
            case "float", "double", "real" -> REAL;
            case "bit" -> BITS;
            case "datetime" -> DATE_TIME;
            case "timestamp" -> TIMESTAMP;
            case "date" -> DATE;
            case "uuid" -> UUID;
            case "binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob" -> BINARY;
            case "json" -> JSON;
            case "char", "varchar", "tinytext", "text", "mediumtext", "longtext", "enum", "set" -> TEXT;
            default -> OTHER;
        };
    }
}
