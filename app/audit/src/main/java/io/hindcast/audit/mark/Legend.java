package io.hindcast.audit.mark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The tick marks there are: the usual ones of working papers, then those that people added. Immutable.
public record Legend(List<Tick> ticks) {
    public static final Legend USUAL = new Legend(List.of(
            usual("footed", "F"),
            usual("cross-footed", "CF"),
            usual("agreed", "A"),
            usual("recalculated", "R"),
            usual("traced", "T"),
            usual("vouched", "V"),
            usual("exception", "X"),
            usual("below-scope", "BS"),
            usual("provided-by-client", "PBC")));

    private static final Map<String, String> MEANINGS = meanings();

    public Legend {
        ticks = List.copyOf(ticks);
    }

    private static Tick usual(String name, String symbol) {
        return new Tick(name, symbol, "");
    }

    /// By its name, else by its symbol.
    public Optional<Tick> find(String nameOrSymbol) {
        return ticks.stream()
                .filter(tick -> tick.name().equalsIgnoreCase(nameOrSymbol))
                .findFirst()
                .or(() -> ticks.stream().filter(tick -> tick.symbol().equals(nameOrSymbol)).findFirst());
    }

    /// The same with an entry more; one of the same name is replaced.
    Legend with(Tick tick) {
        var all = new ArrayList<>(ticks);
        all.removeIf(one -> one.name().equalsIgnoreCase(tick.name()));
        all.add(tick);
        return new Legend(all);
    }

    public boolean isUsual(Tick tick) {
        return USUAL.ticks().contains(tick);
    }

    /// What a tick mark says, in English.
    public static String meaning(Tick tick) {
        return tick.meaning().isEmpty() ? MEANINGS.getOrDefault(tick.name(), tick.name()) : tick.meaning();
    }

    private static Map<String, String> meanings() {
        var said = new LinkedHashMap<String, String>();
        said.put("footed", "the column was added up and agrees");
        said.put("cross-footed", "added up across and agrees");
        said.put("agreed", "agrees with another record");
        said.put("recalculated", "worked out anew, with the same result");
        said.put("traced", "followed from its source into the records");
        said.put("vouched", "followed back to a document");
        said.put("exception", "not as it should be; see the finding");
        said.put("below-scope", "below the amount that is looked into");
        said.put("provided-by-client", "taken over from the client, not examined");
        return said;
    }
}
