package io.hindcast.desktop.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hindcast.audit.publish.ReportDesk;
import io.hindcast.audit.publish.ReportRun;
import io.hindcast.audit.publish.Tool;
import io.hindcast.audit.report.Cover;
import io.hindcast.audit.report.CsvFormat;
import io.hindcast.audit.report.HtmlFormat;
import io.hindcast.audit.report.ReportFormats;
import io.hindcast.audit.template.Misunderstood;
import io.hindcast.audit.template.ReportQuestion;
import io.hindcast.audit.template.ReviewMarks;
import io.hindcast.audit.template.Template;
import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.desktop.fake.Bank;
import io.hindcast.desktop.fake.FakeOpener;
import io.hindcast.desktop.fake.Turns;
import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.report.ReportModel.Outcome;
import io.hindcast.desktop.report.ReportModel.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportModelTest {
    private static final Cover COVER = Cover.in(Locale.GERMANY);

    @TempDir
    @SuppressWarnings("NullAway")
    Path place;

    private final Turns turns = new Turns();

    private ReportModel model() throws InterruptedException {
        Focus focus = turns.focus();
        focus.show(Bank.open());
        turns.settle();
        var run = new ReportRun(
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), "auditor", new Tool("Hindcast", "test", ""));
        return new ReportModel(focus, new ReportDesk(new ReportFormats(List.of()), run), remembered(), () -> ReviewMarks.NONE);
    }

    private RememberedCover remembered() {
        return new RememberedCover(
                Optional.of(place.resolve("report.properties")), new RememberedCover.Kept(COVER, "", "pdf"));
    }

    private Request states(Path folder, String category, boolean mayReplace) {
        var question = new ReportQuestion(
                Template.STATES, category, "", "head", "", "", "", "", List.of(), List.of(), List.of(), ZoneOffset.UTC);
        return new Request(question, COVER, folder, List.of(new CsvFormat(), new HtmlFormat()), mayReplace);
    }

    private Outcome write(ReportModel model, Request request) throws InterruptedException {
        model.write(request);
        turns.settle();
        return model.outcomeProperty().get().orElseThrow();
    }

    @Test
    void files_are_written_and_replaced_only_when_somebody_says_so() throws InterruptedException {
        ReportModel model = model();
        Path out = place.resolve("out");

        assertThat(write(model, states(out, "account", false))).isInstanceOf(Outcome.Written.class);
        assertThat(out.resolve("states.html")).content().contains("<html lang=\"de\">");
        assertThat(write(model, states(out, "account", false))).isInstanceOf(Outcome.Exists.class);
        assertThat(write(model, states(out, "account", true))).isInstanceOf(Outcome.Written.class);
    }

    @Test
    void a_stamped_report_is_not_replaced_whoever_says_so() throws IOException, InterruptedException {
        ReportModel model = model();
        Path out = place.resolve("out");
        write(model, states(out, "account", false));
        Path stamp = Files.writeString(out.resolve("states.manifest.json.tsr"), "what an authority said");

        assertThat(write(model, states(out, "account", true))).isEqualTo(new Outcome.Stamped(stamp));
        assertThat(out.resolve("states.html")).exists();
    }

    @Test
    void a_folder_that_cannot_be_written_gets_a_sentence() throws IOException, InterruptedException {
        Path file = Files.writeString(place.resolve("file"), "");

        assertThat(write(model(), states(file, "account", false)))
                .isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.sentence())
                        .contains("could not be written"));
    }

    @Test
    void a_category_that_is_not_there_gets_a_sentence() throws InterruptedException {
        assertThat(write(model(), states(place.resolve("out"), "nosuch", false)))
                .isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.sentence())
                        .contains("no category nosuch"));
    }

    @Test
    void nothing_is_written_into_the_folder_of_the_store_nor_over_the_store() throws IOException, InterruptedException {
        ReportModel model = model();
        Path store = Files.createDirectory(place.resolve("canary.db"));
        open(model, store);

        assertThat(write(model, states(store, "account", true))).isInstanceOfSatisfying(Outcome.Failed.class, failed ->
                assertThat(failed.sentence()).contains("a store is never written to"));
        assertThat(write(model, states(store.resolve("reports"), "account", true))).isInstanceOf(Outcome.Failed.class);
        assertThat(store).isEmptyDirectory();
        assertThat(write(model, states(place, "account", true))).isInstanceOf(Outcome.Written.class);
    }

    @Test
    void nothing_is_written_over_a_store_of_a_workspace_nor_into_its_folder() throws IOException, InterruptedException {
        ReportModel model = model();
        Path exports = Files.createDirectory(place.resolve("exports"));
        Path out = Files.createDirectory(place.resolve("out"));
        Path bearer = Files.writeString(out.resolve("states.html"), "a store that bears the name of a report");
        open(model, Files.writeString(place.resolve("canary.hindcast"), "exports = exports\nbearer = out/states.html\n"));

        assertThat(write(model, states(exports, "account", true))).isInstanceOfSatisfying(Outcome.Failed.class, failed ->
                assertThat(failed.sentence()).contains("a store is never written to"));
        assertThat(write(model, states(out, "account", true))).isInstanceOf(Outcome.Failed.class);
        assertThat(exports).isEmptyDirectory();
        assertThat(bearer).hasContent("a store that bears the name of a report");
        assertThat(write(model, states(place.resolve("elsewhere"), "account", true))).isInstanceOf(Outcome.Written.class);
    }

    private void open(ReportModel model, Path store) throws InterruptedException {
        model.focus().show(new FakeOpener().open(OpenRequest.of(new Location(store.toString()))));
        turns.settle();
    }

    @ParameterizedTest
    @CsvSource({"en, Fill in the field “From”", "de, Füllen Sie das Feld „Von“ aus"})
    void refusals_speak_of_the_fields_of_the_dialog(String language, String begins) {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.of(language));
        try {
            assertThatThrownBy(() -> new ReportQuestion(
                            Template.ROLLFORWARD, "account", "", "head", "", "", "/balance", "", List.of(), List.of(), List.of(), ZoneOffset.UTC))
                    .isInstanceOfSatisfying(Misunderstood.class, it -> assertThat(new Refusals().of(it)).startsWith(begins));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void the_language_is_that_of_the_window_whatever_was_written_before() throws InterruptedException {
        write(model(), states(place.resolve("out"), "account", false));

        var later = new RememberedCover(
                Optional.of(place.resolve("report.properties")), new RememberedCover.Kept(Cover.in(Locale.ENGLISH), "", "pdf"));

        assertThat(later.kept().cover().language()).isEqualTo(Cover.Language.EN);
        assertThat(later.kept().formats()).isEqualTo("csv,html");
    }

    @Test
    void what_stood_on_the_cover_is_remembered() throws InterruptedException {
        write(model(), states(place.resolve("out"), "account", false));

        assertThat(remembered().kept().folder()).isEqualTo(place.resolve("out").toString());
        assertThat(remembered().kept().formats()).isEqualTo("csv,html");
        assertThat(remembered().kept().cover().language()).isEqualTo(Cover.Language.DE);
    }
}
