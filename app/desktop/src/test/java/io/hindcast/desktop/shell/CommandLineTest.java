package io.hindcast.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.desktop.fake.Bank;
import io.hindcast.desktop.fake.Turns;
import io.hindcast.desktop.focus.Destination;
import io.hindcast.desktop.focus.Focus;
import io.hindcast.engine.link.Side;
import io.hindcast.engine.state.FieldPath;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommandLineTest {
    private final Turns turns = new Turns();
    private Focus focus;

    @BeforeEach
    void look() throws InterruptedException {
        focus = turns.onBank();
        focus.goTo(Bank.ACCOUNT, new Destination.AtIndex(40));
        turns.settle();
    }

    @AfterEach
    void close() {
        focus.close();
    }

    private Optional<String> command(Side view, String store) {
        return CommandLine.of(
                view, store, focus.look(), focus.fieldProperty().get(), focus.effectiveProperty().get(), focus.recordedFold());
    }

    @Test
    void the_state_that_is_looked_at() {
        assertThat(command(Side.STATE, "ledger.mv.db"))
                .contains("hindcast state ledger.mv.db --stream account-CH93-0001 --at v41");
    }

    @Test
    void the_state_about_a_day() {
        focus.effectiveProperty().set(Optional.of(LocalDate.parse("2025-05-31")));

        assertThat(command(Side.STATE, "ledger.mv.db").orElseThrow()).endsWith("--at v41 --effective 2025-05-31");
    }

    @Test
    void two_moments_that_are_compared() {
        focus.compareFrom(OptionalInt.of(9));

        assertThat(command(Side.COMPARE, "ledger.mv.db"))
                .contains("hindcast diff ledger.mv.db --stream account-CH93-0001 --from v10 --to v41");
    }

    @Test
    void the_history_of_a_field() {
        focus.fieldProperty().set(Optional.of(FieldPath.parse("/owner/name")));

        assertThat(command(Side.FIELD, "ledger.mv.db"))
                .contains("hindcast blame ledger.mv.db --stream account-CH93-0001 --field /owner/name --at v41");
    }

    @Test
    void what_a_shell_would_read_otherwise_is_quoted() {
        assertThat(command(Side.STATE, "/data/Anna's books/ledger.db").orElseThrow())
                .startsWith("hindcast state '/data/Anna'\\''s books/ledger.db' --stream");
    }

    @Test
    void a_place_with_a_password_in_it_never_gets_into_a_command() {
        assertThat(command(Side.STATE, "jdbc:postgresql://ada:secret@host/bank")).isEmpty();
    }

    @Test
    void before_the_first_event_there_is_no_command() {
        focus.step(-1);

        assertThat(command(Side.STATE, "ledger.mv.db")).isEmpty();
    }
}
