package io.hindcast.audit.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hindcast.connector.Location;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalsTest {
    @TempDir
    Path folder = Path.of("");

    private Journals journals() {
        return new Journals(folder.resolve("journals"), InstantSource.system(), "ada");
    }

    @Test
    void the_journal_of_a_workspace_lies_beside_it() {
        assertThat(journals().of(new Location(folder.resolve("bank.hindcast").toString())).file())
                .isEqualTo(folder.resolve("bank.journal"));
    }

    @Test
    void the_journal_of_a_store_lies_in_the_persons_folder_and_never_beside_the_store() {
        Path one = journals().of(new Location(folder.resolve("a/ledger.db").toString())).file();
        Path other = journals().of(new Location(folder.resolve("b/ledger.db").toString())).file();

        assertThat(one.getParent()).isEqualTo(folder.resolve("journals"));
        assertThat(one.getFileName().toString()).startsWith("ledger.db-").endsWith(".journal");
        assertThat(one).isNotEqualTo(other);
    }

    @Test
    void passwords_of_a_location_stand_nowhere() {
        var location = new Location("jdbc:postgresql://ada:geheim@host:5432/bank?ssl=true&password=geheim");

        assertThat(PlainLocation.of(location)).isEqualTo("jdbc:postgresql://ada@host:5432/bank?ssl=true");
        assertThat(journals().of(location).file())
                .isEqualTo(journals()
                        .of(new Location("jdbc:postgresql://ada:other@host:5432/bank?ssl=true"))
                        .file());
    }

    @Test
    void a_journal_is_refused_in_the_store() {
        var store = new Location(folder.toString());

        assertThatThrownBy(() -> journals().at(folder.resolve("mine.journal"), store)).isInstanceOf(JournalFailure.class);
    }

    @Test
    void somebody_says_who_they_are() {
        assertThat(journals().as("bob").of(new Location("sample:ledger")).who()).isEqualTo("bob");
    }
}
