package io.hindcast.engine.fold.rules;

import io.hindcast.engine.fold.FoldEvent;
import io.hindcast.engine.fold.FoldFailure;
import io.hindcast.engine.fold.WordCheck;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The words of a whole rules file, held against events.
final class RulesCheck implements WordCheck {
    private final IdentityHashMap<CategoryRules, OfFold> folds = new IdentityHashMap<>();
    private final Map<String, Optional<OfFold>> byCategory = new HashMap<>();
    private final NameTable<CategoryRules> categories;
    private final List<CategoryReader.Reading> readings;
    private final Set<String> seenCategories = new TreeSet<>();

    RulesCheck(NameTable<CategoryRules> categories, List<CategoryReader.Reading> readings) {
        this.categories = categories;
        this.readings = List.copyOf(readings);
        readings.forEach(reading -> folds.put(reading.rules(), new OfFold(reading.rules())));
    }

    @Override
    public void see(FoldEvent event) {
        ofCategory(event.category()).ifPresent(fold -> fold.see(event));
    }

    private Optional<OfFold> ofCategory(String category) {
        return byCategory.computeIfAbsent(category, name -> {
            seenCategories.add(name);
            return categories.find(name).flatMap(rules -> Optional.ofNullable(folds.get(rules)));
        });
    }

    @Override
    public List<String> typesNamed(String category) {
        return categories.find(category).map(rules -> rules.wordings().stream()
                        .flatMap(wording -> wording.names().stream())
                        .map(Wording.Written::text)
                        .toList())
                .orElse(List.of());
    }

    @Override
    public List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        readings.forEach(reading -> findings.addAll(missing(reading)));
        folds.values().forEach(fold -> findings.addAll(fold.findings()));
        findings.sort(Comparator.comparingInt((Finding one) -> one.diagnostic().line())
                .thenComparingInt(one -> one.diagnostic().column()));
        return findings;
    }

    /// Several names of one fold are for several stores: as long as one of them occurs, the others need not.
    private List<Finding> missing(CategoryReader.Reading reading) {
        var missing = reading.categories().stream()
                .filter(named -> seenCategories.stream().noneMatch(category -> isMeant(named.glob(), category)))
                .toList();
        boolean isIdle = missing.size() == reading.categories().size();
        return missing.stream()
                .map(named -> new SeenWords(new Wording.Written(named.place(), named.glob().text()), List.of()))
                .flatMap(words -> words.findings(isIdle ? seenCategories : Set.of(), "category").stream())
                .toList();
    }

    private static boolean isMeant(Glob glob, String category) {
        return glob.matches(category) || glob.matches(NameTable.simpleName(category));
    }

    /// The words of one fold. Nothing is said of a fold whose category has no events.
    private static final class OfFold {
        private final CategoryRules rules;
        private final NameTable<SeenWords> handlers;
        private final List<SeenWords> all = new ArrayList<>();
        private final IdentityHashMap<Upcaster, NameTable<SeenWords>> upcasters = new IdentityHashMap<>();
        private final List<SeenWords> always = new ArrayList<>();
        private final Set<String> types = new TreeSet<>();

        OfFold(CategoryRules rules) {
            this.rules = rules;
            this.handlers = table(rules.wordings());
            rules.upcasters().all().forEach(one -> upcasters.put(one, table(List.of(one.wording()))));
            if (!rules.always().isEmpty()) {
                always.add(new SeenWords(new Wording.Written(Node.Place.START, rules.name()), rules.always()));
            }
        }

        private NameTable<SeenWords> table(List<Wording> wordings) {
            var table = new LinkedHashMap<Glob, SeenWords>();
            for (Wording wording : wordings) {
                for (Wording.Written name : wording.names()) {
                    var words = new SeenWords(name, wording.paths());
                    table.put(new Glob(name.text()), words);
                    all.add(words);
                }
            }
            return new NameTable<>(table);
        }

        void see(FoldEvent event) {
            types.add(event.type());
            List<FoldEvent> shapes = shapes(event);
            shapes.forEach(shape -> {
                types.add(shape.type());
                handlers.find(shape.type()).ifPresent(words -> words.see(shape));
            });
            always.forEach(words -> words.see(shapes.size() == 1 ? shapes.getFirst() : event));
        }

        private List<FoldEvent> shapes(FoldEvent event) {
            if (!rules.upcasters().concern(event.type())) {
                return List.of(event);
            }
            try {
                return rules.upcasters().upcast(event, (upcaster, passing) -> Optional.ofNullable(upcasters.get(upcaster))
                        .flatMap(table -> table.find(passing.type()))
                        .ifPresent(words -> words.see(passing)));
            } catch (FoldFailure _) {
                return List.of();
            }
        }

        List<Finding> findings() {
            if (types.isEmpty()) {
                return List.of();
            }
            var findings = new ArrayList<Finding>();
            // what has a rule already was not meant by another name
            List<String> free = types.stream()
                    .filter(type -> handlers.find(type).isEmpty() && !rules.upcasters().concern(type))
                    .toList();
            all.forEach(words -> findings.addAll(words.findings(free, "event type")));
            always.forEach(words -> findings.addAll(words.findings(types, "fold")));
            return findings;
        }
    }
}
