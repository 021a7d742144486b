package io.hindcast.house.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Tables with rows, as they are to be written.
///
/// @param extras members that a body has beside those of the story, because the system keeps something there
record LaidOut(Map<String, Content> tables, Set<String> extras) {
    /// A table: its columns, the types that the layout asks for, and its rows by column.
    record Content(Set<String> columns, Map<String, String> types, List<Map<String, Object>> rows) {
        Content() {
            this(new LinkedHashSet<>(), new LinkedHashMap<>(), new ArrayList<>());
        }
    }

    LaidOut() {
        this(new LinkedHashMap<>(), new LinkedHashSet<>());
    }

    Content table(String name) {
        return tables.computeIfAbsent(name, _ -> new Content());
    }

    /// A row; one that is there already is not written twice.
    void add(String table, Map<String, Object> row) {
        var content = table(table);
        content.columns().addAll(row.keySet());
        if (!content.rows().contains(row)) {
            content.rows().add(row);
        }
    }
}
