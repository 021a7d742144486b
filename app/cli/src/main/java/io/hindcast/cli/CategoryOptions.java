package io.hindcast.cli;

import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.Spelling;
import io.hindcast.engine.population.CurrencyField;
import io.hindcast.engine.population.Population;
import io.hindcast.engine.population.SeenFields;
import io.hindcast.engine.session.CategorySummary;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What the verbs over a whole category share.
final class CategoryOptions {
    private static final String NO_CURRENCY = "none";

    @Option(names = "--category", required = true, paramLabel = "NAME", description = "The family of streams.")
    String category = "";

    @Option(
            names = "--currency",
            paramLabel = "PATH",
            description =
                    "The field of the state that names the currency; else what the rules say, else /currency. `none` adds up across currencies.")
    @Nullable String currency;

    CurrencyField currencyField(Fold fold) {
        if (currency == null) {
            return CurrencyField.of(fold, category);
        }
        return currency.equals(NO_CURRENCY)
                ? CurrencyField.ignored()
                : CurrencyField.named(field("--currency", currency));
    }

    /// @param option what it was written behind
    /// @throws UsageException when nothing was written
    static FieldPath field(String option, String text) {
        FieldPath path = FieldPath.parse(text.strip());
        if (path.isRoot()) {
            throw new UsageException("%s names no field; write one like /balance.".formatted(option));
        }
        return path;
    }

    /// In one sentence, that no state names a currency where somebody said that it does; amounts of several currencies are
    /// not added up then.
    Optional<String> unknownCurrency(CurrencyField field, SeenFields seen) {
        return field.path()
                .filter(_ -> field.origin() == CurrencyField.Origin.ASKED)
                .map(path -> "No state names a currency at %s, so nothing was added up%s --currency none adds up across currencies."
                        .formatted(path, seen.nearest(path).map("; did you mean %s?"::formatted).orElse(".")));
    }

    /// Tells that rules are missing, before a long wait for nothing.
    void warn(Fold fold, Terminal terminal) {
        if (fold.isGuess()) {
            terminal.say("No fold rules were given: these states are the merge fold's guess. Name rules with --fold FILE, or try --fold proposed.");
        } else if (!fold.covers(category)) {
            terminal.say("The rules \"%s\" say nothing about the category %s.".formatted(fold.name(), category));
        }
    }

    /// @throws UsageException that names the categories there are, when the store has none of this name
    void mustExist(Population population, OpenStore store, Terminal terminal) {
        if (population.streams() > 0 || population.eventsRead() > 0 || !population.isComplete()) {
            return;
        }
        Indexing.run(store, terminal);
        throw new UsageException(unknownCategory(category, store));
    }

    /// @throws UsageException that names the categories there are, when the store has none of this name; the index is complete
    static void mustExist(String category, OpenStore store) {
        if (store.index().streams().stream().noneMatch(entry -> entry.category().equals(category))) {
            throw new UsageException(unknownCategory(category, store));
        }
    }

    /// That a category does not exist, and which ones do; the index is complete.
    static String unknownCategory(String category, OpenStore store) {
        List<String> known = store.categories().stream()
                .map(CategorySummary::name)
                .filter(name -> !name.isBlank())
                .toList();
        return "The store has no category %s; %s"
                .formatted(
                        category,
                        Spelling.nearest(category, known)
                                .map("did you mean %s?"::formatted)
                                .orElseGet(() -> known.isEmpty() ? none(store) : "there are: " + String.join(", ", known) + "."));
    }

    private static String none(OpenStore store) {
        return store.index().size() == 0 ? "it holds no events." : "its streams have none.";
    }

    static Fields controlTotals(Population population) {
        var fields = new LinkedHashMap<String, StateValue>();
        fields.put("streams", Num.of(population.streams()));
        fields.put("aggregates", Num.of(population.aggregates()));
        fields.put("notYetBegun", Num.of(population.notYetBegun()));
        fields.put("eventsRead", Num.of(population.eventsRead()));
        fields.put("eventsApplied", Num.of(population.eventsApplied()));
        fields.put("eventsAfter", Num.of(population.eventsAfter()));
        fields.put("eventsNotYetEffective", Num.of(population.eventsNotYetEffective()));
        fields.put("eventsWithProblem", Num.of(population.eventsWithProblem()));
        fields.put("unreliable", Num.of(population.unreliable()));
        fields.put("deleted", Num.of(population.deleted()));
        fields.put("tiesOut", Bool.of(population.tiesOut()));
        return Fields.of(fields);
    }

    /// The control totals in one sentence.
    static String sentence(Population population) {
        String after = population.eventsAfter() > 0 ? ", %,d after the moment".formatted(population.eventsAfter()) : "";
        String later = population.eventsNotYetEffective() > 0
                ? ", %,d not effective yet".formatted(population.eventsNotYetEffective())
                : "";
        String ties = population.tiesOut()
                ? "every event read is accounted for"
                : "the events do NOT add up: the store changed while it was read";
        return "%,d aggregates of %,d streams; %,d events read, %,d applied%s%s: %s."
                .formatted(
                        population.aggregates(),
                        population.streams(),
                        population.eventsRead(),
                        population.eventsApplied(),
                        after,
                        later,
                        ties);
    }

    static StateValue currencyName(CurrencyField field) {
        return field.path().<StateValue>map(path -> new Text(path.toString())).orElse(Null.NULL);
    }

    /// In one sentence, that no state has these fields, and which ones may have been meant; nothing for none.
    static Optional<String> unknownFields(List<FieldPath> paths, SeenFields seen) {
        return switch (paths.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(unknownField(paths.getFirst(), seen));
            default -> Optional.of("No state has the fields "
                    + paths.stream()
                            .map(path -> path
                                    + seen.nearest(path).map(" (did you mean %s?)"::formatted).orElse(""))
                            .collect(Collectors.joining(", "))
                    + ".");
        };
    }

    /// That no state has a field, and which one may have been meant.
    static String unknownField(FieldPath path, SeenFields seen) {
        return "No state has a field %s%s"
                .formatted(
                        path,
                        seen.nearest(path)
                                .map("; did you mean %s?"::formatted)
                                .orElse("."));
    }
}
