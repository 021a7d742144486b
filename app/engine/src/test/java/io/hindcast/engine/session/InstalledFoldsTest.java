package io.hindcast.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.engine.fold.FoldLanguage.Compiled;
import io.hindcast.engine.fold.rules.RulesLanguage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstalledFoldsTest {
    @TempDir
    private Path folder = Path.of("");

    private FoldFinder finder = new FoldFinder(List.of());

    @BeforeEach
    void a_folder_with_rules() throws IOException {
        Files.writeString(folder.resolve("b.folds.yaml"), "fold: bank account\non: { Opened: ignore }\n");
        Files.writeString(folder.resolve("a.folds.yaml"), "fold: broken\non: { Opened: { ad: { b: /a } } }\n");
        Files.writeString(folder.resolve("notes.txt"), "not a fold");
        finder = new FoldFinder(List.of(new RulesLanguage()), List.of(folder.resolve("nowhere"), folder));
    }

    @Test
    void files_are_listed_by_name_and_broken_ones_say_why() {
        assertThat(finder.installed())
                .satisfiesExactly(
                        one -> assertThat(one)
                                .isInstanceOfSatisfying(InstalledFold.Broken.class, it -> assertThat(it.reason()).contains("`ad` is no operation")),
                        one -> assertThat(one)
                                .isInstanceOfSatisfying(InstalledFold.Working.class, it -> assertThat(it.isCode()).isFalse()));
    }

    @Test
    void a_fold_is_called_by_its_name_or_by_that_of_its_file() {
        assertThat(finder.read(Path.of("bank account"))).isInstanceOf(Compiled.Ready.class);
        assertThat(finder.read(Path.of("b.folds.yaml"))).isInstanceOf(Compiled.Ready.class);
        assertThat(finder.read(Path.of("nobody"))).isInstanceOf(Compiled.Rejected.class);
    }

    @Test
    void folders_lie_beside_the_plug_ins_and_with_the_persons_settings() {
        var properties = new Properties();
        properties.setProperty("hindcast.plugins", "/opt/hindcast/plugins");

        assertThat(FoldFinder.usualFolders(properties, Map.of("XDG_CONFIG_HOME", "/me")))
                .containsExactly(Path.of("/opt/hindcast/folds"), Path.of("/me/hindcast/folds"));
    }
}
