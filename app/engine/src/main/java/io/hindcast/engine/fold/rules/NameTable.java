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

    private final Map<Glob, T> entries;
    private final Map<String, T> names = new LinkedHashMap<>();
    private final Map<String, Optional<T>> remembered = new ConcurrentHashMap<>();
    private @Nullable Last<T> last; // of any thread: it is immutable, and only a shortcut

    private record Last<T>(String name, Optional<T> found) {}

    NameTable(Map<Glob, T> entries) {
        this.entries = new LinkedHashMap<>(entries);
        entries.forEach((glob, entry) -> {
            if (glob.isName()) {
                names.put(glob.text(), entry);
            }
        });
    }

    Optional<T> find(String name) {
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

    /// The same for names that come in runs: what was asked last is answered at once.
    @SuppressWarnings("ReferenceEquality")
    Optional<T> findAgain(String name) {
        Last<T> before = last;
        if (before != null && before.name == name) {
            return before.found;
        }
        Optional<T> found = find(name);
        last = new Last<>(name, found);
        return found;
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
