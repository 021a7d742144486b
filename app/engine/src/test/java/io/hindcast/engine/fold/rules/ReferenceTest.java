package io.hindcast.engine.fold.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.engine.fold.FoldLanguage.Compiled;
import io.hindcast.engine.fold.RealStore;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReferenceTest {
    @Test
    void every_example_of_the_reference_compiles() {
        List<String> examples = examples(RealStore.text("app/docs/fold-rules.md"));

        assertThat(examples).hasSizeGreaterThan(3).allSatisfy(example -> {
            String whole = example.contains("\non:") || example.startsWith("on:") ? example : example + "\non: {}\n";
            assertThat(new RulesLanguage().compile("example.folds.yaml", whole))
                    .as(example)
                    .isInstanceOfSatisfying(Compiled.Ready.class, ready -> assertThat(ready.warnings())
                            .isEmpty());
        });
    }

    private static List<String> examples(String page) {
        var examples = new ArrayList<String>();
        String[] parts = page.split("```", -1);
        for (int i = 1; i < parts.length; i += 2) {
            examples.add(parts[i].substring("yaml\n".length()));
        }
        return examples;
    }
}
