package io.hindcast.audit.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.audit.report.Cover;
import io.hindcast.audit.report.CsvFormat;
import io.hindcast.audit.report.HtmlFormat;
import io.hindcast.audit.report.JsonFormat;
import io.hindcast.audit.report.ReportFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlierReportTest {
    @TempDir
    @SuppressWarnings("NullAway")
    Path place;

    @Test
    void what_somebody_else_put_there_is_no_earlier_report_whatever_its_name() throws IOException {
        put("states.txt", "states.docx", "states-notes.csv", "states.manifest.json.bak", "statesmen.html");

        assertThat(names(earlier(new HtmlFormat(), new CsvFormat()).files())).isEmpty();
    }

    @Test
    void what_the_new_report_would_write_over_counts() throws IOException {
        put("states.html", "states-totals.csv", "states.json");

        assertThat(names(earlier(new HtmlFormat(), new CsvFormat()).files()))
                .containsExactly("states-totals.csv", "states.html");
        assertThat(names(earlier(new JsonFormat()).files())).containsExactly("states.json");
    }

    @Test
    void what_the_manifest_of_before_names_counts_and_goes_with_it() throws IOException {
        put("states.pdf", "states-states.csv", "elsewhere.csv", "states.manifest.json.tsq");
        manifest("states.pdf", "states-states.csv", "elsewhere.csv", "../states.html", "states-gone.csv");

        EarlierReport earlier = earlier(new HtmlFormat());

        assertThat(names(earlier.files()))
                .containsExactly("states-states.csv", "states.manifest.json", "states.manifest.json.tsq", "states.pdf");
        assertThat(earlier.ofManifest()).isEqualTo(earlier.files());
        assertThat(earlier.refusal()).isEmpty();
    }

    @Test
    void a_stamped_report_is_refused_in_a_sentence() throws IOException {
        put("states.manifest.json.tsr");
        manifest();

        assertThat(earlier(new HtmlFormat()).refusal())
                .hasValueSatisfying(sentence -> assertThat(sentence)
                        .contains("states.manifest.json.tsr")
                        .contains("A stamped report is not replaced"));
    }

    @Test
    void a_file_that_only_has_the_name_of_a_manifest_names_nothing() throws IOException {
        put("states.manifest.json", "states.pdf");

        assertThat(names(earlier(new HtmlFormat()).files())).containsExactly("states.manifest.json");
    }

    @Test
    void what_belonged_to_the_manifest_of_before_is_gone_when_the_new_one_has_its_name() throws IOException {
        put("states.pdf", "states-states.csv", "states.txt", "states.manifest.json.tsq");
        manifest("states.pdf", "states-states.csv");
        EarlierReport earlier = earlier(new CsvFormat());

        try (var folder = new Folder(place, Files::newOutputStream)) {
            folder.prepare("states");
            write(folder, "states-states.csv");
            write(folder, "states.manifest.json");
            folder.finish(earlier.ofManifest());
        }
        try (Stream<Path> files = Files.list(place)) {
            assertThat(names(files.toList()))
                    .containsExactlyInAnyOrder("states-states.csv", "states.manifest.json", "states.txt");
        }
        assertThat(place.resolve("states-states.csv")).hasContent("new");
    }

    private EarlierReport earlier(ReportFormat... formats) {
        return EarlierReport.before(new Edition(
                place, "states", Arrays.asList(formats), List.of(), Cover.EMPTY, ZoneOffset.UTC, Edition.PRINTED_ROWS, false));
    }

    private void put(String... names) throws IOException {
        for (String name : names) {
            Files.writeString(place.resolve(name), "old");
        }
    }

    private void manifest(String... names) throws IOException {
        String files = String.join(",", Stream.of(names).map(name -> "{\"name\":\"" + name + "\"}").toList());
        Files.writeString(place.resolve("states.manifest.json"), "{\"hindcastManifest\":1,\"files\":[" + files + "]}");
    }

    private static void write(Folder folder, String name) throws IOException {
        try (OutputStream out = folder.create(name, "text/plain")) {
            out.write("new".getBytes(StandardCharsets.UTF_8));
        }
    }

    private static List<String> names(List<Path> files) {
        return files.stream().map(file -> String.valueOf(file.getFileName())).toList();
    }
}
