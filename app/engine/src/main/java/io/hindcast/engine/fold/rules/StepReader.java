package io.hindcast.engine.fold.rules;

import io.hindcast.engine.state.FieldPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/// From what is written under an event type to the operations it stands for, in the order in which they are written.
final class StepReader {
    static final List<String> OPERATIONS = List.of(
            "set", "update", "status", "add", "subtract", "count", "increment", "append", "upsert", "remove", "delete",
            "clear", "merge", "in", "when", "problem");

    private final Diagnostics diagnostics;
    private final ValueReader values;

    StepReader(Diagnostics diagnostics, ValueReader values) {
        this.diagnostics = diagnostics;
        this.values = values;
    }

    /// `ignore`, `merge`, one step, or a list of steps.
    List<Operation> read(Node node) {
        return switch (node) {
            case Node.Scalar scalar -> word(scalar);
            case Node.Mapping step -> step(step);
            case Node.Listing steps -> {
                var all = new ArrayList<Operation>();
                steps.items().forEach(step -> all.addAll(read(step)));
                yield all;
            }
        };
    }

    private List<Operation> word(Node.Scalar scalar) {
        return switch (scalar.text()) {
            case "ignore" -> List.of();
            case "merge" -> List.of(mergeAll());
            case "problem" -> List.of(new Operation.Problem("the rules call this event a problem"));
            default -> {
                diagnostics.error(
                        scalar.place(),
                        scalar.text().isEmpty()
                                ? "what to do was expected here"
                                : "`" + scalar.text() + "` says nothing to do",
                        Words.suggestion(scalar.text(), List.of("ignore", "merge", "problem")));
                yield List.of();
            }
        };
    }

    private Operation mergeAll() {
        return new Operation.Merge(values.root(), values.body());
    }

    private List<Operation> step(Node.Mapping step) {
        var operations = new ArrayList<Operation>();
        Optional<Condition> condition = Optional.empty();
        Optional<ItemPick> inside = Optional.empty();
        for (Node.Entry entry : step.entries()) {
            switch (entry.name()) {
                case "when" -> condition = values.condition(entry.value());
                case "in" -> inside = picks(entry).stream().findFirst();
                default -> operations.addAll(operation(entry));
            }
        }
        List<Operation> result = operations;
        if (inside.isPresent()) {
            result = List.of(new Operation.Inside(inside.get(), Operation.all(result)));
        }
        if (condition.isPresent()) {
            result = List.of(new Operation.When(condition.get(), Operation.all(result)));
        }
        return result;
    }

    List<Operation> operation(Node.Entry entry) {
        return switch (entry.name()) {
            case "set" -> each(entry, (target, node) -> new Operation.Set(target, values.read(node), false));
            case "update" -> each(entry, (target, node) -> new Operation.Set(target, values.readIfPresent(node), true));
            case "status" -> List.of(status(entry.value()));
            case "add" -> each(entry, (target, node) -> Operation.add(target, values.readAmount(node), false));
            case "subtract" -> each(entry, (target, node) -> Operation.add(target, values.readAmount(node), true));
            case "count", "increment" -> names(entry).stream().<Operation>map(name -> new Operation.Count(values.target(name))).toList();
            case "append" -> each(entry, (target, node) -> new Operation.Append(target, values.read(node)));
            case "upsert" -> upserts(entry);
            case "remove", "delete" -> removals(entry);
            case "clear" -> names(entry).stream().<Operation>map(name -> new Operation.Clear(values.target(name))).toList();
            case "merge" -> merges(entry);
            case "problem" -> List.of(new Operation.Problem(text(entry)));
            default -> {
                diagnostics.error(
                        entry.key().place(),
                        "`" + entry.name() + "` is no operation",
                        Words.suggestion(entry.name(), OPERATIONS));
                yield List.of();
            }
        };
    }

    private Operation status(Node node) {
        if (!(node instanceof Node.Scalar)) {
            diagnostics.error(node.place(), "`status` is followed by one word", "status: FROZEN");
        }
        return new Operation.Set(values.target("status"), values.read(node), false);
    }

    List<Operation> each(Node.Entry entry, BiFunction<Target, Node, Operation> make) {
        if (!(entry.value() instanceof Node.Mapping fields)) {
            diagnostics.error(
                    entry.value().place(),
                    "`" + entry.name() + "` is followed by fields and values",
                    entry.name() + ": { field: /path }");
            return List.of();
        }
        return fields.entries().stream()
                .map(field -> make.apply(values.target(field.key()), field.value()))
                .toList();
    }

    /// One name, or a list of names.
    private List<Node.Scalar> names(Node.Entry entry) {
        List<Node> nodes =
                entry.value() instanceof Node.Listing listing ? listing.items() : List.of(entry.value());
        var names = new ArrayList<Node.Scalar>();
        for (Node node : nodes) {
            if (node instanceof Node.Scalar name) {
                names.add(name);
            } else {
                diagnostics.error(node.place(), "the name of a field was expected");
            }
        }
        return names;
    }

    private List<Operation> upserts(Node.Entry entry) {
        if (!(entry.value() instanceof Node.Mapping lists)) {
            diagnostics.error(entry.value().place(), "`upsert` is followed by a list and its item", upsertForm());
            return List.of();
        }
        var operations = new ArrayList<Operation>();
        for (Node.Entry list : lists.entries()) {
            if (list.value() instanceof Node.Mapping form
                    && form.entry("key").map(Node.Entry::value).orElse(form) instanceof Node.Scalar key
                    && form.entry("item").isPresent()) {
                Value item = values.read(form.entry("item").get().value());
                FieldPath path = FieldPath.parse(key.text());
                var pick = new ItemPick(values.target(list.key()), Map.of(path, new Value.Inner(item, path)));
                operations.add(new Operation.Upsert(pick, item));
            } else {
                diagnostics.error(list.value().place(), "a `key` and an `item` were expected", upsertForm());
            }
        }
        return operations;
    }

    private static String upsertForm() {
        return "upsert: { lines: { key: lineId, item: { lineId: /lineId, amount: /amount } } }";
    }

    private List<Operation> removals(Node.Entry entry) {
        if (entry.value() instanceof Node.Mapping) {
            return picks(entry).stream()
                    .<Operation>map(Operation.RemoveItems::new)
                    .toList();
        }
        return names(entry).stream()
                .<Operation>map(name -> new Operation.Remove(values.target(name)))
                .toList();
    }

    private List<ItemPick> picks(Node.Entry entry) {
        var picks = new ArrayList<ItemPick>();
        if (entry.value() instanceof Node.Mapping lists) {
            for (Node.Entry list : lists.entries()) {
                if (list.value() instanceof Node.Mapping keys && !keys.entries().isEmpty()) {
                    var wanted = new LinkedHashMap<FieldPath, Value>();
                    keys.entries().forEach(key -> wanted.put(FieldPath.parse(key.name()), values.read(key.value())));
                    picks.add(new ItemPick(values.target(list.key()), wanted));
                } else {
                    diagnostics.error(
                            list.value().place(), "the key of the item was expected", "{ lines: { lineId: /lineId } }");
                }
            }
        }
        if (picks.isEmpty() && !diagnostics.anyError()) {
            diagnostics.error(
                    entry.value().place(),
                    "a list and the key of its item were expected",
                    entry.name() + ": { lines: { lineId: /lineId } }");
        }
        return picks;
    }

    /// `merge: /details` into the root, or `merge: { address: /address }` into fields.
    private List<Operation> merges(Node.Entry entry) {
        return entry.value() instanceof Node.Mapping
                ? each(entry, (target, node) -> new Operation.Merge(target, values.read(node)))
                : List.of(new Operation.Merge(values.root(), values.read(entry.value())));
    }

    private String text(Node.Entry entry) {
        if (entry.value() instanceof Node.Scalar scalar && !scalar.text().isEmpty()) {
            return scalar.text();
        }
        diagnostics.error(entry.value().place(), "`problem` is followed by the reason");
        return "";
    }
}
