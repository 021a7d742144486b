package io.hindcast.engine.mask;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.hindcast.engine.fold.rules.Diagnostics;
import io.hindcast.engine.fold.rules.Glob;
import io.hindcast.engine.fold.rules.Node;
import io.hindcast.engine.mask.MaskRule.Target;
import io.hindcast.engine.state.FieldPath;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads one rule.
final class MaskReader {
    private static final Set<String> KEYS =
            Set.of("name", "field", "path", "header", "pattern", "in", "types", "categories", "keep", "as");
    private static final List<String> TARGETS = List.of("field", "path", "header");
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_PATTERN = 1_000;
    private static final int MOST_KEPT = 32;
    private static final String HEADERS = "headers";

    private static final Map<String, MaskPlace> HEADER_WORDS = byWord(MaskPlace::isHeader);

    private final Diagnostics diagnostics;
    private final Node.Mapping rule;

    MaskReader(Diagnostics diagnostics, Node.Mapping rule) {
        this.diagnostics = diagnostics;
        this.rule = rule;
    }

    private static Map<String, MaskPlace> byWord(Predicate<MaskPlace> wanted) {
        return Stream.of(MaskPlace.values())
                .filter(wanted)
                .collect(Collectors.toUnmodifiableMap(MaskPlace::word, Function.identity()));
    }

    /// Empty when something is wrong that leaves no rule; the diagnostics say what.
    Optional<MaskRule> read() {
        List<Node.Scalar> unknown = rule.entries().stream()
                .map(Node.Entry::key)
                .filter(key -> !KEYS.contains(key.text()))
                .toList();
        if (!unknown.isEmpty()) {
            unknown.forEach(key -> MaskFile.unknown(diagnostics, key, KEYS));
            return Optional.empty();
        }
        Optional<String> name = name();
        Optional<String> pattern = word("pattern").flatMap(this::pattern);
        Optional<Target> target = target(pattern.isPresent());
        if (name.isEmpty() || target.isEmpty()) {
            return Optional.empty();
        }
        Set<MaskPlace> places = places(target.get());
        return Optional.of(new MaskRule(
                name.get(),
                target.get(),
                pattern,
                places,
                globs("types", target.get()),
                globs("categories", target.get()),
                keep(),
                isPseudonym(),
                rule.place().line()));
    }

    private Optional<String> name() {
        Optional<Node.Scalar> written = word("name");
        if (written.isEmpty()) {
            if (rule.entry("name").isEmpty()) {
                diagnostics.error(rule.place(), "a mask needs a name, which is shown in place of the value", "name: owner");
            }
            return Optional.empty();
        }
        String name = written.get().text().strip();
        boolean odd = name.isEmpty()
                || name.length() > LONGEST_NAME
                || name.chars().anyMatch(c -> Character.isISOControl(c) || c == '‹' || c == '›');
        if (odd) {
            diagnostics.error(written.get().place(), "a name has 1 to 60 characters, none of them ‹ or ›");
            return Optional.empty();
        }
        return Optional.of(name);
    }

    private Optional<Target> target(boolean patterned) {
        List<Node.Entry> named = rule.entries().stream()
                .filter(entry -> TARGETS.contains(entry.name()))
                .toList();
        if (named.size() > 1) {
            diagnostics.error(
                    named.get(1).key().place(),
                    "a mask has one target: `%s` is here already".formatted(named.getFirst().name()));
            return Optional.empty();
        }
        if (named.isEmpty()) {
            if (patterned) {
                return Optional.of(new Target.AnyText());
            }
            if (rule.entry("pattern").isEmpty()) {
                diagnostics.error(
                        rule.place(), "this mask does not say what it masks", "one of field, path, header, pattern");
            }
            return Optional.empty();
        }
        String kind = named.getFirst().name();
        return word(kind).flatMap(written -> switch (kind) {
            case "field" -> field(written);
            case "path" -> path(written);
            default -> header(written);
        });
    }

    private Optional<Target> field(Node.Scalar written) {
        if (written.text().isBlank()) {
            diagnostics.error(written.place(), "the name of a field was expected");
            return Optional.empty();
        }
        if (written.text().contains("/")) {
            diagnostics.error(written.place(), "a field is one name", "path: " + written.text());
            return Optional.empty();
        }
        return Optional.of(new Target.At(List.of("**", written.text()), "field " + written.text()));
    }

    private Optional<Target> path(Node.Scalar written) {
        List<String> steps = FieldPath.parse(written.text().strip()).steps();
        if (steps.isEmpty() || steps.contains("")) {
            diagnostics.error(written.place(), "a path such as /customer/name was expected");
            return Optional.empty();
        }
        if (steps.size() > Trail.MOST_STEPS) {
            diagnostics.error(written.place(), "a path has at most " + Trail.MOST_STEPS + " steps");
            return Optional.empty();
        }
        return Optional.of(new Target.At(steps, "path " + new FieldPath(steps)));
    }

    private Optional<Target> header(Node.Scalar written) {
        MaskPlace place = HEADER_WORDS.get(written.text());
        if (place == null) {
            MaskFile.unknown(diagnostics, written, HEADER_WORDS.keySet());
            return Optional.empty();
        }
        return Optional.of(new Target.Header(place));
    }

    private Optional<String> pattern(Node.Scalar written) {
        if (written.text().length() > LONGEST_PATTERN) {
            diagnostics.error(written.place(), "a pattern has at most 1,000 characters");
            return Optional.empty();
        }
        if (PatternSize.isTooLarge(written.text())) {
            diagnostics.error(written.place(), "this pattern repeats too much: written out it has more than 10,000 characters");
            return Optional.empty();
        }
        try {
            if (Pattern.compile(written.text()).matcher("").matches()) {
                diagnostics.error(written.place(), "this pattern matches where there is nothing", "ask for at least one character");
                return Optional.empty();
            }
            return Optional.of(written.text());
        } catch (PatternSyntaxException e) {
            diagnostics.error(
                    written.place(),
                    "this is no pattern: " + e.getDescription() + (e.getPattern().isEmpty() ? "" : ": `" + e.getPattern() + "`"),
                    "patterns are those of RE2: no look-around, no back-references, at most 1,000 repetitions");
            return Optional.empty();
        }
    }

    private Set<MaskPlace> places(Target target) {
        Optional<Node.Entry> in = rule.entry("in");
        return switch (target) {
            case Target.Header(MaskPlace place) -> {
                in.ifPresent(entry -> diagnostics.error(entry.key().place(), "a header is no body: leave `in` out"));
                yield EnumSet.of(place);
            }
            case Target.At _ -> in.map(entry -> places(entry, MaskPlace::isBody)).orElseGet(() -> places(MaskPlace::isBody));
            case Target.AnyText() -> in.map(entry -> places(entry, _ -> true)).orElseGet(() -> places(_ -> true));
        };
    }

    private static Set<MaskPlace> places(Predicate<MaskPlace> wanted) {
        return Stream.of(MaskPlace.values()).filter(wanted).collect(Collectors.toCollection(() -> EnumSet.noneOf(MaskPlace.class)));
    }

    private Set<MaskPlace> places(Node.Entry entry, Predicate<MaskPlace> wanted) {
        var places = EnumSet.noneOf(MaskPlace.class);
        var words = new TreeSet<String>();
        places(wanted).forEach(place -> words.add(place.isHeader() ? HEADERS : place.word()));
        for (Node.Scalar word : words(entry)) {
            if (!words.contains(word.text())) {
                MaskFile.unknown(diagnostics, word, words);
            }
            places(wanted).stream()
                    .filter(place -> word.text().equals(place.isHeader() ? HEADERS : place.word()))
                    .forEach(places::add);
        }
        return places.isEmpty() ? places(wanted) : places;
    }

    private List<Glob> globs(String key, Target target) {
        Optional<Node.Entry> entry = rule.entry(key);
        if (entry.isPresent() && target instanceof Target.Header) {
            diagnostics.error(entry.get().key().place(), "a header is masked wherever it stands: leave `" + key + "` out");
        }
        return entry.map(this::words).orElse(List.of()).stream()
                .map(word -> new Glob(word.text()))
                .toList();
    }

    private int keep() {
        Optional<Node.Scalar> written = word("keep");
        if (written.isEmpty()) {
            return 0;
        }
        String digits = written.get().text();
        int kept = digits.matches("[0-9]{1,2}") ? Integer.parseInt(digits) : MOST_KEPT + 1;
        if (kept > MOST_KEPT) {
            diagnostics.error(written.get().place(), "how many of the last characters stay, 0 to " + MOST_KEPT);
            return 0;
        }
        return kept;
    }

    private boolean isPseudonym() {
        Optional<Node.Scalar> written = word("as");
        written.filter(word -> !Set.of("label", "pseudonym").contains(word.text()))
                .ifPresent(word -> MaskFile.unknown(diagnostics, word, Set.of("label", "pseudonym")));
        return written.filter(word -> word.text().equals("pseudonym")).isPresent();
    }

    private Optional<Node.Scalar> word(String key) {
        return rule.entry(key).flatMap(entry -> {
            if (entry.value() instanceof Node.Scalar scalar && !scalar.isBlank()) {
                return Optional.of(scalar);
            }
            diagnostics.error(entry.value().place(), "one word was expected for `" + key + "`");
            return Optional.empty();
        });
    }

    /// One word or a list of them.
    private List<Node.Scalar> words(Node.Entry entry) {
        List<Node> nodes = entry.value() instanceof Node.Listing list ? list.items() : List.of(entry.value());
        var words = new ArrayList<Node.Scalar>();
        for (Node node : nodes) {
            if (node instanceof Node.Scalar word && !word.text().isBlank()) {
                words.add(word);
            } else {
                diagnostics.error(node.place(), "a word was expected for `" + entry.name() + "`");
            }
        }
        if (nodes.isEmpty()) {
            diagnostics.error(entry.value().place(), "`" + entry.name() + "` is empty: leave it out to mean all");
        }
        return words;
    }
}
