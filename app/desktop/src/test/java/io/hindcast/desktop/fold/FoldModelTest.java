package io.hindcast.desktop.fold;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.desktop.fake.Bank;
import io.hindcast.desktop.fake.Turns;
import io.hindcast.desktop.focus.Destination;
import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.focus.FoldInUse;
import io.hindcast.engine.fold.MergeFold;
import io.hindcast.engine.fold.propose.Proposal;
import io.hindcast.engine.fold.rules.RulesLanguage;
import io.hindcast.engine.session.FoldFinder;
import io.hindcast.engine.session.InstalledFold;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldModelTest {
    private static final String RULES = """
            fold: bank account
            start: { balance: 0.00 }
            on:
              MoneyDeposited: { add: { balance: /amount } }
            """;

    @TempDir
    private Path folder = Path.of("");

    private final Turns turns = new Turns();
    private Focus focus = turns.focus();
    private FoldModel model = model(7, 8);

    @BeforeEach
    void look_at_the_account() throws InterruptedException {
        Locale.setDefault(Locale.ENGLISH);
        focus = turns.onBank();
        model = model(7, 8);
        focus.goTo(Bank.ACCOUNT, new Destination.AtIndex(30));
        turns.settle();
    }

    private FoldModel model(int explained, int snapshots) {
        var missed = java.util.stream.IntStream.range(explained, snapshots)
                .mapToObj(it -> new Proposal.Unexplained(Bank.ACCOUNT, it, Proposal.Unexplained.NEVER, List.of()))
                .toList();
        return new FoldModel(
                focus,
                new FoldFinder(List.of(new RulesLanguage()), List.of(folder)),
                (_, progress, _) -> {
                    progress.advanced(1, 1);
                    return new Proposal("", new MergeFold(), List.of(), snapshots, missed);
                });
    }

    @Test
    void rules_of_a_file_are_used_and_the_focus_stays() throws Exception {
        choose(RULES);

        FoldInUse used = focus.foldProperty().get().orElseThrow();
        assertThat(used.fold().name()).isEqualTo("bank account");
        assertThat(used.origin()).isEqualTo("mine.folds.yaml");
        assertThat(used.isChosen()).isTrue();
        assertThat(focus.look().index()).isEqualTo(30);

        model.useDefault();
        turns.settle();
        assertThat(focus.foldProperty().get().orElseThrow().isChosen()).isFalse();
    }

    @Test
    void rules_with_a_mistake_are_refused_with_line_and_column() throws Exception {
        choose(RULES.replace("add:", "ad:"));

        assertThat(focus.foldProperty().get().orElseThrow().isChosen()).isFalse();
        assertThat(focus.noticeProperty().get().orElseThrow().sentence())
                .startsWith("mine.folds.yaml is not used.")
                .contains("line 4, column ");
    }

    @Test
    void proposed_rules_say_how_many_snapshots_they_explain() throws InterruptedException {
        model.propose();
        assertThat(model.runningProperty().get()).isTrue();
        turns.settle();

        assertThat(model.runningProperty().get()).isFalse();
        assertThat(focus.foldProperty().get().orElseThrow().origin()).isEqualTo("proposed, explains 7 of 8 snapshots");
    }

    @Test
    void a_proposal_that_was_stopped_or_that_nothing_confirms_is_not_used() throws InterruptedException {
        model.propose();
        model.cancel();
        turns.settle();
        assertThat(focus.foldProperty().get().orElseThrow().isChosen()).isFalse();

        model = model(0, 0);
        model.propose();
        turns.settle();
        assertThat(focus.foldProperty().get().orElseThrow().isChosen()).isFalse();
        assertThat(focus.noticeProperty().get().orElseThrow().sentence()).startsWith("No rules can be proposed");
    }

    @Test
    void installed_folds_are_looked_for_when_somebody_asks_and_chosen_by_reference() throws Exception {
        Files.writeString(folder.resolve("bank.folds.yaml"), RULES);
        Files.writeString(folder.resolve("worse.folds.yaml"), "fold: x");
        assertThat(model.installedProperty().get()).isEmpty();

        model.lookForInstalled();
        turns.settle();

        var found = model.installedProperty().get().orElseThrow();
        assertThat(found).hasSize(2).last().isInstanceOf(InstalledFold.Broken.class);
        model.choose(found.getFirst().reference());
        turns.settle();
        assertThat(focus.foldProperty().get().orElseThrow().fold().name()).isEqualTo("bank account");
    }

    private void choose(String rules) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("mine.folds.yaml"), rules);
        model.choose(file);
        turns.settle();
    }
}
