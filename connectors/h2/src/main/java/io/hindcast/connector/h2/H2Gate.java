package io.hindcast.connector.h2;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.ConnectorException.Kind;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.h2.engine.DbObject;
import org.h2.engine.MetaRecord;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.db.ValueDataType;
import org.h2.mvstore.tx.TransactionMap;
import org.h2.mvstore.tx.TransactionStore;
import org.h2.result.Row;
import org.h2.store.fs.FilePath;

/// Reads a file's catalogue before H2 does. H2 compiles and runs triggers and functions with Java source, connects
/// linked tables and loads classes as soon as it opens a file, even for reading; a file that would make it do so is
/// refused.
final class H2Gate {
    /// The catalogue's own table.
    private static final String CATALOGUE = "table.0";

    private static final Pattern REACHES_OUT = Pattern.compile(
            "\\b(CSVREAD|CSVWRITE|FILE_READ|FILE_WRITE|LINK_SCHEMA|RUNSCRIPT|SCRIPT)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern QUOTED =
            Pattern.compile("'(?:[^']|'')*+'|\"((?:[^\"]|\"\")*+)\"\\s*\\(|\"(?:[^\"]|\"\")*+\"");
    private static final Pattern FOREIGN_TABLE =
            Pattern.compile("^CREATE\\b.{0,200}?\\bLINKED TABLE\\b|\\bENGINE\\s+\"", Pattern.CASE_INSENSITIVE);

    private H2Gate() {}

    /// @throws ConnectorException when opening the file would run something, or when its catalogue cannot be read
    static void check(H2File file) {
        FilePath.register(new ReadOnlyFile());
        String name = String.valueOf(file.file().getFileName());
        var opened = new ArrayList<FileChannel>();
        var found = ScopedValue.where(ReadOnlyFile.OPENED, opened).call(() -> firstDanger(file, opened));
        if (found.isPresent()) {
            throw new ConnectorException(
                    Kind.UNSUPPORTED,
                    ("%s contains %s, which H2 would run when it opens the file. Remove it from a copy of the file, "
                                    + "and open that.")
                            .formatted(name, found.get()));
        }
    }

    private static Optional<String> firstDanger(H2File file, List<FileChannel> opened) {
        String path = ReadOnlyFile.SCHEME + ":" + file.file();
        try (var store = new MVStore.Builder().fileName(path).readOnly().open()) {
            var transactions = new TransactionStore(store, new ValueDataType());
            transactions.init();
            TransactionMap<Long, Row> catalogue = transactions.begin().openMap(CATALOGUE);
            var keys = catalogue.keyIterator(null);
            while (keys.hasNext()) {
                var danger = danger(new MetaRecord(catalogue.get(keys.next())));
                if (danger.isPresent()) {
                    return danger;
                }
            }
            return Optional.empty();
        } catch (MVStoreException e) {
            throw H2Trouble.explain(e, String.valueOf(file.file().getFileName()));
        } finally {
            H2Door.close(opened);
        }
    }

    private static Optional<String> danger(MetaRecord entry) {
        String sql = entry.getSQL();
        return switch (entry.getObjectType()) {
            case DbObject.TRIGGER -> Optional.of("a trigger");
            case DbObject.FUNCTION_ALIAS -> Optional.of("a function in Java");
            case DbObject.AGGREGATE -> Optional.of("an aggregate function in Java");
            case DbObject.TABLE_OR_VIEW ->
                FOREIGN_TABLE.matcher(outsideOfTexts(sql)).find()
                        ? Optional.of("a table that lies elsewhere")
                        : reachingOut(sql, "a view or column that reaches outside of the file");
            default -> reachingOut(sql, "a definition that reaches outside of the file");
        };
    }

    private static Optional<String> reachingOut(String sql, String what) {
        return REACHES_OUT.matcher(outsideOfTexts(sql).toUpperCase(Locale.ROOT)).find()
                ? Optional.of(what)
                : Optional.empty();
    }

    /// The statement without what stands in quotes: texts, and names that may be called anything. A quoted name before
    /// a parenthesis may be a function and stays.
    private static String outsideOfTexts(String sql) {
        return QUOTED.matcher(sql)
                .replaceAll(match -> match.group(1) == null ? "\"\"" : Matcher.quoteReplacement(match.group(1) + "("));
    }
}
