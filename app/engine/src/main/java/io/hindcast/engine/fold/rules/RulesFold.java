package io.hindcast.engine.fold.rules;

import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.FoldEvent;
import io.hindcast.engine.fold.FoldFailure;
import io.hindcast.engine.fold.SnapshotComparison;
import io.hindcast.engine.fold.StateEditor;
import io.hindcast.engine.fold.WordCheck;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.event.FieldLocation;
import java.util.List;
import java.util.Optional;

/// A compiled rules file. Events of a category that no rule covers leave the state as it is.
///
/// @param readings the folds of the file, with the categories they name
/// @param readsMetadata false when no rule can be looking at metadata
record RulesFold(
        String name,
        String digest,
        NameTable<CategoryRules> categories,
        List<CategoryReader.Reading> readings,
        boolean readsMetadata)
        implements Fold {
    RulesFold {
        readings = List.copyOf(readings);
    }

    @Override
    public Optional<WordCheck> wordCheck() {
        return Optional.of(new RulesCheck(categories, readings));
    }

    @Override
    public void begin(String category, StateEditor state) {
        categories.find(category).ifPresent(rules -> rules.begin(state));
    }

    @Override
    public void apply(FoldEvent event, StateEditor state) throws FoldFailure {
        var rules = categories.find(event.category());
        if (rules.isPresent()) {
            rules.get().apply(event, state);
        }
    }

    @Override
    public Optional<FoldEvent> taken(FoldEvent event) {
        var rules = categories.find(event.category());
        return Optional.of(rules.isPresent() ? rules.get().recast(event) : event);
    }

    @Override
    public boolean covers(String category) {
        return categories.find(category).isPresent();
    }

    @Override
    public boolean knows(String category, String type) {
        return categories.find(category).map(rules -> rules.knows(type)).orElse(false);
    }

    @Override
    public SnapshotComparison comparison(String category) {
        return categories.find(category).map(CategoryRules::comparison).orElse(SnapshotComparison.PLAIN);
    }

    @Override
    public Optional<FieldLocation> effectiveAt(String category) {
        return categories.find(category).flatMap(CategoryRules::effectiveAt);
    }

    @Override
    public Optional<FieldPath> currency(String category) {
        return categories.find(category).flatMap(CategoryRules::currency);
    }
}
