package io.hindcast.connector.jdbc.read;

import io.hindcast.connector.jdbc.dialect.Dialect;
import io.hindcast.connector.jdbc.dialect.Slot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a select list asks for, slot by slot: the column, or the column only where it holds one of some texts.
final class Sieve {
    private final Dialect dialect;
    private final Map<Slot, String> sieved;

    private Sieve(Dialect dialect, Map<Slot, String> sieved) {
        this.dialect = dialect;
        this.sieved = sieved;
    }

    /// Every column as it is.
    static Sieve none(Dialect dialect) {
        return new Sieve(dialect, Map.of());
    }

    /// @param slots read as bytes, and only to be searched
    static Sieve of(Dialect dialect, List<Slot> slots, List<String> texts) {
        var sieved = new HashMap<Slot, String>();
        slots.forEach(slot -> dialect.selectHolding(slot.column(), texts).ifPresent(sql -> sieved.put(slot, sql)));
        return new Sieve(dialect, sieved);
    }

    boolean isEmpty() {
        return sieved.isEmpty();
    }

    String select(Slot slot) {
        String own = sieved.get(slot);
        return own == null ? dialect.select(slot.column(), slot.reading()) : own;
    }
}
