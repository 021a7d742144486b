package io.hindcast.desktop.marks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersonTest {
    @TempDir
    Path folder;

    @Test
    void a_declared_name_is_there_the_next_time() {
        Path file = folder.resolve("deep/person.properties");
        var person = new Person(Optional.of(file), "ada");
        assertThat(person.nameProperty().get()).isEqualTo("ada");
        assertThat(person.declare("  Ada Lovelace ")).isTrue();

        assertThat(new Person(Optional.of(file), "ada").nameProperty().get()).isEqualTo("Ada Lovelace");
    }

    @Test
    void an_empty_name_goes_back_to_the_user_of_the_system() {
        Path file = folder.resolve("person.properties");
        var person = new Person(Optional.of(file), "ada");
        person.declare("somebody");
        person.declare(" ");

        assertThat(person.nameProperty().get()).isEqualTo("ada");
        assertThat(new Person(Optional.of(file), "grace").nameProperty().get()).isEqualTo("grace");
    }

    @Test
    void where_nothing_can_be_kept_the_name_counts_for_now() throws IOException {
        Path blocked = Files.writeString(folder.resolve("blocked"), "a file where a folder should be");
        var person = new Person(Optional.of(blocked.resolve("person.properties")), "ada");

        assertThat(person.declare("Ada Lovelace")).isFalse();
        assertThat(person.nameProperty().get()).isEqualTo("Ada Lovelace");
    }
}
