package io.hindcast.desktop.open;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.desktop.open.RecentStores.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecentStoresTest {
    @TempDir
    Path folder;

    @Test
    void the_newest_stands_first_and_only_once() {
        var recent = new RecentStores(Optional.of(folder.resolve("deep/recent.properties")));
        recent.remember(new Entry("one.db", "axon", Optional.empty()));
        recent.remember(new Entry("two.db", "", Optional.of("anna")));
        recent.remember(new Entry("one.db", "axon", Optional.empty()));

        var again = new RecentStores(Optional.of(folder.resolve("deep/recent.properties")));

        assertThat(again.entries())
                .containsExactly(
                        new Entry("one.db", "axon", Optional.empty()), new Entry("two.db", "", Optional.of("anna")));
    }

    @Test
    void a_location_with_a_password_in_it_is_not_remembered() throws IOException {
        Path file = folder.resolve("recent.properties");
        var recent = new RecentStores(Optional.of(file));

        recent.remember(new Entry("jdbc:postgresql://host/db?password=geheim", "", Optional.empty()));
        recent.remember(new Entry("postgresql://anna:geheim@host/db", "", Optional.empty()));
        recent.remember(new Entry("plain.db", "", Optional.empty()));

        assertThat(recent.entries()).extracting(Entry::location).containsExactly("plain.db");
        assertThat(Files.readString(file)).doesNotContain("geheim");
    }

    @Test
    void a_damaged_file_is_as_good_as_none() throws IOException {
        Path file = folder.resolve("recent.properties");
        Files.writeString(file, "0.location=\\uZZZZ");

        assertThat(new RecentStores(Optional.of(file)).entries()).isEmpty();
    }
}
