package io.hindcast.connector.jdbc.dialect;

import java.util.List;

/// One statement that reads a page, with the values that belong between its pieces.
///
/// @param fragments the statement, cut at every placeholder: one more than there are values
/// @param values what is bound, in order
/// @param slots the select list
/// @param limit the most rows the statement gives
public record PageQuery(List<String> fragments, List<KeyPart> values, List<Slot> slots, int limit) {
    public PageQuery {
        fragments = List.copyOf(fragments);
        values = List.copyOf(values);
        slots = List.copyOf(slots);
        if (fragments.size() != values.size() + 1) {
            throw new IllegalArgumentException(
                    "%d values between %d pieces".formatted(values.size(), fragments.size()));
        }
    }

    /// The statement with question marks.
    public String sql() {
        return String.join("?", fragments);
    }

    /// Whether any slot may be large.
    public boolean readsBodies() {
        return slots.stream().anyMatch(slot -> slot.reading() == Reading.BYTES);
    }
}
