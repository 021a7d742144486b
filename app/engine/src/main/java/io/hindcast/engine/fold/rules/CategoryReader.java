package io.hindcast.engine.fold.rules;

import io.hindcast.engine.fold.PathTable;
import io.hindcast.engine.fold.SnapshotComparison;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Fields;
import io.hindcast.event.FieldLocation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// From one fold of a file to its rules.
final class CategoryReader {
    static final List<String> SECTIONS =
            List.of(
            "fold",
            "about",
            "category",
            "start",
            "revision",
            "upcast",
            "on",
            "otherwise",
            "effective",
            "currency",
            "snapshot");

    private final Diagnostics diagnostics;
    private final PathTable paths;
    private final ValueReader values;
    private final StepReader steps;

    CategoryReader(Diagnostics diagnostics, PathTable paths) {
        this.diagnostics = diagnostics;
        this.paths = paths;
        this.values = new ValueReader(diagnostics, paths);
        this.steps = new StepReader(diagnostics, values);
    }

    /// The rules, and the names or patterns of the categories they are for.
    record Reading(List<NamedPlace> categories, CategoryRules rules) {}

    record NamedPlace(Glob glob, Node.Place place) {}

    Reading read(Node.Mapping fold) {
        for (Node.Entry entry : fold.entries()) {
            if (!SECTIONS.contains(entry.name())) {
                diagnostics.error(
                        entry.key().place(),
                        "`" + entry.name() + "` is no part of a fold",
                        Words.suggestion(entry.name(), SECTIONS));
            }
        }
        String name = fold.entry("fold").map(this::text).orElse("rules");
        if (fold.entry("on").isEmpty()) {
            diagnostics.error(fold.place(), "a fold says under `on` what each event type does");
        }
        var wordings = new ArrayList<Wording>();
        var handlers = fold.entry("on").map(on -> handlers(on, wordings)).orElse(Map.of());
        Operation otherwise = fold.entry("otherwise").map(this::otherwise).orElse(Operation.NOTHING);
        var always = new ArrayList<Wording.Path>();
        Upcasters upcasters = upcasters(fold, always);
        values.mentions().take();
        Optional<FieldLocation> effective = fold.entry("effective").flatMap(this::effective);
        always.addAll(values.mentions().take());
        var rules = new CategoryRules(
                name,
                CategoryRules.Start.of(fold.entry("start").map(this::start).orElse(Fields.EMPTY), paths),
                new NameTable<>(handlers),
                otherwise,
                upcasters,
                fold.entry("snapshot")
                        .map(section -> new SnapshotReader(diagnostics).read(section))
                        .orElse(SnapshotComparison.PLAIN),
                effective,
                fold.entry("currency").flatMap(this::currency),
                wordings,
                always);
        return new Reading(categories(fold), rules);
    }

    /// @param always gets the path of revisions
    private Upcasters upcasters(Node.Mapping fold, List<Wording.Path> always) {
        values.mentions().take();
        Optional<Value> revision = fold.entry("revision").flatMap(this::revision);
        values.mentions().relax(0); // the first events of a store need not say theirs
        always.addAll(values.mentions().take());
        return fold.entry("upcast")
                .map(section -> new UpcastReader(diagnostics, values, steps).read(section, revision))
                .orElse(Upcasters.NONE);
    }

    private Optional<Value> revision(Node.Entry entry) {
        if (values.read(entry.value()) instanceof Value.At at && at.part() != Value.Part.STATE) {
            return Optional.of(at);
        }
        diagnostics.error(
                entry.value().place(), "`revision` is followed by a path", "revision: metadata /revision");
        return Optional.empty();
    }

    private String text(Node.Entry entry) {
        if (entry.value() instanceof Node.Scalar scalar && !scalar.text().isBlank()) {
            return scalar.text();
        }
        diagnostics.error(entry.value().place(), "`" + entry.name() + "` is followed by a name");
        return "rules";
    }

    private List<NamedPlace> categories(Node.Mapping fold) {
        return fold.entry("category")
                .map(entry -> globs(entry.value()))
                .orElse(List.of(new NamedPlace(new Glob("*"), fold.place())));
    }

    /// Names or patterns: a list, or text parted by commas or bars.
    private List<NamedPlace> globs(Node node) {
        return switch (node) {
            case Node.Scalar scalar -> split(scalar);
            case Node.Listing listing ->
                listing.items().stream().flatMap(item -> globs(item).stream()).toList();
            case Node.Mapping mapping -> {
                diagnostics.error(mapping.place(), "names parted by commas were expected");
                yield List.of();
            }
        };
    }

    private List<NamedPlace> split(Node.Scalar scalar) {
        var names = new ArrayList<NamedPlace>();
        int start = 0;
        for (String part : scalar.text().split("[,|]", -1)) {
            int lead = part.length() - part.stripLeading().length();
            var place = new Node.Place(scalar.place().line(), scalar.place().column() + start + lead);
            if (part.isBlank() && scalar.plain()) {
                diagnostics.error(place, "a name was expected");
            } else {
                names.add(new NamedPlace(new Glob(part.strip()), place));
            }
            start += part.length() + 1;
        }
        return names;
    }

    private Fields start(Node.Entry entry) {
        if (values.constant(entry.value()) instanceof Fields fields) {
            return fields;
        }
        diagnostics.error(entry.value().place(), "`start` is followed by fields", "start: { balance: 0.00 }");
        return Fields.EMPTY;
    }

    private Map<Glob, Operation> handlers(Node.Entry on, List<Wording> wordings) {
        if (!(on.value() instanceof Node.Mapping types)) {
            diagnostics.error(
                    on.value().place(), "`on` is followed by event types", "on: { MoneyDeposited: { add: ... } }");
            return Map.of();
        }
        var handlers = new LinkedHashMap<Glob, Operation>();
        var seen = new HashMap<String, Node.Place>();
        for (Node.Entry type : types.entries()) {
            values.mentions().take();
            Operation operations = Operation.all(steps.read(type.value()));
            List<NamedPlace> names = split(type.key());
            wordings.add(new Wording(
                    names.stream().map(name -> new Wording.Written(name.place(), name.glob().text())).toList(),
                    values.mentions().take()));
            for (NamedPlace name : names) {
                Node.Place before = seen.putIfAbsent(name.glob().text(), name.place());
                if (before != null) {
                    diagnostics.error(
                            name.place(),
                            "`%s` has its rule in line %d already".formatted(name.glob().text(), before.line()));
                }
                handlers.put(name.glob(), operations);
            }
        }
        return handlers;
    }

    private Operation otherwise(Node.Entry entry) {
        return Operation.all(steps.read(entry.value()));
    }

    private Optional<FieldLocation> effective(Node.Entry entry) {
        if (entry.value() instanceof Node.Scalar scalar
                && scalar.plain()
                && Expression.looksLike(scalar.text())
                && values.read(scalar) instanceof Value.At at
                && at.part() != Value.Part.STATE) {
            String pointer = at.path().toString();
            return Optional.of(
                    at.part() == Value.Part.DATA ? FieldLocation.data(pointer) : FieldLocation.metadata(pointer));
        }
        diagnostics.error(
                entry.value().place(), "`effective` is followed by a path", "effective: /effectiveDate");
        return Optional.empty();
    }

    /// A field of the state, as the targets of operations are written.
    private Optional<FieldPath> currency(Node.Entry entry) {
        if (entry.value() instanceof Node.Scalar scalar && !scalar.text().isBlank() && !scalar.text().contains("{")) {
            return Optional.of(FieldPath.parse(scalar.text()));
        }
        diagnostics.error(
                entry.value().place(), "`currency` is followed by a field of the state", "currency: /currency");
        return Optional.empty();
    }
}
