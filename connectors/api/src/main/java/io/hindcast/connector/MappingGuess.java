package io.hindcast.connector;

import java.util.List;

/// What a table of no known system, or a file, may mean: a guess for a person to look at and correct, never used unasked.
///
/// @param table name for a person: `public.bookings`, `export.csv`
/// @param text a mapping file that says what is guessed, for the setting `mapping`
/// @param parts what each role is taken from, in the order of the file
/// @param unused columns or fields that no role is taken from
/// @param roles every role that such a mapping can name, in the order to show
public record MappingGuess(
        String table, String text, List<Part> parts, List<String> unused, List<String> roles) {
    public MappingGuess {
        parts = List.copyOf(parts);
        unused = List.copyOf(unused);
        roles = List.copyOf(roles);
    }

    /// One role.
    ///
    /// @param role key in the mapping file: `stream`, `version`, `recorded`
    /// @param value what it is taken from, as the file says it: `{konto}`
    /// @param because why, for a person
    /// @param samples the values of the first rows, as text
    /// @param others columns that might be it as well, the likeliest first
    public record Part(String role, String value, String because, List<String> samples, List<String> others) {
        public Part {
            samples = List.copyOf(samples);
            others = List.copyOf(others);
        }
    }
}
