package io.hindcast.desktop.focus;

import io.hindcast.audit.journal.JournalFailure;
import io.hindcast.audit.mark.MarkFailure;
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

    /// A failure in words: a store's own sentence, what is wrong with a journal or a mark, or a short stable code for a
    /// mistake of the program.
    public static Notice of(Throwable failure) {
        return switch (failure) {
            case ConnectorException refused ->
                new Notice(Severity.TROUBLE, new FailureWords().of(refused.sentence()), Optional.of(refused.kind()));
            case JournalFailure unusable -> trouble(new FailureWords().of(unusable));
            case MarkFailure impossible -> trouble(new FailureWords().of(impossible));
            default -> mistake(failure);
        };
    }

    private static Notice trouble(String sentence) {
        return new Notice(Severity.TROUBLE, sentence, Optional.empty());
    }

    /// The log gets where it happened, never the message, which might hold what masks hide.
    private static Notice mistake(Throwable failure) {
        String name = failure.getClass().getSimpleName();
        var place = new Exception(name);
        place.setStackTrace(failure.getStackTrace());
        System.getLogger("io.hindcast.desktop").log(Level.ERROR, "a task failed", place);
        return trouble(name + " · " + "HC-%06X".formatted(codeOf(failure) & 0xFFFFFF));
    }

    private static int codeOf(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        String place = trace.length == 0 ? "" : trace[0].getClassName() + '.' + trace[0].getMethodName();
        return (failure.getClass().getName() + '@' + place).hashCode();
    }
}
