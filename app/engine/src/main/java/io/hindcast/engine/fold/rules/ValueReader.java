package io.hindcast.engine.fold.rules;

import io.hindcast.engine.fold.Numbers;
import io.hindcast.engine.fold.PathTable;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// From what is written to where a value comes from. Unquoted and beginning with a slash is a path; quoted is text.
final class ValueReader {
    private static final List<String> LONG_FORM = List.of("from", "if", "else", "as");

    private final Diagnostics diagnostics;
    private final PathTable paths;
    private final Mentions mentions = new Mentions();

    /// @param paths those of the whole file
    ValueReader(Diagnostics diagnostics, PathTable paths) {
        this.diagnostics = diagnostics;
        this.paths = paths;
    }

    /// The paths of events that were read.
    Mentions mentions() {
        return mentions;
    }

    /// The whole state.
    Target root() {
        return new Target.Fixed(paths.root().path());
    }

    /// Answers something usable even after an error was noted.
    Value read(Node node) {
        return switch (node) {
            case Node.Scalar scalar -> scalar(scalar);
            case Node.Listing listing ->
                new Value.Listed(listing.items().stream().map(this::read).toList());
            case Node.Mapping mapping -> mapping.entry("from").isPresent() ? longForm(mapping) : composed(mapping);
        };
    }

    /// An amount: a path, a number, or arithmetic; text that is no number is an error here and now.
    Value readAmount(Node node) {
        Value value = read(node);
        if (value instanceof Value.Constant(var constant)
                && Numbers.read(constant).isEmpty()) {
            diagnostics.error(node.place(), "an amount was expected: a path, a number, or arithmetic", slashHint(node));
        }
        return value;
    }

    /// A value that no event is needed for, for `start`.
    StateValue constant(Node node) {
        return switch (node) {
            case Node.Scalar scalar -> {
                if (scalar.plain() && Expression.looksLike(scalar.text())) {
                    diagnostics.error(scalar.place(), "there is no event yet: only constants can stand here");
                }
                yield scalar.plain() ? Expression.constant(scalar.text()) : new Text(scalar.text());
            }
            case Node.Listing listing ->
                new Items(listing.items().stream().map(this::constant).toList());
            case Node.Mapping mapping -> {
                var values = new LinkedHashMap<String, StateValue>();
                mapping.entries().forEach(entry -> values.put(entry.name(), constant(entry.value())));
                yield Fields.of(values);
            }
        };
    }

    Optional<Condition> condition(Node node) {
        if (!(node instanceof Node.Scalar scalar)) {
            diagnostics.error(node.place(), "a condition is one line: /amount > 0 and state /status = OPEN");
            return Optional.empty();
        }
        try {
            Condition condition = Expression.condition(scalar.text(), paths);
            mentions.note(scalar.place(), condition);
            return Optional.of(condition);
        } catch (Expression.Unreadable e) {
            report(scalar, e);
            return Optional.empty();
        }
    }

    /// Where in the state something goes: `balance`, `/address/city`, `balances/{/currency}`.
    Target target(Node.Scalar name) {
        Target target = PathText.target(name, paths, diagnostics);
        if (target instanceof Target.Keyed keyed) {
            keyed.steps().forEach(step -> mentions.note(name.place(), step));
        }
        return target;
    }

    /// A field of the state by its plain name.
    Target target(String name) {
        return new Target.Fixed(paths.of(FieldPath.ROOT.child(name)));
    }

    /// A value that a rule can do without.
    Value readIfPresent(Node node) {
        int mentioned = mentions.size();
        Value value = read(node);
        mentions.relax(mentioned);
        return value;
    }

    /// The whole body of an event.
    Value body() {
        return new Value.At(Value.Part.DATA, paths.root().path());
    }

    private Value scalar(Node.Scalar scalar) {
        if (!scalar.plain()) {
            if (scalar.text().startsWith("/")) {
                diagnostics.warning(
                        scalar.place(), "this is text, because it is quoted", "to read the field, leave the quotes out");
            }
            return new Value.Constant(new Text(scalar.text()));
        }
        if (!Expression.looksLike(scalar.text())) {
            return new Value.Constant(Expression.constant(scalar.text()));
        }
        try {
            Value value = Expression.value(scalar.text(), paths);
            mentions.note(scalar.place(), value);
            return value;
        } catch (Expression.Unreadable e) {
            report(scalar, e);
            return new Value.Constant(Null.NULL);
        }
    }

    private void report(Node.Scalar scalar, Expression.Unreadable e) {
        int quote = scalar.plain() ? 0 : 1;
        var place = new Node.Place(
                scalar.place().line(), scalar.place().column() + quote + e.offset);
        diagnostics.error(place, e.reason(), e.suggestion);
    }

    private Value composed(Node.Mapping mapping) {
        var parts = new LinkedHashMap<String, Value>();
        mapping.entries().forEach(entry -> parts.put(entry.name(), read(entry.value())));
        return new Value.Composed(parts);
    }

    private Value longForm(Node.Mapping mapping) {
        for (Node.Entry entry : mapping.entries()) {
            if (!LONG_FORM.contains(entry.name())) {
                diagnostics.error(
                        entry.key().place(),
                        "`" + entry.name() + "` is not known here",
                        Words.suggestion(entry.name(), LONG_FORM));
            }
        }
        int mentioned = mentions.size();
        Value value = read(mapping.entry("from").orElseThrow().value());
        value = mapping.entry("as").map(Node.Entry::value).map(as(value)).orElse(value);
        var otherwise = mapping.entry("else");
        if (otherwise.isPresent()) {
            value = new Value.Otherwise(value, read(otherwise.get().value()));
        }
        boolean ifPresent = ifPresent(mapping);
        if (ifPresent || otherwise.isPresent()) {
            mentions.relax(mentioned);
        }
        return ifPresent ? new Value.IfPresent(value) : value;
    }

    private Function<Node, Value> as(Value value) {
        return kind -> switch (word(kind)) {
            case "number" -> new Value.AsNumber(value);
            case "text" -> new Value.AsText(value);
            default -> {
                diagnostics.error(kind.place(), "`as` is followed by `number` or `text`");
                yield value;
            }
        };
    }

    private boolean ifPresent(Node.Mapping mapping) {
        var condition = mapping.entry("if");
        if (condition.isEmpty()) {
            return false;
        }
        if (!word(condition.get().value()).equals("present")) {
            diagnostics.error(
                    condition.get().value().place(),
                    "`if` is followed by `present`",
                    "for other conditions use `when:` beside the operation");
        }
        return true;
    }

    private static String word(Node node) {
        return node instanceof Node.Scalar scalar ? scalar.text() : "";
    }

    private static String slashHint(Node node) {
        return node instanceof Node.Scalar scalar && !scalar.text().contains(" ")
                ? "did you mean the path `/%s`?".formatted(scalar.text().replaceFirst("^/", ""))
                : "";
    }
}
