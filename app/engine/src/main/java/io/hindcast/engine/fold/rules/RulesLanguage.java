package io.hindcast.engine.fold.rules;

import io.hindcast.engine.fold.FoldLanguage;
import io.hindcast.engine.fold.PathTable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/// Fold rules in YAML: `folds.yaml`, or any file that ends in `.folds.yaml` or `.folds.yml`.
///
/// A file holds one fold, several as documents, or a list of them. The fold that comes out routes by category. The
/// language has no loops, no calls and no recursion: applying a rule costs what is written in it.
public final class RulesLanguage implements FoldLanguage {
    @Override
    public String id() {
        return "rules";
    }

    @Override
    public String files() {
        return "*.folds.yaml, folds.yaml";
    }

    @Override
    public boolean understands(String fileName) {
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
                .toLowerCase(Locale.ROOT);
        return name.equals("folds.yaml")
                || name.equals("folds.yml")
                || name.endsWith(".folds.yaml")
                || name.endsWith(".folds.yml");
    }

    @Override
    public Compiled compile(String fileName, String text) {
        var diagnostics = new Diagnostics();
        var paths = new PathTable();
        var readings = new ArrayList<CategoryReader.Reading>();
        for (Node.Mapping fold : folds(YamlText.read(text, diagnostics), diagnostics)) {
            readings.add(new CategoryReader(diagnostics, paths).read(fold));
        }
        var categories = new LinkedHashMap<Glob, CategoryRules>();
        for (CategoryReader.Reading reading : readings) {
            for (CategoryReader.NamedPlace category : reading.categories()) {
                if (categories.putIfAbsent(category.glob(), reading.rules()) != null) {
                    diagnostics.error(
                            category.place(),
                            "another fold of this file is for `%s` already".formatted(category.glob().text()));
                }
            }
        }
        if (readings.isEmpty() && !diagnostics.anyError()) {
            diagnostics.error(Node.Place.START, "there is no fold in this file", "fold: a name");
        }
        if (diagnostics.anyError()) {
            return new Compiled.Rejected(diagnostics.errors());
        }
        String name = String.join(
                ", ", readings.stream().map(reading -> reading.rules().name()).toList());
        return new Compiled.Ready(
                new RulesFold(name, sha256(text), new NameTable<>(categories), readings, mayReadMetadata(text)), diagnostics.warnings());
    }

    private static List<Node.Mapping> folds(List<Node> documents, Diagnostics diagnostics) {
        var folds = new ArrayList<Node.Mapping>();
        for (Node document : documents) {
            List<Node> nodes = document instanceof Node.Listing listing ? listing.items() : List.of(document);
            for (Node node : nodes) {
                if (node instanceof Node.Mapping fold) {
                    folds.add(fold);
                } else {
                    diagnostics.error(node.place(), "a fold was expected", "fold: a name");
                }
            }
        }
        return folds;
    }

    /// Without the word there is no such path; with a backslash the word may be written in escapes.
    private static boolean mayReadMetadata(String text) {
        return text.contains("metadata") || text.indexOf('\\') >= 0;
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
