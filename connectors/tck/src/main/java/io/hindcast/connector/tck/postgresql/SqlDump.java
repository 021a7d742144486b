package io.hindcast.connector.tck.postgresql;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/// Loads what `pg_dump` wrote in plain format, gzip-compressed or not: statements, `COPY … FROM stdin` blocks,
/// large objects. Commands of the `psql` program (lines that start with a backslash) are passed over.
public final class SqlDump {
    private static final Pattern COPY_IN = Pattern.compile("(?is)^\\s*COPY\\s.+\\sFROM\\s+stdin\\b.*");
    private static final String END_OF_COPY = "\\.";

    private final BufferedReader lines;
    private final CopyManager copies;
    private final Statement statement;

    private SqlDump(BufferedReader lines, CopyManager copies, Statement statement) {
        this.lines = lines;
        this.copies = copies;
        this.statement = statement;
    }

    /// Runs a dump over a connection that may write, which is left as the dump leaves it: close it afterwards.
    ///
    /// @throws SQLException when the server refuses a statement
    public static void load(Path dump, Connection connection) throws SQLException {
        boolean compressed = dump.toString().endsWith(".gz");
        try (InputStream file = Files.newInputStream(dump);
                InputStream plain = compressed ? new GZIPInputStream(file, 1 << 16) : file) {
            load(new InputStreamReader(plain, StandardCharsets.UTF_8), connection);
        } catch (IOException e) {
            throw new UncheckedIOException("the dump " + dump.getFileName() + " could not be read", e);
        }
    }

    static void load(Reader dump, Connection connection) throws SQLException, IOException {
        var copies = connection.unwrap(PGConnection.class).getCopyAPI();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            new SqlDump(new BufferedReader(dump), copies, statement).run();
        }
        connection.commit();
    }

    private void run() throws SQLException, IOException {
        var splitter = new StatementSplitter();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (splitter.isBetweenStatements() && line.startsWith("\\")) {
                continue;
            }
            for (String sql : splitter.add(line)) {
                if (COPY_IN.matcher(sql).matches()) {
                    copies.copyIn(sql, new StringReader(copyBlock()), 1 << 16);
                } else {
                    statement.execute(sql);
                }
            }
        }
        if (!splitter.isBetweenStatements()) {
            throw new SQLException("the dump ends in the middle of a statement");
        }
    }

    private String copyBlock() throws IOException {
        var block = new StringBuilder();
        for (String line = lines.readLine(); line != null && !line.equals(END_OF_COPY); line = lines.readLine()) {
            block.append(line).append('\n');
        }
        return block.toString();
    }
}
