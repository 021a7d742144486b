package io.hindcast.engine.fold;

import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;

/// The state under the hands of a fold: every write goes through here, so that writes can be logged, taken back, and
/// shown as changed fields without comparing whole states. Used by one thread.
public interface StateEditor {
    /// The value now at a path, [io.hindcast.engine.state.Absent] when there is none.
    StateValue read(FieldPath path);

    /// Puts a value; missing parents become fields. Setting [io.hindcast.engine.state.Absent] removes.
    void set(FieldPath path, StateValue value);

    /// Adds exactly; an absent or null value counts as zero.
    ///
    /// @throws FoldFailure when something other than a number is there
    void add(FieldPath path, Num amount) throws FoldFailure;

    /// Appends to the items at a path; absent becomes a list of one.
    ///
    /// @throws FoldFailure when something other than items is there
    void append(FieldPath path, StateValue value) throws FoldFailure;

    void remove(FieldPath path);

    /// Tells that what the open event wrote at a path, or below it, came out of binary arithmetic and may have lost digits.
    /// Changes nothing.
    default void inexact(FieldPath path) {}

    /// Whether an object is at a path; may be known without making the value.
    default boolean holdsFields(FieldPath path) {
        return read(path) instanceof Fields;
    }

    /// As [#read(FieldPath)], for a path that a fold uses again and again.
    default StateValue read(KnownPath path) {
        return read(path.path());
    }

    /// As [#set(FieldPath, StateValue)], for a path that a fold uses again and again.
    default void set(KnownPath path, StateValue value) {
        set(path.path(), value);
    }

    /// As [#add(FieldPath, Num)], for a path that a fold uses again and again and a number that need not be built.
    ///
    /// @param unscaled the number without its decimal point
    /// @param scale how many of its digits stand behind the point
    default void add(KnownPath path, long unscaled, int scale) throws FoldFailure {
        add(path.path(), Num.of(unscaled, scale));
    }
}
