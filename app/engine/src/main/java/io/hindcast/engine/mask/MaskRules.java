package io.hindcast.engine.mask;

import io.hindcast.engine.fold.FoldLanguage.Diagnostic;
import io.hindcast.engine.fold.rules.Diagnostics;
import io.hindcast.engine.fold.rules.Node;
import io.hindcast.engine.fold.rules.YamlText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// A file of mask rules that was read: `masks.yaml`, or any that ends in `.masks.yaml`.
///
/// @param text as it was written
public record MaskRules(List<MaskRule> all, String text) {
    public static final MaskRules NONE = new MaskRules(List.of(), "");

    public MaskRules {
        all = List.copyOf(all);
    }

    /// What came of reading.
    public sealed interface Reading {
        record Ready(MaskRules rules) implements Reading {}

        /// Not usable; at least one diagnostic, in the order of the text.
        record Rejected(List<Diagnostic> errors) implements Reading {}
    }

    /// Reads a text. Never throws on bad text: it is answered with places and reasons.
    public static Reading read(String text) {
        var diagnostics = new Diagnostics();
        List<Node> documents = YamlText.read(text, diagnostics);
        List<MaskRule> rules = new MaskFile(diagnostics).rules(documents);
        if (diagnostics.anyError()) {
            return new Reading.Rejected(diagnostics.errors());
        }
        return new Reading.Ready(new MaskRules(rules, text));
    }

    /// Both sets together: what one of them hides is hidden, and nothing of it is shown that one of them does not show.
    /// The text is that of both, as two documents.
    public MaskRules and(MaskRules more) {
        if (hideAllOf(more)) {
            return this;
        }
        return all.isEmpty() ? more : new MaskRules(MaskFile.once(all, more.all), MaskFile.joined(text, more.text));
    }

    /// Whether everything that other rules hide is hidden by these. False where that is not plain to see.
    public boolean hideAllOf(MaskRules others) {
        return others.all.stream().allMatch(other -> all.stream().anyMatch(one -> one.hidesAllOf(other)));
    }

    /// Whether a rule makes pseudonyms.
    public boolean needKey() {
        return all.stream().anyMatch(MaskRule::pseudonym);
    }

    /// SHA-256 of the text, in hexadecimal.
    public String digest() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
