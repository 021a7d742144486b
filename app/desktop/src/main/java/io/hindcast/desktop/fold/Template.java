package io.hindcast.desktop.fold;

import io.hindcast.desktop.focus.Look;
import io.hindcast.engine.fold.FoldLanguage;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.session.FoldText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A form to be filled in: every event type of the focused stream, none of them doing anything yet.
final class Template {
    private static final List<String> NAMES = List.of("new.folds.yaml", "new.folds.js", "new.js");
    private static final int MANY = 20_000;

    private Template() {}

    /// @return an empty text where nothing is known of the language
    static FoldText of(FoldLanguage language, Look look) {
        String name = NAMES.stream().filter(language::understands).findFirst().orElse("new." + language.id());
        String category = look.history().map(StreamHistory::category).orElse("");
        Set<String> types = look.history().map(Template::types).orElse(Set.of());
        return new FoldText(name, name.endsWith(".js") ? script(category, types) : rules(category, types));
    }

    private static Set<String> types(StreamHistory history) {
        var types = new LinkedHashSet<String>();
        for (int i = 0; i < Math.min(history.size(), MANY); i++) {
            types.add(history.event(i).type());
        }
        return types;
    }

    private static String rules(String category, Set<String> types) {
        var text = new StringBuilder("fold: my rules\n");
        if (!category.isEmpty()) {
            text.append("category: ").append(quoted(category)).append('\n');
        }
        text.append("start: {}\non:\n");
        Optional.of(types).filter(it -> !it.isEmpty()).orElse(Set.of("SomethingHappened"))
                .forEach(type -> text.append("  ").append(quoted(type)).append(": merge\n"));
        return text.toString();
    }

    private static String script(String category, Set<String> types) {
        var text = new StringBuilder(category.isEmpty() ? "fromAll()" : "fromCategory(" + json(category) + ")")
                .append("\n  .foreachStream()\n  .when({\n    $init: () => ({}),\n");
        types.forEach(type -> text.append("    ").append(json(type)).append(": (state, event) => {\n      return state;\n    },\n"));
        return text.append("  });\n").toString();
    }

    private static String quoted(String word) {
        return word.matches("[\\p{L}_][\\p{L}\\p{N}_.\\-]*") ? word : json(word);
    }

    private static String json(String word) {
        return '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
