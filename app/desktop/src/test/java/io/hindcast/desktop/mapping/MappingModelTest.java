package io.hindcast.desktop.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.desktop.fake.FakeOpener;
import io.hindcast.desktop.fake.Turns;
import io.hindcast.desktop.focus.Masks;
import io.hindcast.engine.session.MappingTrial;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MappingModelTest {
    private final Turns turns = new Turns();
    private final FakeOpener opener = new FakeOpener();
    private final OpenRequest request = OpenRequest.of(new Location("unknown.db"));
    private final List<OpenRequest> opened = new ArrayList<>();

    @Test
    void the_likeliest_guess_is_tried_at_once() throws InterruptedException {
        var model = model();

        assertThat(model.chosenProperty().get()).hasValueSatisfying(guess -> assertThat(guess.table()).isEqualTo("public.booking"));
        assertThat(model.value("recorded")).isEqualTo("{booked_at} | time iso");
        assertThat(trial(model).events()).hasSize(40);
        assertThat(trial(model).streams()).isEqualTo(2);
    }

    @Test
    void a_role_that_is_taken_from_another_column_changes_its_line_alone() throws InterruptedException {
        var model = model();
        String before = model.textProperty().get();

        model.take("type", "{branch}");
        turns.settle();

        assertThat(model.textProperty().get()).isEqualTo(before.replace("type = {kind}", "type = {branch}"));
        model.take("type", "{kind}");
        assertThat(model.textProperty().get()).isEqualTo(before);
    }

    @Test
    void a_role_that_was_not_there_gets_a_line_and_loses_it_again() throws InterruptedException {
        var model = model();
        String before = model.textProperty().get();

        model.take("category", "{branch}");
        assertThat(model.value("category")).isEqualTo("{branch}");
        model.take("category", " ");

        assertThat(model.textProperty().get()).isEqualTo(before);
    }

    @Test
    void what_does_not_fit_is_said_and_nothing_is_read() throws InterruptedException {
        var model = model();

        model.take("stream", "");
        turns.settle();

        assertThat(trial(model).refusal()).hasValueSatisfying(reason -> assertThat(reason).contains("line 8"));
        assertThat(trial(model).events()).isEmpty();
    }

    @Test
    void a_mapping_that_is_kept_opens_the_store() throws InterruptedException {
        var model = model();

        model.keepAndOpen();
        turns.settle();

        assertThat(opened).containsExactly(request);
        assertThat(opener.open(request)).isNotNull();
    }

    private MappingModel model() throws InterruptedException {
        var model = new MappingModel(turns.focus().work(), opener, _ -> Masks.NONE, request, opened::add);
        turns.settle();
        return model;
    }

    private static MappingTrial trial(MappingModel model) {
        return model.trialProperty().get().orElseThrow();
    }
}
