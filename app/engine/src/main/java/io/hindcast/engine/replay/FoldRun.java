package io.hindcast.engine.replay;

import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.FoldEvent;
import io.hindcast.engine.fold.FoldFailure;
import io.hindcast.engine.fold.StateEditor;
import io.hindcast.engine.fold.TreeEditor;
import io.hindcast.engine.fold.WriteSink;
import io.hindcast.engine.state.Change;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.StateValue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A fold under way: applies one event after another, takes back what a failing event wrote. Used by one thread.
public final class FoldRun {
    private final Fold fold;
    private final TreeEditor editor;
    private final @Nullable WriteSink writes;
    private List<Change> changes = List.of();

    private FoldRun(Fold fold, TreeEditor editor, @Nullable WriteSink writes) {
        this.fold = fold;
        this.editor = editor;
        this.writes = writes;
    }

    /// Begins with the state that the fold gives an aggregate of this category before its first event.
    public static FoldRun fromTheStart(Fold fold, String category) {
        return begun(fold, category, null);
    }

    /// @param writes is told what the fold writes before the first event, and then by each event that is passed
    static FoldRun fromTheStart(Fold fold, String category, WriteSink writes) {
        return begun(fold, category, writes);
    }

    private static FoldRun begun(Fold fold, String category, @Nullable WriteSink writes) {
        var editor = new TreeEditor();
        editor.begin();
        fold.begin(category, editor);
        close(editor, writes);
        return new FoldRun(fold, editor, writes);
    }

    /// Continues from a state, which is never changed.
    public static FoldRun from(Fold fold, StateValue state) {
        return new FoldRun(fold, new TreeEditor(state), null);
    }

    /// Applies an event; answers why it could not be, with the state as it was before.
    public Optional<String> apply(FoldEvent event) {
        return apply(event, true);
    }

    /// The same without learning what changed.
    public Optional<String> pass(FoldEvent event) {
        return apply(event, false);
    }

    private Optional<String> apply(FoldEvent recorded, boolean telling) {
        Optional<FoldEvent> taken = fold.taken(recorded);
        if (taken.isEmpty()) {
            changes = List.of();
            return Optional.empty();
        }
        FoldEvent event = taken.get();
        var unreadable = event.unreadable();
        if (unreadable.isPresent()) {
            changes = List.of();
            return unreadable.map("the body is unreadable: "::concat);
        }
        editor.begin();
        try {
            fold.apply(event, editor);
            if (telling) {
                changes = editor.commit();
            } else {
                close(editor, writes);
                changes = List.of();
            }
            return Optional.empty();
        } catch (FoldFailure failure) {
            editor.rollback();
            changes = List.of();
            return Optional.of(failure.reason());
        }
    }

    private static void close(TreeEditor editor, @Nullable WriteSink writes) {
        if (writes == null) {
            editor.settle();
        } else {
            editor.commit(writes);
        }
    }

    /// What the last event changed, if that was to be learnt.
    public List<Change> changes() {
        return changes;
    }

    /// The fields that the last event wrote out of binary arithmetic.
    public List<FieldPath> inexact() {
        return editor.inexact();
    }

    public StateValue state() {
        return editor.root();
    }

    /// The state for looking at, without freezing all of it. What it shows moves with the run; never write to it.
    public StateEditor looking() {
        return editor;
    }
}
