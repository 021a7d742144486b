package io.hindcast.engine.sheet;

/// A column of a sheet.
public record SheetColumn(String title, Kind kind) {
    /// What a spreadsheet is told about the cells.
    public enum Kind {
        /// Each cell by its value.
        VALUE,

        /// Moments and dates as ISO 8601 text; a column beside has the same as the spreadsheet's own date, in UTC.
        TIME,

        /// Sentences: they are wrapped, numbers stand at the left like the text above and below them.
        PROSE
    }

    public static SheetColumn of(String title) {
        return new SheetColumn(title, Kind.VALUE);
    }

    public static SheetColumn prose(String title) {
        return new SheetColumn(title, Kind.PROSE);
    }

    public static SheetColumn time(String title) {
        return new SheetColumn(title, Kind.TIME);
    }
}
