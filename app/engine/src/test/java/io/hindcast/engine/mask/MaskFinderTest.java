package io.hindcast.engine.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hindcast.connector.Location;
import io.hindcast.engine.mask.MaskFinder.Unusable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MaskFinderTest {
    private static final Map<String, String> ENVIRONMENT = Map.of("SHORT", "abc", "LONG", "a key of some length");

    @TempDir
    Path folder;

    private MaskFinder finder() {
        return new MaskFinder(folder.resolve("own"), name -> Optional.ofNullable(ENVIRONMENT.get(name)));
    }

    private String nameOf(Optional<Path> named) throws Unusable {
        return namesFor(folder.resolve("shop.db").toString(), named);
    }

    private String namesFor(String store, Optional<Path> named) throws Unusable {
        var found = finder().find(new Location(store), named, Optional.empty());
        return found.masking().rules().all().stream().map(MaskRule::name).collect(Collectors.joining(", ")) + "; " + found.origin();
    }

    private Path rule(String file, String name) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.resolveSibling("."));
        return Files.writeString(path, "masks:\n  - name: %1$s\n    field: %1$s\n".formatted(name));
    }

    @Test
    void all_rules_that_are_found_hold_together_and_a_named_file_adds_to_them() throws IOException, Unusable {
        assertThat(nameOf(Optional.empty())).isEqualTo("; ");

        rule("own/masks.yaml", "own");
        assertThat(nameOf(Optional.empty())).isEqualTo("own; masks.yaml in your own folder");

        rule("masks.yaml", "beside");
        assertThat(nameOf(Optional.empty())).isEqualTo("beside, own; masks.yaml beside the store, masks.yaml in your own folder");

        rule("shop.masks.yaml", "nearer");
        assertThat(nameOf(Optional.of(rule("other.yaml", "named"))))
                .isEqualTo("nearer, beside, own, named; shop.masks.yaml beside the store, masks.yaml beside the store,"
                        + " masks.yaml in your own folder, other.yaml");
    }

    @Test
    void a_file_that_is_named_and_lies_beside_the_store_counts_once() throws IOException, Unusable {
        Path beside = rule("masks.yaml", "beside");

        assertThat(finder().find(new Location(folder.resolve("shop.db").toString()), Optional.of(beside), Optional.empty()).masking().rules().text())
                .isEqualTo(Files.readString(beside));
    }

    @Test
    void another_spelling_of_the_store_finds_the_same_rules() throws IOException, Unusable {
        Path store = Files.writeString(folder.resolve("shop.db"), "");
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path link = Files.createSymbolicLink(elsewhere.resolve("link.db"), store);
        rule("shop.masks.yaml", "shop");

        for (String spelled : List.of(
                store.toString(),
                link.toString(),
                folder + "/elsewhere/../shop.db",
                "jdbc:sqlite:" + store,
                "jdbc:sqlite:file:" + store + "?mode=ro",
                "jdbc:sqlite:file://" + store.toString().replace("shop", "%73hop"),
                "JDBC:H2:file:" + store + ";USER=sa",
                "jdbc:h2:" + store)) {
            assertThat(namesFor(spelled, Optional.empty())).as(spelled).startsWith("shop; ");
        }
        assertThat(namesFor("jdbc:postgresql://host/shop", Optional.empty())).isEqualTo("; ");
    }

    @Test
    void rules_of_a_folder_hold_for_it_and_for_each_of_its_files() throws IOException, Unusable {
        rule("events/masks.yaml", "inside");
        rule("events.masks.yaml", "beside");
        Path file = Files.writeString(folder.resolve("events/one.ndjson"), "");

        assertThat(namesFor(folder.resolve("events").toString(), Optional.empty())).startsWith("inside, beside; ");
        assertThat(namesFor(file.toString(), Optional.empty())).startsWith("inside, beside; ");
    }

    @Test
    void rules_of_every_store_of_a_workspace_hold_in_it() throws IOException, Unusable {
        rule("one/shop.masks.yaml", "shop");
        rule("two/masks.yaml", "bank");
        Path workspace = Files.writeString(folder.resolve("all.hindcast"), "shop = one/shop.db\nbank = jdbc:sqlite:%s/two/bank.db\n".formatted(folder));

        assertThat(namesFor(workspace.toString(), Optional.empty())).startsWith("shop, bank; ");
    }

    @Test
    void broken_rules_are_never_passed_over() throws IOException {
        Files.writeString(folder.resolve("masks.yaml"), "masks:\n  - name: a\n    fields: b\n");

        assertThatThrownBy(() -> nameOf(Optional.empty()))
                .isInstanceOf(Unusable.class)
                .hasMessage("masks.yaml, line 3, column 5: there is no `fields` here (did you mean `field`?)");
        Files.delete(folder.resolve("masks.yaml"));
        assertThatThrownBy(() -> nameOf(Optional.of(folder.resolve("none.yaml")))).hasMessageContaining("There is no mask file");
    }

    @Test
    void a_key_that_is_missing_or_short_is_told_by_the_name_of_its_variable() throws Unusable {
        String rules = "masks:\n  - name: a\n    field: b\n    as: pseudonym\n";

        assertThatThrownBy(() -> finder().compile("m", rules, Optional.empty())).hasMessageContaining("--mask-key-env");
        assertThatThrownBy(() -> finder().compile("m", rules, Optional.of("UNSET"))).hasMessageContaining("UNSET");
        assertThatThrownBy(() -> finder().compile("m", rules, Optional.of("SHORT")))
                .hasMessageContaining("too short")
                .hasMessageNotContaining("abc");
        assertThat(finder().compile("m", rules, Optional.of("LONG")).keyFingerprint()).isPresent();
    }
}
