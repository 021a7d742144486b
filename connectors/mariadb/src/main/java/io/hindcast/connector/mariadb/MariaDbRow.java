package io.hindcast.connector.mariadb;

import io.hindcast.connector.jdbc.dialect.KeyPart;
import io.hindcast.connector.jdbc.dialect.Row;
import io.hindcast.connector.jdbc.dialect.UnreadableValue;
import io.hindcast.connector.jdbc.layout.TimeForm;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A row of a result, value by value by the type of its column. Used by one thread.
final class MariaDbRow implements Row {
    private final ResultSet result;
    private final List<MariaDbType> types;
    private final ZoneId zone;

    /// @param types of the columns in the order of the select list
    /// @param zone in which DATETIME columns tell the time
    MariaDbRow(ResultSet result, List<MariaDbType> types, ZoneId zone) {
        this.result = result;
        this.types = types;
        this.zone = zone;
    }

    @Override
    public @Nullable String text(int slot) throws SQLException {
        return switch (types.get(slot)) {
            case BINARY -> {
                byte[] bytes = result.getBytes(slot + 1);
                yield bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
            }
            case TIMESTAMP, DATE_TIME -> {
                Instant instant = instant(slot);
                yield instant == null ? null : instant.toString();
            }
            case EXACT -> {
                BigDecimal number = result.getBigDecimal(slot + 1);
                yield number == null ? null : number.toPlainString();
            }
            default -> result.getString(slot + 1);
        };
    }

    @Override
    public @Nullable Long number(int slot) throws SQLException {
        return switch (types.get(slot)) {
            case WHOLE, BOOLEAN -> {
                Long number = result.getLong(slot + 1);
                yield result.wasNull() ? null : number;
            }
            default -> {
                String text = text(slot);
                yield text == null ? null : (Long) whole(text);
            }
        };
    }

    private static long whole(String text) {
        try {
            return new BigDecimal(text.strip()).longValueExact();
        } catch (ArithmeticException | NumberFormatException _) {
            throw new UnreadableValue("is not a whole number of 64 bits");
        }
    }

    /// JSON by way of text: the driver refuses to give what MySQL sends as JSON in any other way.
    @Override
    public byte @Nullable [] bytes(int slot) throws SQLException {
        return switch (types.get(slot)) {
            case BINARY, TEXT -> result.getBytes(slot + 1);
            default -> {
                String text = text(slot);
                yield text == null ? null : text.getBytes(StandardCharsets.UTF_8);
            }
        };
    }

    @Override
    public @Nullable Instant instant(int slot) throws SQLException {
        return switch (types.get(slot)) {
            case TIMESTAMP -> {
                LocalDateTime time = time(slot);
                yield time == null ? null : time.toInstant(ZoneOffset.UTC);
            }
            case DATE_TIME -> {
                LocalDateTime time = time(slot);
                yield time == null ? null : time.atZone(zone).toInstant();
            }
            case DATE -> {
                LocalDate date = result.getObject(slot + 1, LocalDate.class);
                yield date == null ? null : date.atStartOfDay(zone).toInstant();
            }
            case TEXT -> written(slot);
            default -> throw new UnreadableValue("is not of a time type");
        };
    }

    private @Nullable Instant written(int slot) throws SQLException {
        String text = result.getString(slot + 1);
        try {
            return text == null ? null : TimeForm.UTC.read(text);
        } catch (DateTimeException _) {
            throw new UnreadableValue("is not a time");
        }
    }

    /// Where the type is one of time but the value is `0000-00-00`, the driver gives nothing; that is not NULL.
    private @Nullable LocalDateTime time(int slot) throws SQLException {
        LocalDateTime time = result.getObject(slot + 1, LocalDateTime.class);
        if (time == null && result.getString(slot + 1) != null) {
            throw new UnreadableValue("is no day of a calendar");
        }
        return time;
    }

    /// Asked for as text, for the driver gives nothing for `0000-00-00` as an object, and that is not NULL.
    @Override
    public KeyPart key(int slot) throws SQLException {
        return result.getString(slot + 1) == null ? new KeyPart.Absent() : part(slot);
    }

    private KeyPart part(int slot) throws SQLException {
        return switch (types.get(slot)) {
            case WHOLE, BOOLEAN -> new KeyPart.Number(result.getLong(slot + 1));
            case REAL -> new KeyPart.Real(Double.doubleToRawLongBits(result.getDouble(slot + 1)));
            case BINARY -> new KeyPart.Bytes(HexFormat.of().formatHex(result.getBytes(slot + 1)));
            case TIMESTAMP, DATE_TIME, DATE -> new KeyPart.Text(result.getString(slot + 1));
            default -> new KeyPart.Text(String.valueOf(text(slot)));
        };
    }
}
