package io.hindcast.connector.jdbc.layout;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The signs by which an event table is known. Names are compared without case and underscores.
///
/// @param tables name patterns, one of which must fit; `*` stands for any text
/// @param columns columns that must be there
/// @param optional columns that may be there
/// @param exactly whether no other column may be there
/// @param spelled whether underscores in the table's name count
/// @param beside tables that must be there as well, in the same schema
/// @param lacks columns of tables beside it that must not be there: `event_streams.category`
/// @param merge what happens where several tables fit
/// @param types database types that columns must have, by normal name of the column
public record Recognition(
        List<String> tables,
        List<String> columns,
        List<String> optional,
        boolean exactly,
        boolean spelled,
        List<String> beside,
        List<String> lacks,
        Merge merge,
        Map<String, String> types) {
    public Recognition {
        tables = List.copyOf(tables);
        columns = List.copyOf(columns);
        optional = List.copyOf(optional);
        beside = List.copyOf(beside);
        lacks = List.copyOf(lacks);
        types = Map.copyOf(types);
    }

    /// How tables that fit are read.
    public enum Merge {
        /// One at a time.
        NONE,
        /// Several of one schema as one table, with the name of each in the column `row_table`.
        TABLES,
        /// As [#TABLES], each with columns of its own: all of a row that this recognition does not name is one JSON object
        /// in `row_data`, the rest of its primary key `row_key`, and what the star of the name stands for `row_kind`.
        ROWS
    }

    /// A name as it is compared: databases fold case, naming strategies insert underscores.
    public static String normal(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }
}
