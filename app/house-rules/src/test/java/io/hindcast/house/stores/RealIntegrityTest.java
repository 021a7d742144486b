package io.hindcast.house.stores;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.audit.integrity.Criteria;
import io.hindcast.audit.integrity.Integrity;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The checks find nothing in real stores but what is known to be there, see `known-findings.txt`.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class RealIntegrityTest {
    private static final String KNOWN = "/known-findings.txt";

    private final TestServers servers = new TestServers();
    private Path scratch = Path.of("");

    static List<RealStore> stores() {
        return RealStore.all();
    }

    @BeforeAll
    void hasRoom(@TempDir Path folder) {
        scratch = folder;
    }

    @AfterAll
    void stopsTheServers() {
        servers.close();
    }

    @ParameterizedTest
    @MethodSource("stores")
    void nothing_is_found_but_what_is_known(RealStore store) throws IOException {
        Path folder = Files.createDirectory(scratch.resolve(store.label()));
        String location = store.location(folder, servers);
        try (var opened = TestHouse.open(location, store.user(), store.rules());
                var result = new Integrity(Criteria.USUAL)
                        .examine(opened.store(), opened.fold(), Progress.SILENT, Cancellation.never())) {
            assertThat(result.coverage().isComplete()).isTrue();
            assertThat(result.coverage().scanned()).isEqualTo(opened.index().size());
            String found = result.results().stream()
                    .filter(one -> one.total() > 0)
                    .map(one -> one.check().id() + "=" + one.total())
                    .collect(Collectors.joining(" "));
            assertThat(found).isEqualTo(known().getOrDefault(store.folder() + "/" + store.file(), ""));
        }
    }

    private static Map<String, String> known() {
        try (var in = RealIntegrityTest.class.getResourceAsStream(KNOWN)) {
            var known = new TreeMap<String, String>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> known.put(line.split(": ")[0], line.split(": ")[1]));
            return known;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
