package io.hindcast.fold.javascript;

import io.hindcast.engine.fold.FoldLanguage.Diagnostic;
import java.util.function.UnaryOperator;
import org.mozilla.javascript.EcmaError;
import org.mozilla.javascript.EvaluatorException;
import org.mozilla.javascript.JavaScriptException;
import org.mozilla.javascript.RhinoException;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.ScriptableObject;

/// What to say about a script that failed. What a script throws itself is told by kind and line only: its text may hold
/// what an event says.
final class Trouble {
    private Trouble() {}

    /// What went wrong with an event; of complaints that may hold values only the words that are known.
    static String reason(Throwable wrong, SourceWords words) {
        String where = wrong instanceof RhinoException thrown && thrown.lineNumber() > 0
                ? " (line %d of the fold)".formatted(thrown.lineNumber())
                : "";
        return sentence(wrong, words::only) + where;
    }

    static Diagnostic diagnostic(Throwable wrong) {
        int line = wrong instanceof RhinoException thrown ? Math.max(1, thrown.lineNumber()) : 1;
        return new Diagnostic(line, 1, sentence(wrong, UnaryOperator.identity()), "");
    }

    private static String sentence(Throwable wrong, UnaryOperator<String> words) {
        return switch (wrong) {
            case Unfit unfit -> String.valueOf(unfit.getMessage());
            case Overrun overrun -> String.valueOf(overrun.getMessage());
            case StackOverflowError _ -> "the fold calls itself too deeply";
            case OutOfMemoryError _ -> "the fold used all memory and was stopped";
            case JavaScriptException thrown -> "the fold threw " + words.apply(kind(thrown.getValue()));
            case EcmaError error -> words.apply(error.getName() + ": " + error.getErrorMessage());
            case EvaluatorException refused -> sealed(words.apply(refused.details()));
            default -> "the fold failed (" + wrong.getClass().getSimpleName() + ")";
        };
    }

    private static String sealed(String details) {
        return details.contains("sealed object")
                ? "the fold keeps something outside of its state: " + details
                : details;
    }

    private static String kind(Object thrown) {
        if (thrown instanceof Scriptable object) {
            Object name = ScriptableObject.getProperty(object, "name");
            return name instanceof CharSequence text ? "an " + text : "an object";
        }
        return "a value";
    }
}
