package io.hindcast.connector.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Whether the values of a field look like what its name suggests: `version` may be that of a schema ("1.0.2"), and
/// `value` may be an amount instead of a body.
record SampledValues(List<Row> rows) {
    /// Names of bodies that mean something else as often.
    private static final Set<String> VAGUE = Set.of("event", "value");

    /// Never denied for a field without values, and for roles that any value can have.
    boolean couldBe(Role role, String field) {
        return switch (role) {
            case VERSION, POSITION -> areMostlyWhole(textsOf(field));
            case DATA -> couldBeBody(field);
            case STREAM, TYPE, RECORDED_AT, ID, CATEGORY, BASE64 -> true;
            case EFFECTIVE_AT, ACTOR, CORRELATION_ID, CAUSATION_ID, TENANT -> true;
        };
    }

    private boolean couldBeBody(String field) {
        boolean cells = rows.stream().anyMatch(CsvRow.class::isInstance);
        var texts = textsOf(field);
        return texts.isEmpty()
                || (!cells && !VAGUE.contains(Role.plain(field)))
                || texts.stream().anyMatch(text -> text.startsWith("{") || text.startsWith("["));
    }

    /// Mostly, so that a damaged record takes nothing from the others.
    private static boolean areMostlyWhole(List<String> texts) {
        long whole = texts.stream()
                .filter(text -> text.strip().matches("-?[0-9]{1,18}"))
                .count();
        return whole * 2 >= texts.size();
    }

    /// What the field holds in these rows, where it holds something.
    List<String> textsOf(String field) {
        var texts = new ArrayList<String>();
        for (Row row : rows) {
            for (int place = 0; place < row.size(); place++) {
                if (row.name(place).equals(field)) {
                    row.text(place).ifPresent(texts::add);
                }
            }
        }
        return texts;
    }
}
