package io.hindcast.desktop.focus;

import io.hindcast.connector.ConnectorException;
import java.lang.System.Logger.Level;
import java.util.Optional;

/// A sentence for the person.
///
/// @param kind why the store refused, absent when it is no matter of the store
public record Notice(Severity severity, String sentence, Optional<ConnectorException.Kind> kind) {
    public enum Severity {
        INFORMATION,
        WARNING,
        TROUBLE
    }

    /// The same in other words.
    Notice saying(String other) {
        return new Notice(severity, other, kind);
    }

    public static Notice information(String sentence) {
        return new Notice(Severity.INFORMATION, sentence, Optional.empty());
    }

    public static Notice warning(String sentence) {
        return new Notice(Severity.WARNING, sentence, Optional.empty());
    }

    /// A failure in words: a store's own sentence, or a short stable code for a mistake of the program.
    public static Notice of(Throwable failure) {
        if (failure instanceof ConnectorException refused) {
            return new Notice(Severity.TROUBLE, refused.sentence(), Optional.of(refused.kind()));
        }
        System.getLogger("io.hindcast.desktop").log(Level.ERROR, "a task failed", failure);
        String code = "HC-%06X".formatted(codeOf(failure) & 0xFFFFFF);
        return new Notice(Severity.TROUBLE, failure.getClass().getSimpleName() + " · " + code, Optional.empty());
    }

    private static int codeOf(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        String place = trace.length == 0 ? "" : trace[0].getClassName() + '.' + trace[0].getMethodName();
        return (failure.getClass().getName() + '@' + place).hashCode();
    }
}
