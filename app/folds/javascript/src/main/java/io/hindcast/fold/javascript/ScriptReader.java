package io.hindcast.fold.javascript;

import io.hindcast.engine.fold.FoldLanguage.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mozilla.javascript.CompilerEnvirons;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.ErrorReporter;
import org.mozilla.javascript.EvaluatorException;
import org.mozilla.javascript.Parser;
import org.mozilla.javascript.ast.AstRoot;

/// From text to a script that can be run: modules and types taken off, operators made exact, compiled.
final class ScriptReader {
    private final Sandbox sandbox;
    private final List<Diagnostic> errors = new ArrayList<>();

    ScriptReader(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /// What is wrong, once [#read] answered null.
    List<Diagnostic> errors() {
        return List.copyOf(errors);
    }

    @Nullable Script read(String fileName, String text) {
        boolean typed = fileName.toLowerCase(Locale.ROOT).endsWith("ts");
        ModuleText.Module module = ModuleText.read(text);
        Parsed parsed = typed ? new Parsed(null, List.of()) : parse(fileName, module.text());
        if (parsed.root() == null) {
            TypeAnnotations.Stripped stripped = TypeAnnotations.strip(text);
            if (typed || stripped.found() || !stripped.errors().isEmpty()) {
                module = ModuleText.read(stripped.text());
                Parsed again = parse(fileName, module.text());
                if (again.root() == null && !stripped.errors().isEmpty()) {
                    errors.addAll(stripped.errors());
                    return null;
                }
                parsed = again;
            }
        }
        errors.addAll(module.errors());
        errors.addAll(Unknown.explain(text, parsed.errors()));
        if (!errors.isEmpty() || parsed.root() == null) {
            return null;
        }
        return compiled(fileName, text, module, parsed.root());
    }

    private @Nullable Script compiled(String fileName, String text, ModuleText.Module module, AstRoot root) {
        var exact = ExactOperators.rewrite(module.text(), root);
        Context cx = sandbox.enterContext();
        try {
            var script = cx.compileString(exact.text(), fileName, 1, null);
            boolean readsMetadata = text.contains("etadata") || text.indexOf('\\') >= 0;
            return new Script(fileName, script, module.exports(), exact.constants(), readsMetadata);
        } catch (EvaluatorException wrong) {
            errors.addAll(Unknown.explain(
                    text, List.of(new Diagnostic(Math.max(1, wrong.lineNumber()), 1, wrong.details(), ""))));
            return null;
        } finally {
            Context.exit();
        }
    }

    private record Parsed(@Nullable AstRoot root, List<Diagnostic> errors) {}

    private static Parsed parse(String fileName, String text) {
        var found = new ArrayList<Diagnostic>();
        var settings = new CompilerEnvirons();
        settings.setLanguageVersion(Context.VERSION_ECMASCRIPT);
        settings.setRecoverFromErrors(false);
        settings.setXmlAvailable(false);
        var reporter = new ErrorReporter() {
            @Override
            public void warning(String message, String source, int line, String lineText, int column) {
                // the engine's remarks on style are no concern of a fold
            }

            @Override
            public void error(String message, String source, int line, String lineText, int column) {
                found.add(new Diagnostic(line, Math.max(1, column), message, ""));
            }

            @Override
            public EvaluatorException runtimeError(
                    String message, String source, int line, String lineText, int column) {
                return new EvaluatorException(message, source, line, lineText, column);
            }
        };
        try {
            AstRoot root = new Parser(settings, reporter).parse(text, fileName, 1);
            return found.isEmpty() ? new Parsed(root, List.of()) : new Parsed(null, found);
        } catch (EvaluatorException wrong) {
            if (found.isEmpty()) {
                found.add(new Diagnostic(wrong.lineNumber(), Math.max(1, wrong.columnNumber()), wrong.details(), ""));
            }
            return new Parsed(null, found);
        }
    }
}
