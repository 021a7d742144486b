package io.hindcast.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FoldRulesResourceTest {
    @Test
    void the_rules_lie_on_the_class_path_and_name_every_type_but_the_unknown_one() throws IOException {
        String rules;
        try (var resource = SampleEvent.class.getResourceAsStream("ledger.folds.yaml")) {
            rules = new String(Objects.requireNonNull(resource).readAllBytes(), StandardCharsets.UTF_8);
        }
        var named = new HashSet<String>();
        var words =
                Pattern.compile("^    ([A-Z][A-Za-z, ]+):", Pattern.MULTILINE).matcher(rules);
        while (words.find()) {
            for (String name : words.group(1).split(", ")) {
                named.add(name);
            }
        }
        var types = new HashSet<String>();
        Recording.of(25_000, 42).events.forEach(event -> types.add(event.type()));
        types.remove("LegacyAccountTagged");

        assertThat(named).isEqualTo(types);
    }
}
