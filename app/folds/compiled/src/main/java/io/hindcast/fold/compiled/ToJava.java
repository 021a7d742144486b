package io.hindcast.fold.compiled;

import io.hindcast.engine.fold.Kinds;
import io.hindcast.engine.fold.Numbers;
import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.Opaque;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Builds objects of a person's own classes out of values: records and constructors by the names of their parameters, else
/// by fields. Nothing is deserialised: only the type that was asked for is made, by its own constructor.
final class ToJava {
    private static final Map<Class<?>, Function<String, Object>> TEXTS = Map.ofEntries(
            Map.entry(UUID.class, UUID::fromString),
            Map.entry(Instant.class, ToJava::instant),
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

    private ToJava() {}

    /// @throws Unmappable when the value does not fit the type
    static @Nullable Object of(StateValue value, Type type) {
        return switch (type) {
            case ParameterizedType generic -> generic(value, generic);
            case WildcardType wildcard -> of(value, wildcard.getUpperBounds()[0]);
            case TypeVariable<?> variable -> of(value, variable.getBounds()[0]);
            case Class<?> plain -> plain(value, plain);
            default -> throw new Unmappable("the type %s is not known".formatted(type.getTypeName()));
        };
    }

    private static @Nullable Object plain(StateValue value, Class<?> type) {
        if (StateValue.class.isAssignableFrom(type) && type.isInstance(value)) {
            return value;
        }
        if (value instanceof Null || value instanceof Absent) {
            return nothing(type);
        }
        if (type == Object.class) {
            return natural(value);
        }
        if (type.isArray()) {
            return array(value, type.componentType());
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type) || type == Boolean.class || type == Character.class) {
            return scalar(value, type);
        }
        if (type == String.class || type == CharSequence.class) {
            return text(value);
        }
        if (type.isEnum()) {
            return constant(text(value), type);
        }
        Function<String, Object> reads = TEXTS.get(type);
        if (reads != null) {
            return read(value, type, reads);
        }
        if (Collection.class.isAssignableFrom(type)) {
            return collection(value, type, Object.class);
        }
        if (Map.class.isAssignableFrom(type)) {
            return map(value, type, String.class, Object.class);
        }
        return type.isInterface() || Modifier.isAbstract(type.getModifiers()) ? variant(value, type) : object(value, type);
    }

    private static @Nullable Object nothing(Class<?> type) {
        if (type == Optional.class) {
            return Optional.empty();
        }
        return type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null;
    }

    private static @Nullable Object generic(StateValue value, ParameterizedType type) {
        var raw = (Class<?>) type.getRawType();
        Type[] arguments = type.getActualTypeArguments();
        if (raw == Optional.class) {
            return Optional.ofNullable(of(value, arguments[0]));
        }
        if (value instanceof Null || value instanceof Absent) {
            return null;
        }
        if (Collection.class.isAssignableFrom(raw) || raw == Iterable.class) {
            return collection(value, raw, arguments[0]);
        }
        if (Map.class.isAssignableFrom(raw)) {
            return map(value, raw, arguments[0], arguments[1]);
        }
        return plain(value, raw);
    }

    private static Object collection(StateValue value, Class<?> type, Type item) {
        if (!(value instanceof Items items)) {
            throw new Unmappable("%s is no list".formatted(Kinds.of(value)));
        }
        Collection<@Nullable Object> made = SortedSet.class.isAssignableFrom(type)
                ? new TreeSet<>()
                : Set.class.isAssignableFrom(type) ? new LinkedHashSet<>() : new ArrayList<>();
        items.values().forEach(one -> made.add(of(one, item)));
        return made;
    }

    private static Object map(StateValue value, Class<?> type, Type key, Type item) {
        if (!(value instanceof Fields fields)) {
            throw new Unmappable("%s is no object".formatted(Kinds.of(value)));
        }
        Map<@Nullable Object, @Nullable Object> made =
                java.util.SortedMap.class.isAssignableFrom(type) ? new TreeMap<>() : new LinkedHashMap<>();
        fields.entries().forEach(entry -> made.put(of(new Text(entry.getKey()), key), of(entry.getValue(), item)));
        return made;
    }

    private static Object array(StateValue value, Class<?> item) {
        var list = (List<?>) collection(value, List.class, item);
        Object array = Array.newInstance(item, list.size());
        for (int i = 0; i < list.size(); i++) {
            Array.set(array, i, list.get(i));
        }
        return array;
    }

    private static @Nullable Object natural(StateValue value) {
        return switch (value) {
            case Absent _, Null _, Opaque _ -> null;
            case Bool(boolean is) -> is;
            case Num number -> number.value();
            case Text(String text) -> text;
            case Items items -> collection(items, List.class, Object.class);
            case Fields fields -> map(fields, Map.class, String.class, Object.class);
        };
    }

    private static Object scalar(StateValue value, Class<?> type) {
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

    /// Of a sealed type, the one variant that has all the names of the value.
    private static Object variant(StateValue value, Class<?> type) {
        Class<?>[] variants = type.getPermittedSubclasses();
        if (value instanceof Fields fields && variants != null) {
            for (Class<?> one : variants) {
                if (one.isRecord() && Arrays.stream(one.getRecordComponents()).map(part -> part.getName()).collect(java.util.stream.Collectors.toSet()).equals(Set.copyOf(fields.names()))) {
                    return object(value, one);
                }
            }
        }
        throw new Unmappable("%s is abstract: which class to build is not said".formatted(type.getSimpleName()));
    }

    private static Object object(StateValue value, Class<?> type) {
        if (!(value instanceof Fields fields)) {
            return wrapped(value, type);
        }
        Constructor<?> best = Arrays.stream(type.getDeclaredConstructors())
                .filter(one -> one.getParameterCount() > 0 && namesOf(one).stream().allMatch(name -> !name.isEmpty()))
                .filter(one -> type.isRecord() ? isCanonical(one, type) : fields.names().containsAll(namesOf(one)))
                .max(Comparator.comparingInt(Constructor::getParameterCount))
                .orElse(null);
        if (best != null) {
            List<String> names = type.isRecord()
                    ? Arrays.stream(type.getRecordComponents()).map(part -> part.getName()).toList()
                    : namesOf(best);
            Type[] types = best.getGenericParameterTypes();
            var arguments = new @Nullable Object[names.size()];
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = named(fields.field(names.get(i)), types[i], type, names.get(i));
            }
            return filled(make(best, arguments), fields, names);
        }
        return filled(empty(type), fields, List.of());
    }

    private static boolean isCanonical(Constructor<?> constructor, Class<?> type) {
        return Arrays.equals(
                constructor.getParameterTypes(),
                Arrays.stream(type.getRecordComponents()).map(part -> part.getType()).toArray(Class<?>[]::new));
    }

    /// A value object around one scalar: `new AccountId(text)`, or a static method `of`.
    private static Object wrapped(StateValue value, Class<?> type) {
        for (Constructor<?> one : type.getDeclaredConstructors()) {
            if (one.getParameterCount() == 1) {
                return make(one, of(value, one.getGenericParameterTypes()[0]));
            }
        }
        for (Method one : type.getDeclaredMethods()) {
            boolean makes = Modifier.isStatic(one.getModifiers()) && one.getReturnType() == type && one.getParameterCount() == 1;
            if (makes && Set.of("of", "valueOf", "parse", "fromString", "from").contains(one.getName())) {
                return Reflection.call(one, null, of(value, one.getGenericParameterTypes()[0]));
            }
        }
        throw new Unmappable("%s cannot be made of %s".formatted(type.getSimpleName(), Kinds.of(value)));
    }

    /// Names of the parameters: as compiled, or as Jackson's annotation says; "" where neither is there.
    private static List<String> namesOf(Constructor<?> constructor) {
        var names = new ArrayList<String>();
        for (Parameter parameter : constructor.getParameters()) {
            String said = Arrays.stream(parameter.getAnnotations())
                    .filter(one -> one.annotationType().getSimpleName().equals("JsonProperty"))
                    .map(one -> String.valueOf(Reflection.value(one)))
                    .findFirst()
                    .orElse("");
            names.add(!said.isEmpty() ? said : parameter.isNamePresent() ? parameter.getName() : "");
        }
        return names;
    }

    static Object empty(Class<?> type) {
        try {
            return make(type.getDeclaredConstructor());
        } catch (NoSuchMethodException _) {
            throw new Unmappable(
                    "%s cannot be built: it has neither a constructor without parameters nor one whose parameters are named as the fields (compile with -parameters)"
                            .formatted(type.getSimpleName()));
        }
    }

    private static Object make(Constructor<?> constructor, @Nullable Object... arguments) {
        try {
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException thrown) {
            throw new Unmappable("the constructor of %s threw %s"
                    .formatted(constructor.getDeclaringClass().getSimpleName(), Reflection.kind(thrown)));
        } catch (ReflectiveOperationException _) {
            throw new Unmappable("%s cannot be built".formatted(constructor.getDeclaringClass().getSimpleName()));
        }
    }

    /// Sets the fields of an object that are there, but for those given to its constructor.
    static Object filled(Object object, Fields fields, List<String> done) {
        for (Field field : Reflection.fieldsOf(object.getClass())) {
            StateValue value = fields.field(field.getName());
            boolean settable = !Modifier.isFinal(field.getModifiers()) || (!object.getClass().isRecord() && done.isEmpty());
            if (value.isPresent() && settable && !done.contains(field.getName())) {
                put(field, object, named(value, field.getGenericType(), object.getClass(), field.getName()));
            }
        }
        return object;
    }

    /// A collection that the constructor made is filled, so that it stays of its kind.
    @SuppressWarnings("unchecked")
    private static void put(Field field, Object object, @Nullable Object value) {
        Object there = Reflection.get(field, object);
        try {
            if (there instanceof Collection<?> && value instanceof Collection<?> items) {
                ((Collection<Object>) there).clear();
                ((Collection<Object>) there).addAll(items);
                return;
            }
            if (there instanceof Map<?, ?> && value instanceof Map<?, ?> entries) {
                ((Map<Object, Object>) there).clear();
                ((Map<Object, Object>) there).putAll(entries);
                return;
            }
        } catch (UnsupportedOperationException _) {
            // one that cannot be filled is replaced
        }
        Reflection.set(field, object, value);
    }

    private static @Nullable Object named(StateValue value, Type type, Class<?> owner, String name) {
        try {
            return of(value, type);
        } catch (Unmappable wrong) {
            throw new Unmappable("/%s of %s: %s".formatted(name, owner.getSimpleName(), wrong.getMessage()));
        }
    }
}
