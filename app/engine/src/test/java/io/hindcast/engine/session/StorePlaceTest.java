package io.hindcast.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.connector.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorePlaceTest {
    @TempDir
    @SuppressWarnings("NullAway")
    Path place;

    private boolean holds(String store, String file) {
        return StorePlace.holds(new Location(store), place.resolve(file));
    }

    private String at(String name) {
        return place.resolve(name).toString();
    }

    @Test
    void a_file_is_its_own_place_and_a_folder_everything_in_it() throws IOException {
        Files.createDirectory(place.resolve("exports"));

        assertThat(holds(at("bank.db"), "bank.db")).isTrue();
        assertThat(holds(at("bank"), "bank.mv.db")).isTrue();
        assertThat(holds(at("bank.db"), "bank.db.pdf")).isFalse();
        assertThat(holds(at("exports"), "exports/deep/report.pdf")).isTrue();
        assertThat(holds(at("exports"), "report.pdf")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:sqlite:%s", "jdbc:sqlite:file:%s?mode=ro", "jdbc:h2:file:%s;ACCESS_MODE_DATA=r"})
    void a_url_of_a_file_is_no_way_around(String url) {
        assertThat(holds(url.formatted(at("bank.db")), "bank.db")).isTrue();
        assertThat(holds(url.formatted(at("bank.db")), "other.db")).isFalse();
    }

    @Test
    void a_store_on_a_server_lies_in_no_file() {
        assertThat(holds("jdbc:postgresql://db/bank", "bank")).isFalse();
        assertThat(holds("sample:ledger", "ledger")).isFalse();
    }

    @Test
    void every_store_of_a_workspace_is_a_place_where_nothing_is_written() throws IOException {
        Files.createDirectory(place.resolve("exports"));
        Files.writeString(place.resolve("all.hindcast"), """
                bank = bank.mv.db
                cards = exports
                old = jdbc:sqlite:%s
                far = jdbc:postgresql://db/far
                """.formatted(at("old.db")));

        assertThat(holds(at("all.hindcast"), "all.hindcast")).isTrue();
        assertThat(holds(at("all.hindcast"), "bank.mv.db")).isTrue();
        assertThat(holds(at("all.hindcast"), "exports/states.csv")).isTrue();
        assertThat(holds(at("all.hindcast"), "exports")).isTrue();
        assertThat(holds(at("all.hindcast"), "old.db")).isTrue();
        assertThat(holds(at("all.hindcast"), "reports/states.csv")).isFalse();
    }

    @Test
    void a_workspace_that_cannot_be_read_is_still_a_file() throws IOException {
        Files.writeString(place.resolve("all.hindcast"), "nothing of use");

        assertThat(holds(at("all.hindcast"), "all.hindcast")).isTrue();
        assertThat(holds(at("all.hindcast"), "bank.mv.db")).isFalse();
    }
}
