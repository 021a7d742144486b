package io.hindcast.engine.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.Location;
import io.hindcast.engine.workspace.WorkspaceFile.Entry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkspaceFileTest {
    private static final Path FOLDER = Path.of("/audit/2026");

    @Test
    void what_is_written_reads_the_same() {
        for (long seed = 0; seed < 300; seed++) {
            var workspace = someWorkspace(new Random(seed));

            String text = workspace.text(FOLDER);

            assertThat(WorkspaceFile.parse(text.lines().toList(), FOLDER)).as("seed %d:%n%s", seed, text).isEqualTo(workspace);
        }
    }

    private static WorkspaceFile someWorkspace(Random random) {
        var entries = new ArrayList<Entry>();
        for (int store = 0; store < 2 + random.nextInt(4); store++) {
            var settings = new HashMap<String, String>();
            if (random.nextBoolean()) {
                settings.put("mapping", "/audit/2026/maps/m" + store + ".layout");
            }
            if (random.nextBoolean()) {
                settings.put("user", "ada = lovelace");
            }
            entries.add(new Entry(
                    "store-" + store,
                    random.nextBoolean() ? List.of("# what it is", "#= more") : List.of(),
                    new Location(random.nextBoolean() ? "jdbc:postgresql://db/x?a=b" : "/audit/20" + (25 + store) + "/a b.ndjson"),
                    settings,
                    random.nextBoolean() ? Optional.of(Path.of("/audit/rules/r.yaml")) : Optional.empty(),
                    random.nextBoolean() ? Optional.of("SECRET_" + store) : Optional.empty()));
        }
        return new WorkspaceFile(entries);
    }

    @Test
    void what_lies_below_the_folder_is_written_from_there() {
        var workspace = new WorkspaceFile(List.of(
                new Entry("near", new Location("/audit/2026/x/near.db")), new Entry("far", new Location("/audit/far.db"))));

        assertThat(workspace.text(FOLDER)).isEqualTo("near = x/near.db\nfar = /audit/far.db\n");
    }

    @ParameterizedTest
    @CsvSource({
        "/data/Ledger 2026.mv.db, ledger-2026",
        "jdbc:postgresql://host:5432/cards?sslmode=require, cards",
        "sample:ledger, ledger",
        "/data/2026/, store",
        "/data/9-lives.ndjson.gz, lives",
        "/data/taken.db, taken-2",
    })
    void a_name_is_made_of_the_stores_own(String location, String alias) {
        assertThat(WorkspaceFile.aliasFor(new Location(location), Set.of("taken"))).isEqualTo(alias);
        assertThat(WorkspaceFile.isAlias(alias)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"jdbc:postgresql://h/d?password=sesame", "mongodb://ada:sesame@h/d", "jdbc:x://h/d?PWD=sesame"})
    void a_password_is_never_read_from_a_location_nor_written(String location) {
        assertThatThrownBy(() -> WorkspaceFile.parse(List.of("a = x.db", "b = " + location), FOLDER))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("Line 2")
                .hasMessageNotContaining("sesame");
        assertThatThrownBy(() -> new Entry("b", new Location(location)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("sesame");
    }
}
