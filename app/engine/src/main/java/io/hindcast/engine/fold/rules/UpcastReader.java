package io.hindcast.engine.fold.rules;

import io.hindcast.engine.fold.KnownPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// From the `upcast` section to upcasters.
final class UpcastReader {
    private static final List<String> EDITS = List.of("move", "set", "default", "remove");
    private static final List<String> WORDS =
            List.of("type", "revision", "when", "rename", "move", "set", "default", "remove", "split", "drop", "becomes");
    private static final List<String> PART_WORDS =
            List.of("type", "when", "move", "set", "default", "remove");

    private final Diagnostics diagnostics;
    private final ValueReader values;
    private final StepReader steps;

    UpcastReader(Diagnostics diagnostics, ValueReader values, StepReader steps) {
        this.diagnostics = diagnostics;
        this.values = values;
        this.steps = steps;
    }

    /// @param revision where events say their revision
    Upcasters read(Node.Entry section, Optional<Value> revision) {
        if (!(section.value() instanceof Node.Listing listing)) {
            diagnostics.error(
                    section.value().place(),
                    "`upcast` is followed by a list",
                    "upcast: [ { type: FundsAdded, rename: MoneyDeposited } ]");
            return Upcasters.NONE;
        }
        var upcasters = new ArrayList<Upcaster>();
        for (Node node : listing.items()) {
            if (node instanceof Node.Mapping mapping) {
                upcaster(mapping, revision.isPresent()).ifPresent(upcasters::add);
            } else {
                diagnostics.error(node.place(), "a type and what becomes of it were expected");
            }
        }
        return new Upcasters(upcasters, revision);
    }

    private Optional<Upcaster> upcaster(Node.Mapping mapping, boolean hasRevisions) {
        checkWords(mapping, WORDS);
        var type = mapping.entry("type");
        if (type.isEmpty()) {
            diagnostics.error(mapping.place(), "an upcaster says with `type` which events it is for");
            return Optional.empty();
        }
        var revision = mapping.entry("revision");
        if (revision.isPresent() && !hasRevisions) {
            diagnostics.error(
                    revision.get().key().place(),
                    "where events say their revision is not told",
                    "beside `upcast`: revision: metadata /revision");
        }
        var types = new LinkedHashMap<Glob, Boolean>();
        var names = new ArrayList<Wording.Written>();
        words(type.get()).forEach(name -> {
            types.put(new Glob(name), true);
            names.add(new Wording.Written(type.get().value().place(), name));
        });
        values.mentions().take();
        var condition = mapping.entry("when").flatMap(entry -> values.condition(entry.value()));
        List<Upcaster.Part> parts = parts(mapping);
        return Optional.of(new Upcaster(
                new NameTable<>(types),
                revision.map(this::words).orElse(Set.of()),
                condition,
                parts,
                mapping.entry("becomes").map(this::word),
                new Wording(names, values.mentions().take())));
    }

    private List<Upcaster.Part> parts(Node.Mapping mapping) {
        var drop = mapping.entry("drop");
        var split = mapping.entry("split");
        if (drop.isPresent()) {
            if (!List.of("yes", "true").contains(word(drop.get()))) {
                diagnostics.error(drop.get().value().place(), "`drop` is followed by `yes`");
            }
            alone(mapping, "drop");
            return List.of();
        }
        if (split.isPresent()) {
            alone(mapping, "split");
            return splits(split.get());
        }
        return List.of(new Upcaster.Part(
                mapping.entry("rename").map(this::word), Optional.empty(), edits(mapping)));
    }

    private void alone(Node.Mapping mapping, String word) {
        for (Node.Entry entry : mapping.entries()) {
            if (EDITS.contains(entry.name()) || entry.name().equals("rename")) {
                diagnostics.error(
                        entry.key().place(), "`%s` cannot stand beside `%s`".formatted(entry.name(), word));
            }
        }
    }

    private List<Upcaster.Part> splits(Node.Entry split) {
        var parts = new ArrayList<Upcaster.Part>();
        if (split.value() instanceof Node.Listing listing) {
            for (Node node : listing.items()) {
                if (node instanceof Node.Mapping part) {
                    checkWords(part, PART_WORDS);
                    parts.add(new Upcaster.Part(
                            part.entry("type").map(this::word),
                            part.entry("when").flatMap(entry -> values.condition(entry.value())),
                            edits(part)));
                }
            }
        }
        if (parts.isEmpty()) {
            diagnostics.error(
                    split.value().place(),
                    "`split` is followed by the events that come out",
                    "split: [ { type: TransferSent }, { type: FeeCharged, when: /fee is present } ]");
        }
        return parts;
    }

    private Operation edits(Node.Mapping mapping) {
        var edits = new ArrayList<Operation>();
        for (Node.Entry entry : mapping.entries()) {
            switch (entry.name()) {
                case "move" -> edits.addAll(moves(entry));
                case "default" ->
                    edits.addAll(steps.each(
                            entry, (target, node) -> new Upcaster.Default(target, values.read(node))));
                case "set", "remove" -> edits.addAll(steps.operation(entry));
                default -> {
                    // says something else than what happens to the body
                }
            }
        }
        return Operation.all(edits);
    }

    /// The old name and the new one.
    private List<Operation> moves(Node.Entry entry) {
        return steps.each(entry, (from, node) -> {
            if (node instanceof Node.Scalar to && !to.text().isEmpty()) {
                if (from instanceof Target.Fixed(KnownPath known)) {
                    values.mentions().note(node.place(), new Value.At(Value.Part.DATA, known));
                }
                return new Upcaster.Move(from, values.target(to));
            }
            diagnostics.error(node.place(), "the new name of the field was expected");
            return Operation.NOTHING;
        });
    }

    private void checkWords(Node.Mapping mapping, List<String> known) {
        for (Node.Entry entry : mapping.entries()) {
            if (!known.contains(entry.name())) {
                diagnostics.error(
                        entry.key().place(),
                        "`" + entry.name() + "` is not known here",
                        Words.suggestion(entry.name(), known));
            }
        }
    }

    private String word(Node.Entry entry) {
        if (entry.value() instanceof Node.Scalar scalar && !scalar.text().isBlank()) {
            return scalar.text();
        }
        diagnostics.error(entry.value().place(), "`" + entry.name() + "` is followed by one word");
        return "";
    }

    /// One word, several parted by commas, or a list.
    private Set<String> words(Node.Entry entry) {
        var words = new LinkedHashSet<String>();
        List<Node> nodes = entry.value() instanceof Node.Listing listing ? listing.items() : List.of(entry.value());
        for (Node node : nodes) {
            if (node instanceof Node.Scalar scalar && !scalar.text().isBlank()) {
                for (String word : scalar.text().split(",", -1)) {
                    words.add(word.strip());
                }
            } else {
                diagnostics.error(node.place(), "`" + entry.name() + "` is followed by words");
            }
        }
        return words;
    }
}
