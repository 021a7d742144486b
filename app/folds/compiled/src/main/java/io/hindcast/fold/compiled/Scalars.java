package io.hindcast.fold.compiled;

import io.hindcast.engine.fold.Kinds;
import io.hindcast.engine.fold.Numbers;
import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Currency;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/// Numbers, texts, times and constants out of values.
final class Scalars {
    private static final Map<Class<?>, Function<String, Object>> TEXTS = Map.ofEntries(
            Map.entry(UUID.class, UUID::fromString),
            Map.entry(Instant.class, Scalars::instant),
            Map.entry(LocalDate.class, LocalDate::parse),
            Map.entry(LocalDateTime.class, LocalDateTime::parse),
            Map.entry(LocalTime.class, LocalTime::parse),
            Map.entry(OffsetDateTime.class, OffsetDateTime::parse),
            Map.entry(ZonedDateTime.class, ZonedDateTime::parse),
            Map.entry(Duration.class, Duration::parse),
            Map.entry(Period.class, Period::parse),
            Map.entry(Year.class, Year::parse),
            Map.entry(YearMonth.class, YearMonth::parse),
            Map.entry(ZoneId.class, ZoneId::of),
            Map.entry(Currency.class, Currency::getInstance));

    private Scalars() {}

    static boolean isScalar(Class<?> type) {
        return isPrimitive(type)
                || type == String.class
                || type == CharSequence.class
                || type.isEnum()
                || TEXTS.containsKey(type);
    }

    private static boolean isPrimitive(Class<?> type) {
        return type.isPrimitive()
                || Number.class.isAssignableFrom(type)
                || type == Boolean.class
                || type == Character.class;
    }

    /// @param type for which [#isScalar(Class)] holds
    /// @throws Unmappable when the value does not fit the type
    static Object of(StateValue value, Class<?> type) {
        if (isPrimitive(type)) {
            return primitive(value, type);
        }
        Function<String, Object> reads = TEXTS.get(type);
        if (reads != null) {
            return read(value, type, reads);
        }
        return type.isEnum() ? constant(text(value), type) : text(value);
    }

    private static Object primitive(StateValue value, Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return switch (value) {
                case Bool(boolean is) -> is;
                case Text(String text) when text.equals("true") || text.equals("false") -> Boolean.valueOf(text);
                default -> throw new Unmappable("%s is not true or false".formatted(Kinds.of(value)));
            };
        }
        if (type == char.class || type == Character.class) {
            String text = text(value);
            if (text.length() != 1) {
                throw new Unmappable("text is no single character");
            }
            return text.charAt(0);
        }
        BigDecimal number = Numbers.read(value)
                .orElseThrow(() -> new Unmappable("%s is no number".formatted(Kinds.of(value))))
                .value();
        try {
            return switch (type.getSimpleName()) {
                case "int", "Integer" -> number.intValueExact();
                case "long", "Long" -> number.longValueExact();
                case "short", "Short" -> number.shortValueExact();
                case "byte", "Byte" -> number.byteValueExact();
                case "double", "Double" -> number.doubleValue();
                case "float", "Float" -> number.floatValue();
                case "BigInteger" -> number.toBigIntegerExact();
                case "BigDecimal", "Number" -> number;
                default -> throw new Unmappable("the type %s is not known".formatted(type.getName()));
            };
        } catch (ArithmeticException _) {
            throw new Unmappable("the number does not fit %s".formatted(type.getSimpleName()));
        }
    }

    private static String text(StateValue value) {
        return switch (value) {
            case Text(String text) -> text;
            case Num number -> number.digits();
            case Bool(boolean is) -> String.valueOf(is);
            default -> throw new Unmappable("%s is no text".formatted(Kinds.of(value)));
        };
    }

    private static Object constant(String name, Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> ((Enum<?>) one).name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Unmappable("%s has no such constant".formatted(type.getSimpleName())));
    }

    private static Object read(StateValue value, Class<?> type, Function<String, Object> reads) {
        try {
            if (type == Instant.class && value instanceof Num number) {
                return seconds(number.value());
            }
            return reads.apply(text(value));
        } catch (DateTimeException | IllegalArgumentException _) {
            throw new Unmappable("text is no %s".formatted(type.getSimpleName()));
        }
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text.endsWith("Z") || text.matches(".*[+-]\\d\\d:?\\d\\d$") ? text : text + "Z")
                .withOffsetSameInstant(ZoneOffset.UTC)
                .toInstant();
    }

    /// Seconds with a fraction, as Jackson writes them.
    private static Instant seconds(BigDecimal number) {
        BigInteger whole = number.toBigInteger();
        long nanos = number.subtract(new BigDecimal(whole)).movePointRight(9).longValue();
        return Instant.ofEpochSecond(whole.longValueExact(), nanos);
    }
}
