package io.hindcast.connector.h2;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.jdbc.dialect.Table;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2OpeningTest {
    private static final OffsetDateTime THEN = OffsetDateTime.parse("2026-01-01T00:00:00Z");
    private static final long SEED = 7;

    @TempDir
    private Path folder;

    @Test
    void opening_a_file_reads_little_of_it() throws Exception {
        Path file = folder.resolve("long.mv.db");
        write(20_000);

        try (var _ = new H2Connector().open(OpenRequest.of(new Location(file.toString())))) {
            assertThat(SharedFile.bytesRead(file.toString())).isPositive().isLessThan(Files.size(file) / 100);
        }
    }

    @Test
    void a_file_stays_open_while_the_program_finishes_an_answer_that_was_interrupted() throws SQLException {
        write(1);
        var door = new H2Door(H2File.check(folder.resolve("long.mv.db")), Optional.empty(), Optional::empty);

        assertThat(door.url()).contains(";DB_CLOSE_ON_EXIT=FALSE").contains(";ACCESS_MODE_DATA=r;");
    }

    @Test
    void keys_and_indexes_are_those_of_the_catalogue_the_primary_key_first() throws SQLException {
        try (var connection = LedgerFile.create(folder.resolve("indexed"));
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE T (A INT, B INT, C INT, D INT, PRIMARY KEY (D, A))");
            statement.execute("CREATE UNIQUE INDEX AAA ON T (B, A)");
            statement.execute("CREATE INDEX ABB ON T (C, B)");
            var table = new Table("PUBLIC", "T", List.of(), List.of());

            assertThat(H2Indexes.uniqueKeys(connection, table)).containsExactly(List.of("D", "A"), List.of("B", "A"));
            assertThat(H2Indexes.columns(connection, table))
                    .containsExactlyInAnyOrder(List.of("D", "A"), List.of("B", "A"), List.of("C", "B"));
        }
    }

    private void write(int events) throws SQLException {
        var random = new Random(SEED);
        try (var connection = LedgerFile.create(folder.resolve("long"))) {
            connection.setAutoCommit(false);
            for (int i = 1; i <= events; i++) {
                byte[] body = ("{\"n\":\"" + random.nextLong() + random.nextLong() + "\"}").getBytes(StandardCharsets.UTF_8);
                LedgerFile.add(connection, i, "a-" + i % 50, "a", i / 50 + 1, "" + i, "T", THEN, body, body);
            }
            connection.commit();
        }
    }
}
