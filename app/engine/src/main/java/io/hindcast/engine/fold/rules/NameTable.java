package io.hindcast.engine.fold.rules;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Finds what belongs to a name: by the exact name, by its simple name, by a pattern, in this order.
///
/// The simple name is what follows the last dot, colon, slash or dollar sign: `bank:BankAccount.MoneyDeposited` and
/// `com.bank.Events$MoneyDeposited` are both found under `MoneyDeposited`. Safe for many threads.
final class NameTable<T> {
    /// A store has some hundred event types; one that names each event differently must not fill the memory.
    private static final int MOST_REMEMBERED = 4_096;
    private static final int RECENT = 64; // a power of two

    private final Map<Glob, T> entries;
    private final Map<String, T> names = new LinkedHashMap<>();
    private final Map<String, Optional<T>> remembered = new ConcurrentHashMap<>();
    // Of any thread: an entry is immutable, and only a shortcut.
    private final @Nullable Recent<T>[] recent = recent();

    private record Recent<T>(String name, Optional<T> found) {}

    NameTable(Map<Glob, T> entries) {
        this.entries = new LinkedHashMap<>(entries);
        entries.forEach((glob, entry) -> {
            if (glob.isName()) {
                names.put(glob.text(), entry);
            }
        });
    }

    Optional<T> find(String name) {
        int place = name.hashCode() & RECENT - 1;
        Recent<T> known = recent[place];
        if (known != null && known.name.equals(name)) {
            return known.found;
        }
        Optional<T> found = remembered(name);
        recent[place] = new Recent<>(name, found);
        return found;
    }

    private Optional<T> remembered(String name) {
        Optional<T> known = remembered.get(name);
        if (known != null) {
            return known;
        }
        Optional<T> found = search(name);
        if (remembered.size() < MOST_REMEMBERED) {
            remembered.put(name, found);
        }
        return found;
    }

    @SuppressWarnings("unchecked") // nothing but entries of this table is ever put there
    private static <T> @Nullable Recent<T>[] recent() {
        return (Recent<T>[]) new Recent<?>[RECENT];
    }

    private Optional<T> search(String name) {
        T exact = names.get(name);
        if (exact != null) {
            return Optional.of(exact);
        }
        T simple = names.get(simpleName(name));
        if (simple != null) {
            return Optional.of(simple);
        }
        return entries.entrySet().stream()
                .filter(entry -> !entry.getKey().isName() && entry.getKey().matches(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    static String simpleName(String name) {
        int end = -1;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '.' || c == ':' || c == '/' || c == '$') {
                end = i;
            }
        }
        return name.substring(end + 1);
    }
}
