package io.hindcast.engine.replay;

import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.FoldEvent;
import io.hindcast.engine.fold.FoldFailure;
import io.hindcast.engine.fold.StateEditor;
import io.hindcast.engine.fold.TreeEditor;
import io.hindcast.engine.fold.WriteSink;
import io.hindcast.engine.state.Change;
import io.hindcast.engine.state.StateValue;
import java.util.List;
import java.util.Optional;

/// A fold under way: applies one event after another, takes back what a failing event wrote. Used by one thread.
public final class FoldRun {
    private final Fold fold;
    private final TreeEditor editor;
    private final WriteSink writes;
    private List<Change> changes = List.of();

    private FoldRun(Fold fold, TreeEditor editor, WriteSink writes) {
        this.fold = fold;
        this.editor = editor;
        this.writes = writes;
    }

    /// Begins with the state that the fold gives an aggregate of this category before its first event.
    public static FoldRun fromTheStart(Fold fold, String category) {
        return fromTheStart(fold, category, (_, _, _) -> {});
    }

    /// @param writes is told what the fold writes before the first event, and then by each event that is passed
    static FoldRun fromTheStart(Fold fold, String category, WriteSink writes) {
        var editor = new TreeEditor();
        editor.begin();
        fold.begin(category, editor);
        editor.commit(writes);
        return new FoldRun(fold, editor, writes);
    }

    /// Continues from a state, which is never changed.
    public static FoldRun from(Fold fold, StateValue state) {
        return new FoldRun(fold, new TreeEditor(state), (_, _, _) -> {});
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
                editor.commit(writes);
                changes = List.of();
            }
            return Optional.empty();
        } catch (FoldFailure failure) {
            editor.rollback();
            changes = List.of();
            return Optional.of(failure.reason());
        }
    }

    /// What the last event changed, if that was to be learnt.
    public List<Change> changes() {
        return changes;
    }

    public StateValue state() {
        return editor.root();
    }

    /// The state for looking at, without freezing all of it. What it shows moves with the run; never write to it.
    public StateEditor looking() {
        return editor;
    }
}
