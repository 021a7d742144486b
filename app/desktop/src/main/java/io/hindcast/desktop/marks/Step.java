package io.hindcast.desktop.marks;

import io.hindcast.audit.mark.Binding;
import io.hindcast.audit.mark.Mark;
import io.hindcast.audit.mark.MarkContent;
import io.hindcast.audit.mark.MarkFailure;
import io.hindcast.audit.mark.Marks;
import java.util.Optional;

/// Something that is done to the marks, with what takes it back. Taking back is another entry of the journal; nothing is
/// erased.
sealed interface Step {
    /// What was done.
    ///
    /// @param back what takes it back
    /// @param bound the mark that was made, bound to the store as it is; absent where none was
    record Done(Step back, Optional<Mark> bound) {}

    /// Writes, and blocks.
    ///
    /// @throws io.hindcast.audit.journal.JournalFailure when nothing could be written
    /// @throws MarkFailure when the mark is not there any more
    Done on(Marks marks);

    record Add(Binding binding, MarkContent content) implements Step {
        @Override
        public Done on(Marks marks) {
            Mark made = marks.add(binding, content);
            return new Done(new Remove(made.id()), Optional.of(made));
        }
    }

    record Change(String id, MarkContent content) implements Step {
        @Override
        public Done on(Marks marks) {
            MarkContent before = there(marks, id).content();
            marks.change(id, content, "");
            return new Done(new Change(id, before), Optional.empty());
        }
    }

    record Remove(String id) implements Step {
        @Override
        public Done on(Marks marks) {
            marks.remove(id, "");
            return new Done(new Restore(id), Optional.empty());
        }
    }

    record Restore(String id) implements Step {
        @Override
        public Done on(Marks marks) {
            marks.restore(id, "");
            return new Done(new Remove(id), Optional.empty());
        }
    }

    private static Mark there(Marks marks, String id) {
        return marks.now().find(id).orElseThrow(() -> new MarkFailure(new MarkFailure.What.Unknown(id)));
    }
}
