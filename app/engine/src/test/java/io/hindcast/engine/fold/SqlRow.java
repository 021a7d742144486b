package io.hindcast.engine.fold;

import java.util.ArrayList;
import java.util.List;

/// The values of one INSERT of a dump, without their quotes.
final class SqlRow {
    private SqlRow() {}

    static List<String> values(String insert) {
        var values = new ArrayList<String>();
        int i = insert.indexOf("VALUES (") + 8;
        while (insert.charAt(i - 1) != ')') {
            var value = new StringBuilder();
            if (insert.charAt(i) == '\'') {
                i++;
                while (insert.charAt(i) != '\'' || insert.charAt(i + 1) == '\'') {
                    if (insert.charAt(i) == '\'') {
                        i++;
                    }
                    value.append(insert.charAt(i++));
                }
                i++;
            } else {
                while (insert.charAt(i) != ',' && insert.charAt(i) != ')') {
                    value.append(insert.charAt(i++));
                }
            }
            values.add(value.toString());
            i += insert.charAt(i) == ')' ? 1 : 2;
        }
        return values;
    }
}
