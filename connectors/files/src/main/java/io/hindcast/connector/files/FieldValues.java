package io.hindcast.connector.files;

import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// What a field may mean by its values in the first records, whatever it is called. Only ever a suggestion to a person.
record FieldValues(SampledValues sample) {
    /// The roles that values can tell, the surest first.
    static final List<Role> TELLING =
            List.of(Role.RECORDED_AT, Role.DATA, Role.ID, Role.TYPE, Role.STREAM, Role.VERSION);

    private static final int MOST_TYPES = 30;
    private static final Pattern WHOLE = Pattern.compile("\\d{1,18}");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9.,]+");
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final TimeReader TIMES = new TimeReader(Optional.empty(), ZoneOffset.UTC, false);

    /// Whether the values of a field would do for a role; never where there are none.
    boolean suggest(Role role, String field) {
        return switch (role) {
            case RECORDED_AT, EFFECTIVE_AT -> all(field, FieldValues::isTime);
            case DATA -> all(field, text -> text.startsWith("{"));
            case ID -> isUnique(field) && all(field, text -> UUID.matcher(text).matches());
            case TYPE -> isName(field) && repeats(field) && distinct(field) <= MOST_TYPES;
            case STREAM, CATEGORY -> repeats(field) && isPlain(field);
            case VERSION, POSITION -> all(field, text -> WHOLE.matcher(text).matches());
            case BASE64 -> false;
            case ACTOR, CORRELATION_ID, CAUSATION_ID, TENANT -> isPlain(field);
        };
    }

    /// Types are few, streams are many, and of two that are alike the first field is likelier.
    Comparator<String> likeliest(Role role, List<String> order) {
        Comparator<String> byPlace = Comparator.comparingInt((String name) -> order.indexOf(name)).reversed();
        return switch (role) {
            case TYPE -> Comparator.comparingInt(this::distinct).reversed().thenComparing(byPlace);
            case STREAM -> Comparator.comparingInt(this::distinct).thenComparing(byPlace);
            case RECORDED_AT, VERSION, POSITION, ID, CATEGORY, DATA, BASE64 -> byPlace;
            case EFFECTIVE_AT, ACTOR, CORRELATION_ID, CAUSATION_ID, TENANT -> byPlace;
        };
    }

    static String reason(Role role) {
        return switch (role) {
            case RECORDED_AT, EFFECTIVE_AT -> "it tells moments";
            case DATA, BASE64 -> "it holds JSON objects";
            case ID -> "every record has a UUID of its own";
            case TYPE -> "few values come again and again";
            case VERSION, POSITION -> "it holds whole numbers";
            case STREAM, CATEGORY, ACTOR, CORRELATION_ID, CAUSATION_ID, TENANT -> "its values come more than once";
        };
    }

    /// The first different values of a field.
    List<String> first(String field, int most) {
        return sample.textsOf(field).stream().distinct().limit(most).toList();
    }

    /// Whether a zone is needed to read them.
    boolean hasLocalTimes(List<String> fields) {
        return fields.stream().flatMap(field -> sample.textsOf(field).stream()).anyMatch(TIMES::isLocal);
    }

    private boolean isName(String field) {
        return isPlain(field) && !all(field, text -> NUMBER.matcher(text).matches());
    }

    private boolean isPlain(String field) {
        return all(field, text -> !text.startsWith("{") && !text.startsWith("[") && !isTime(text));
    }

    private boolean repeats(String field) {
        return distinct(field) < sample.textsOf(field).size();
    }

    private boolean isUnique(String field) {
        return distinct(field) == sample.textsOf(field).size();
    }

    private int distinct(String field) {
        return new HashSet<>(sample.textsOf(field)).size();
    }

    private boolean all(String field, Predicate<String> test) {
        var texts = sample.textsOf(field);
        return !texts.isEmpty() && texts.stream().allMatch(test);
    }

    /// Amounts are numbers too: only one of ten digits and more can be seconds since 1970.
    private static boolean isTime(String text) {
        if (NUMBER.matcher(text).matches() && !text.matches("\\d{10,19}|\\d{1,2}\\.\\d{1,2}\\.\\d{4}")) {
            return false;
        }
        try {
            TIMES.instant(text, false);
            return true;
        } catch (DateTimeException _) {
            return false;
        }
    }
}
