package io.hindcast.connector.jdbc.read;

import io.hindcast.connector.jdbc.dialect.Column;
import io.hindcast.connector.jdbc.dialect.Reading;
import io.hindcast.connector.jdbc.dialect.Slot;
import java.util.ArrayList;
import java.util.List;

/// The select list as it grows; the same column read the same way is read once.
final class Slots {
    private final List<Slot> slots = new ArrayList<>();

    int of(Column column, Reading reading) {
        var slot = new Slot(column, reading);
        int known = slots.indexOf(slot);
        if (known >= 0) {
            return known;
        }
        slots.add(slot);
        return slots.size() - 1;
    }

    /// The column as a key; a slot that holds it as a number already serves.
    int ofKey(Column column) {
        int number = slots.indexOf(new Slot(column, Reading.NUMBER));
        return number >= 0 ? number : of(column, Reading.KEY);
    }

    List<Slot> list() {
        return List.copyOf(slots);
    }
}
