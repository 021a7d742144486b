package io.hindcast.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hindcast.connector.ConnectorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleStoresTest {
    private static final HistorySize SMALL = new HistorySize(1_000, 5);

    @TempDir
    Path folder;

    @Test
    void a_store_is_made_once_and_nothing_else_is_left_behind() throws IOException {
        var stores = new SampleStores(folder);
        var file = stores.fileOf(SMALL);
        var made = Files.getLastModifiedTime(file);

        var again = stores.fileOf(SMALL);

        assertThat(again).isEqualTo(file).hasFileName("ledger-1-1000-5.mv.db");
        assertThat(Files.getLastModifiedTime(again)).isEqualTo(made);
        assertThat(folder).isDirectoryContaining(path -> path.equals(file));
        assertOneFile();
    }

    @Test
    void several_at_once_end_with_one_whole_store() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Path> make = () -> new SampleStores(folder).fileOf(SMALL);
            var files = threads.invokeAll(Stream.generate(() -> make).limit(4).toList());
            for (var file : files) {
                assertThat(file.get()).exists();
            }
        }
        assertOneFile();
    }

    @Test
    void the_cache_folder_is_the_one_that_was_set() {
        var properties = new Properties();
        properties.setProperty("hindcast.cache", folder.resolve("set").toString());

        var file = SampleStores.ofUser(properties, Map.of()).fileOf(SMALL);

        assertThat(file).startsWith(folder.resolve("set"));
    }

    @Test
    void without_a_setting_it_lies_in_the_users_cache() {
        var properties = new Properties();
        properties.setProperty("user.home", folder.resolve("home").toString());
        var xdg = Map.of("XDG_CACHE_HOME", folder.resolve("xdg").toString());

        assertThat(SampleStores.ofUser(properties, xdg).fileOf(SMALL)).startsWith(folder.resolve("xdg/hindcast"));
        assertThat(SampleStores.ofUser(properties, Map.of()).fileOf(SMALL))
                .startsWith(folder.resolve("home/.cache/hindcast"));
    }

    @Test
    void a_folder_that_cannot_be_written_is_a_sentence() throws IOException {
        var file = Files.createFile(folder.resolve("a-file"));

        assertThatThrownBy(() -> new SampleStores(file).fileOf(SMALL))
                .isInstanceOfSatisfying(
                        ConnectorException.class, e -> assertThat(e.sentence()).contains("hindcast.cache"));
    }

    private void assertOneFile() throws IOException {
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }
}
