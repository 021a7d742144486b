package io.hindcast.desktop.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.desktop.fake.FakeOpener;
import io.hindcast.desktop.fake.Turns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceModelTest {
    @TempDir
    Path folder;

    private final Turns turns = new Turns();
    private final FakeOpener opener = new FakeOpener();
    private final WorkspaceModel model = new WorkspaceModel(turns.focus().work(), opener, _ -> Optional.empty());

    @Test
    void a_store_that_is_added_is_tried() throws InterruptedException {
        model.add("empty.db");
        model.add("gone.db");
        assertThat(model.rows()).allMatch(row -> row.standing() instanceof Standing.Waiting);

        turns.settle();

        assertThat(standing(0)).isInstanceOf(Standing.Opens.class);
        assertThat(standing(1)).isInstanceOfSatisfying(Standing.Refused.class, refused -> assertThat(refused.reason())
                .isEqualTo("There is no file gone.db."));
        assertThat(model.complete().get()).isTrue();
    }

    @Test
    void what_cannot_be_added_is_told() {
        model.add("empty.db");

        assertThat(model.add("empty.db")).isFalse();
        assertThat(model.troubleProperty().get()).contains(Trouble.TWICE);
        assertThat(model.add("other.hindcast")).isFalse();
        assertThat(model.troubleProperty().get()).contains(Trouble.NESTED);
        assertThat(model.add("jdbc:postgresql://h/d?password=sesame")).isFalse();
        assertThat(model.troubleProperty().get()).contains(Trouble.SECRET);
        assertThat(model.rows()).hasSize(1);
    }

    @Test
    void names_are_unlike_each_other_and_fit_before_streams() {
        model.add("a/books.db");
        model.add("b/books.db");
        assertThat(model.rows()).extracting(row -> row.entry().alias()).containsExactly("books", "books-2");

        assertThat(model.rename(1, "books")).isFalse();
        assertThat(model.troubleProperty().get()).contains(Trouble.NAME_TAKEN);
        assertThat(model.rename(1, "My Books")).isFalse();
        assertThat(model.troubleProperty().get()).contains(Trouble.NO_NAME);
        assertThat(model.rename(1, "cards")).isTrue();
        assertThat(model.rows().get(1).entry().alias()).isEqualTo("cards");
    }

    @Test
    void a_saved_workspace_reads_the_same_again() throws InterruptedException {
        model.add("empty.db");
        model.add("jdbc:postgresql://host/cards");
        model.say(1, new Details("ada", "CARDS_PASSWORD", folder.resolve("cards.yaml").toString(), ""));
        model.move(1, -1);
        Path file = folder.resolve("both");

        assertThat(model.save(file)).isTrue();
        turns.settle();

        Path written = folder.resolve("both.hindcast");
        assertThat(model.fileProperty().get()).contains(written);
        var again = new WorkspaceModel(turns.focus().work(), opener, _ -> Optional.empty());
        again.read(written);
        assertThat(again.rows()).hasSize(2);
        assertThat(again.rows().getFirst().entry()).isEqualTo(model.rows().getFirst().entry());
        turns.settle();
    }

    @Test
    void a_mapping_that_was_kept_is_written_beside_the_workspace() throws IOException, InterruptedException {
        model.add("empty.db");
        model.add("unknown.db");
        turns.settle();
        assertThat(standing(1)).isInstanceOf(Standing.Refused.class);

        opener.saveMapping(new Location("unknown.db"), "# the mapping");
        model.mapped(OpenRequest.of(new Location("unknown.db")));
        turns.settle();
        assertThat(standing(1)).isInstanceOf(Standing.Opens.class);
        assertThat(model.save(folder.resolve("both.hindcast"))).isTrue();

        assertThat(folder.resolve("both.unknown.layout")).hasContent("# the mapping");
        assertThat(Files.readString(folder.resolve("both.hindcast"))).contains("unknown.mapping = both.unknown.layout\n");
    }

    @Test
    void a_folder_that_is_not_there_is_told_and_nothing_is_lost() {
        model.add("empty.db");
        model.add("gone.db");

        assertThat(model.save(folder.resolve("nowhere/both.hindcast"))).isFalse();

        assertThat(model.troubleProperty().get()).contains(Trouble.FILE);
        assertThat(model.fileProperty().get()).isEmpty();
        assertThat(model.rows()).hasSize(2);
    }

    private Standing standing(int index) {
        return model.rows().get(index).standing();
    }
}
