package io.hindcast.engine.fold.rules;

import io.hindcast.engine.fold.Numbers;
import io.hindcast.engine.fold.SnapshotComparison;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// From the `snapshot` section to how stored snapshots compare with the replay.
final class SnapshotReader {
    private static final List<String> WORDS = List.of("root", "rename", "units", "ignore", "text-numbers");

    private final Diagnostics diagnostics;

    SnapshotReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    SnapshotComparison read(Node.Entry section) {
        if (!(section.value() instanceof Node.Mapping mapping)) {
            diagnostics.error(section.value().place(), "`snapshot` is followed by " + String.join(", ", WORDS));
            return SnapshotComparison.PLAIN;
        }
        for (Node.Entry entry : mapping.entries()) {
            if (!WORDS.contains(entry.name())) {
                diagnostics.error(
                        entry.key().place(),
                        "`" + entry.name() + "` is no part of `snapshot`",
                        Words.suggestion(entry.name(), WORDS));
            }
        }
        return new SnapshotComparison(
                mapping.entry("root").map(this::path).orElse(FieldPath.ROOT),
                mapping.entry("rename").map(this::renames).orElse(Map.of()),
                mapping.entry("units").map(this::units).orElse(Map.of()),
                mapping.entry("ignore").map(this::paths).orElse(List.of()),
                mapping.entry("text-numbers").map(this::yes).orElse(true),
                false);
    }

    private FieldPath path(Node.Entry entry) {
        return paths(entry).stream().findFirst().orElse(FieldPath.ROOT);
    }

    private List<FieldPath> paths(Node.Entry entry) {
        List<Node> nodes = entry.value() instanceof Node.Listing listing ? listing.items() : List.of(entry.value());
        var paths = new ArrayList<FieldPath>();
        for (Node node : nodes) {
            if (node instanceof Node.Scalar scalar && !scalar.text().isEmpty()) {
                for (String part : scalar.text().split(",", -1)) {
                    paths.add(FieldPath.parse(part.strip()));
                }
            } else {
                diagnostics.error(node.place(), "the name of a field was expected");
            }
        }
        return paths;
    }

    private Map<FieldPath, FieldPath> renames(Node.Entry entry) {
        var renames = new LinkedHashMap<FieldPath, FieldPath>();
        if (entry.value() instanceof Node.Mapping mapping) {
            for (Node.Entry rename : mapping.entries()) {
                if (rename.value() instanceof Node.Scalar ours && !ours.text().isEmpty()) {
                    renames.put(FieldPath.parse(rename.name()), FieldPath.parse(ours.text()));
                } else {
                    diagnostics.error(rename.value().place(), "the name the fold uses was expected");
                }
            }
        } else {
            diagnostics.error(
                    entry.value().place(),
                    "`rename` is followed by the snapshot's name and the fold's name",
                    "rename: { owner_name: ownerName }");
        }
        return renames;
    }

    private Map<FieldPath, BigDecimal> units(Node.Entry entry) {
        var units = new LinkedHashMap<FieldPath, BigDecimal>();
        if (entry.value() instanceof Node.Mapping mapping) {
            for (Node.Entry unit : mapping.entries()) {
                factor(unit.value()).ifPresent(factor -> units.put(FieldPath.parse(unit.name()), factor));
            }
        } else {
            diagnostics.error(
                    entry.value().place(),
                    "`units` is followed by the fold's name and how many of its units one of the snapshot's is",
                    "units: { balance: 0.01 }");
        }
        return units;
    }

    private Optional<BigDecimal> factor(Node node) {
        Optional<BigDecimal> factor = node instanceof Node.Scalar scalar
                ? Numbers.read(new Text(scalar.text())).map(Num::value)
                : Optional.empty();
        if (factor.isEmpty() || factor.get().signum() == 0) {
            diagnostics.error(node.place(), "a number that is not zero was expected");
            return Optional.empty();
        }
        return factor;
    }

    private boolean yes(Node.Entry entry) {
        String word = entry.value() instanceof Node.Scalar scalar ? scalar.text() : "";
        return switch (word) {
            case "yes", "true", "equal" -> true;
            case "no", "false", "differ" -> false;
            default -> {
                diagnostics.error(entry.value().place(), "`text-numbers` is followed by `yes` or `no`");
                yield true;
            }
        };
    }
}
