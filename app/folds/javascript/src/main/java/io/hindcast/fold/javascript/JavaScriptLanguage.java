package io.hindcast.fold.javascript;

import io.hindcast.engine.fold.FoldLanguage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Folds in JavaScript: projections as KurrentDB runs them (`fromCategory("account").when({ … })`), and reducers as they
/// stand in JavaScript and TypeScript systems (`evolve(state, event)`). See `app/docs/javascript-folds.md`.
public final class JavaScriptLanguage implements FoldLanguage {
    private static final Set<String> ENDINGS = Set.of("js", "mjs", "cjs", "ts", "mts");

    /// Changes when the same text may give another state than before.
    private static final String EDITION = "javascript 1\n";

    @Override
    public String id() {
        return "javascript";
    }

    @Override
    public String files() {
        return "*.js, *.mjs, *.cjs, *.ts, *.mts";
    }

    @Override
    public boolean understands(String fileName) {
        return ENDINGS.contains(
                fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    @Override
    public Compiled compile(String fileName, String text) {
        var sandbox = new Sandbox();
        var reader = new ScriptReader(sandbox);
        Script script = reader.read(fileName, text);
        if (script == null) {
            return new Compiled.Rejected(reader.errors());
        }
        try {
            var realm = new Realm(sandbox, script);
            var fold = new JavaScriptFold(name(fileName), sha256(EDITION + text), sandbox, script, SourceWords.of(text), realm);
            return new Compiled.Ready(fold, Remarks.about(text, realm));
        } catch (RuntimeException | Overrun | StackOverflowError wrong) {
            return new Compiled.Rejected(List.of(Trouble.diagnostic(wrong)));
        }
    }

    private static String name(String fileName) {
        return fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
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
