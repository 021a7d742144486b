package io.hindcast.connector.jdbc.guess;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.MappingGuess;
import io.hindcast.connector.MappingGuess.Part;
import io.hindcast.connector.jdbc.dialect.Dialect;
import io.hindcast.connector.jdbc.dialect.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Looks at every table of a database and tells which of them may hold events, and how.
public final class MappingGuesses {
    private static final int MOST = 5;
    private static final int LARGEST_CATALOGUE = 400;
    private static final int SAMPLES = 3;
    private static final Set<String> TELLING =
            Set.of("event", "journal", "history", "message", "log", "audit", "ledger", "buchung", "beleg");

    private MappingGuesses() {}

    private record Guess(TableSample table, Map<Role, Choice> choices, int likeliness) {}

    /// The likeliest tables first, five at most. Closes the dialect.
    ///
    /// @throws ConnectorException when the database cannot be read
    public static List<MappingGuess> of(Dialect dialect) {
        try (var connection = dialect.connect()) {
            var guesses = guesses(dialect, connection);
            connection.rollback();
            return guesses.stream().map(MappingGuesses::shown).toList();
        } catch (SQLException e) {
            throw dialect.explain(e);
        } finally {
            dialect.close();
        }
    }

    private static List<Guess> guesses(Dialect dialect, Connection connection) throws SQLException {
        var guesses = new ArrayList<Guess>();
        for (Table table : dialect.tables(connection).stream().limit(LARGEST_CATALOGUE).toList()) {
            sample(dialect, connection, table).map(MappingGuesses::guess).ifPresent(guesses::add);
        }
        return guesses.stream()
                .filter(guess -> guess.likeliness() > 0)
                .sorted(Comparator.comparingInt(Guess::likeliness).reversed())
                .limit(MOST)
                .toList();
    }

    /// A table that may not be read is passed over: others may be the right ones.
    private static Optional<TableSample> sample(Dialect dialect, Connection connection, Table table)
            throws SQLException {
        var keyed = table.withUniqueKeys(dialect.uniqueKeys(connection, table));
        try {
            return Optional.of(TableSample.of(dialect, connection, keyed)).filter(sample -> !sample.isEmpty());
        } catch (SQLException _) {
            connection.rollback();
            return Optional.empty();
        }
    }

    private static Guess guess(TableSample table) {
        var choices = Chooser.choices(table);
        int likeliness = 0;
        likeliness += choices.containsKey(Role.STREAM) ? 3 : 0;
        likeliness += choices.containsKey(Role.VERSION) ? 4 : 0;
        likeliness += choices.containsKey(Role.RECORDED) ? 3 : 0;
        likeliness += choices.containsKey(Role.TYPE) ? 2 : 0;
        likeliness += choices.containsKey(Role.DATA) ? 3 : 0;
        String name = table.table().name().toLowerCase(Locale.ROOT);
        likeliness += TELLING.stream().anyMatch(name::contains) ? 3 : 0;
        boolean tells = choices.containsKey(Role.RECORDED) || choices.containsKey(Role.VERSION);
        return new Guess(table, choices, tells ? likeliness : 0);
    }

    private static MappingGuess shown(Guess guess) {
        var text = new LayoutText(guess.table(), guess.choices());
        var parts = new ArrayList<Part>();
        for (Role role : Role.values()) {
            text.value(role).ifPresent(value -> parts.add(part(role, value, guess)));
        }
        return new MappingGuess(
                guess.table().table().title(),
                text.text(),
                parts,
                text.unused(),
                Role.KEYS);
    }

    private static Part part(Role role, String value, Guess guess) {
        Choice choice = guess.choices().get(role);
        if (choice == null) {
            String because = role == Role.DATA ? "no column holds bodies: all the others make one" : "no column looks like it";
            return new Part(role.key(), value, because, List.of(), List.of());
        }
        return new Part(
                role.key(),
                value,
                choice.because(),
                choice.column().present().stream().distinct().limit(SAMPLES).toList(),
                choice.others().stream().map(ColumnSample::name).toList());
    }
}
