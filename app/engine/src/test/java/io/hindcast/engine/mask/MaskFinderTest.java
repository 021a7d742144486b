package io.hindcast.engine.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hindcast.connector.Location;
import io.hindcast.engine.mask.MaskFinder.Unusable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MaskFinderTest {
    private static final String ONE = "masks:\n  - name: %s\n    field: owner\n";
    private static final Map<String, String> ENVIRONMENT = Map.of("SHORT", "abc", "LONG", "a key of some length");

    @TempDir
    Path folder;

    private MaskFinder finder() {
        return new MaskFinder(folder.resolve("own"), name -> Optional.ofNullable(ENVIRONMENT.get(name)));
    }

    private String nameOf(Optional<Path> named) throws Unusable {
        var found = finder().find(new Location(folder.resolve("shop.db").toString()), named, Optional.empty());
        return found.masking().rules().all().stream().map(MaskRule::name).findFirst().orElse("") + "; " + found.origin();
    }

    @Test
    void the_named_file_goes_before_one_beside_the_store_and_that_before_ones_own() throws IOException, Unusable {
        assertThat(nameOf(Optional.empty())).isEqualTo("; ");

        Files.createDirectories(folder.resolve("own"));
        Files.writeString(folder.resolve("own/masks.yaml"), ONE.formatted("own"));
        assertThat(nameOf(Optional.empty())).isEqualTo("own; masks.yaml in your own folder");

        Files.writeString(folder.resolve("masks.yaml"), ONE.formatted("beside"));
        assertThat(nameOf(Optional.empty())).isEqualTo("beside; masks.yaml beside the store");

        Files.writeString(folder.resolve("shop.masks.yaml"), ONE.formatted("nearer"));
        assertThat(nameOf(Optional.empty())).isEqualTo("nearer; shop.masks.yaml beside the store");

        Path named = Files.writeString(folder.resolve("other.yaml"), ONE.formatted("named"));
        assertThat(nameOf(Optional.of(named))).isEqualTo("named; other.yaml");
    }

    @Test
    void broken_rules_are_never_passed_over() throws IOException {
        Files.writeString(folder.resolve("masks.yaml"), "masks:\n  - name: a\n    fields: b\n");

        assertThatThrownBy(() -> nameOf(Optional.empty()))
                .isInstanceOf(Unusable.class)
                .hasMessage("masks.yaml, line 3, column 5: there is no `fields` here (did you mean `field`?)");
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
