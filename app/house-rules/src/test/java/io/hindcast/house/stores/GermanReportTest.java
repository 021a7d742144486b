package io.hindcast.house.stores;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.connector.tck.real.RealStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What connectors and layouts say in English, a German report says in German.
class GermanReportTest {
    private static final Path ROOT = Path.of(System.getProperty("hindcast.root"));
    private static final Path LAYOUTS =
            ROOT.resolve("connectors/jdbc/src/main/resources/io/hindcast/connector/jdbc/layouts");
    private static final Path PHRASES =
            ROOT.resolve("app/audit/src/main/resources/io/hindcast/audit/report/Phrases.properties");
    private static final Pattern SAID =
            Pattern.compile("^(?:\\[(?:aside|skip) ([^]]+)]|(?:because|others) *= *(.+))$", Pattern.MULTILINE);
    private static final Pattern LITERAL = Pattern.compile("new (?:SourceInfo\\.)?Proof\\(\\s*\"([^\"]+)\"");

    @TempDir
    private Path scratch = Path.of("");

    private static Set<String> phrases() throws IOException {
        var phrases = new Properties();
        try (var text = Files.newBufferedReader(PHRASES, StandardCharsets.ISO_8859_1)) {
            phrases.load(text);
        }
        var all = new HashSet<String>();
        phrases.values().forEach(one -> all.add(one.toString()));
        return all;
    }

    @Test
    void what_layouts_say_of_rows_that_are_left_out_is_translated() throws IOException {
        var said = new ArrayList<String>();
        try (Stream<Path> layouts = Files.list(LAYOUTS)) {
            for (Path layout : layouts.filter(file -> file.toString().endsWith(".layout")).toList()) {
                SAID.matcher(Files.readString(layout))
                        .results()
                        .map(one -> one.group(1) == null ? one.group(2).strip() : one.group(1))
                        .forEach(said::add);
            }
        }
        assertThat(said).hasSizeGreaterThan(50);
        assertThat(phrases()).containsAll(said);
    }

    @Test
    void every_proof_that_connectors_give_has_a_translated_name() throws IOException {
        var said = new ArrayList<String>();
        try (Stream<Path> files = Files.walk(ROOT.resolve("connectors"))) {
            for (Path file : files.filter(file -> file.toString().contains("/src/main/java/") && file.toString().endsWith(".java"))
                    .toList()) {
                LITERAL.matcher(Files.readString(file)).results().forEach(one -> said.add(one.group(1)));
            }
        }
        assertThat(said).hasSizeGreaterThan(10);
        assertThat(phrases()).containsAll(said);
    }

    @ParameterizedTest
    @CsvSource({"evtstore-sqlite, store.sqlite", "axon4-jdbc-h2, store.mv.db"})
    void no_proof_of_reading_is_told_in_english(String folder, String name) throws IOException {
        Path store = new RealStore(folder).unpack(name, scratch);
        TestHouse.Answer inspected = TestHouse.run(List.of("inspect", store.toString(), "--output", "json"));
        List<String> checks = Pattern.compile("\"check\": \"([^\"]+)\"")
                .matcher(inspected.out())
                .results()
                .map(one -> one.group(1))
                .toList();

        TestHouse.run(List.of("report", store.toString(), "--template", "integrity", "--format", "html,csv", "--lang", "de",
                "--out", scratch.resolve("out").toString()));

        String page = Files.readString(scratch.resolve("out/integrity.html"));
        assertThat(checks).hasSizeGreaterThan(2).allSatisfy(check -> assertThat(page).doesNotContain("<dt>" + check + "</dt>"));
        assertThat(page).contains("kann nur lesen");
    }
}
