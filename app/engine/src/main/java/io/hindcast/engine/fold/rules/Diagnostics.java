package io.hindcast.engine.fold.rules;

import io.hindcast.engine.fold.FoldLanguage.Diagnostic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What was found wrong so far in one file.
public final class Diagnostics {
    private static final Comparator<Diagnostic> BY_PLACE =
            Comparator.comparingInt(Diagnostic::line).thenComparingInt(Diagnostic::column);

    private final List<Diagnostic> errors = new ArrayList<>();
    private final List<Diagnostic> warnings = new ArrayList<>();

    public void error(Node.Place place, String message) {
        error(place, message, "");
    }

    public void error(Node.Place place, String message, String suggestion) {
        errors.add(new Diagnostic(place.line(), place.column(), message, suggestion));
    }

    public void warning(Node.Place place, String message, String suggestion) {
        warnings.add(new Diagnostic(place.line(), place.column(), message, suggestion));
    }

    public boolean anyError() {
        return !errors.isEmpty();
    }

    public List<Diagnostic> errors() {
        return errors.stream().sorted(BY_PLACE).toList();
    }

    public List<Diagnostic> warnings() {
        return warnings.stream().sorted(BY_PLACE).toList();
    }
}
