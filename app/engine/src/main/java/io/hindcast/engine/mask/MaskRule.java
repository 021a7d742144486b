package io.hindcast.engine.mask;

import io.hindcast.engine.fold.rules.Glob;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.event.FieldLocation;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One rule: which values are not to be shown, and what stands in their place.
///
/// @param name shown in place of the value
/// @param pattern the part of a text that is masked; else the whole value
/// @param places where it holds
/// @param types of events, by name or with `*`; empty for all. States have no type: the rule holds there for all.
/// @param categories likewise; empty for all
/// @param keep how many of the last characters stay, 0 to 32
/// @param pseudonym whether equal values stay recognisable as equal
/// @param line where the rule stands, 1-based
public record MaskRule(
        String name,
        Target target,
        Optional<String> pattern,
        Set<MaskPlace> places,
        List<Glob> types,
        List<Glob> categories,
        int keep,
        boolean pseudonym,
        int line) {
    public MaskRule {
        places = Set.copyOf(EnumSet.copyOf(places));
        types = List.copyOf(types);
        categories = List.copyOf(categories);
    }

    public sealed interface Target {
        /// A place inside a body.
        ///
        /// @param steps names; `*` for any one step, `**` for any number of them
        /// @param written as the person wrote it
        record At(List<String> steps, String written) implements Target {
            public At {
                steps = List.copyOf(steps);
            }
        }

        /// A text in the header of an event.
        record Header(MaskPlace place) implements Target {
            public Header {
                if (!place.isHeader()) {
                    throw new IllegalArgumentException("no header: " + place);
                }
            }
        }

        /// Any text, where a pattern matches.
        record AnyText() implements Target {}
    }

    /// Where and what, in the words of the language: `field owner`, `header actor`, `pattern`.
    public String targetWords() {
        return switch (target) {
            case Target.At(_, String written) -> written;
            case Target.Header(MaskPlace place) -> "header " + place.word();
            case Target.AnyText() -> "pattern";
        };
    }

    MaskRule keepingNothing() {
        return new MaskRule(name, target, pattern, places, types, categories, 0, pseudonym, line);
    }

    /// Whether it is the same rule, wherever it is written.
    boolean isSameAs(MaskRule other) {
        return equals(new MaskRule(
                other.name, other.target, other.pattern, other.places, other.types, other.categories, other.keep, other.pseudonym, line));
    }

    /// Whether this rule hides whatever another one hides, and shows no more of it. False where that is not plain to see.
    boolean hidesAllOf(MaskRule other) {
        return isOfTarget(other.target)
                && (isWhole() || pattern.equals(other.pattern))
                && places.containsAll(other.places)
                && (types.isEmpty() || types.equals(other.types))
                && (categories.isEmpty() || categories.equals(other.categories))
                && keep <= other.keep
                && (!pseudonym || other.pseudonym);
    }

    private boolean isOfTarget(Target other) {
        return switch (target) {
            case Target.At(List<String> steps, _) -> other instanceof Target.At(List<String> theirs, _) && steps.equals(theirs);
            case Target.Header _, Target.AnyText _ -> target.equals(other);
        };
    }

    private boolean isWhole() {
        return pattern.isEmpty();
    }

    /// The same rule for the place in a body where a store keeps what a header shows.
    MaskRule at(FieldLocation location) {
        var steps = FieldPath.parse(location.pointer()).steps();
        MaskPlace place =
                switch (location.part()) {
                    case DATA -> MaskPlace.DATA;
                    case METADATA -> MaskPlace.METADATA;
                };
        return new MaskRule(
                name, new Target.At(steps, location.pointer()), pattern, Set.of(place), List.of(), List.of(), keep, pseudonym, line);
    }

    boolean means(MaskScope scope) {
        boolean ofType = scope.place() == MaskPlace.STATE || isAmong(types, scope.type());
        return places.contains(scope.place()) && ofType && isOf(scope.category());
    }

    /// In a workspace the alias of the store stands before the category.
    private boolean isOf(String category) {
        return isAmong(categories, category) || isAmong(categories, category.substring(category.indexOf(':') + 1));
    }

    private static boolean isAmong(List<Glob> globs, String name) {
        return globs.isEmpty() || name.isEmpty() || globs.stream().anyMatch(glob -> glob.means(name));
    }
}
