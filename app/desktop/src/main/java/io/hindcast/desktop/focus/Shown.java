package io.hindcast.desktop.focus;

import io.hindcast.engine.mask.Masking;
import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.Opaque;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;

/// A value as it may be shown: what a mask means in it is hidden already. Only [Masks] makes one, and words, tables and
/// files are made of nothing else, so that no pane can forget the masks.
public final class Shown {
    private final StateValue value;

    Shown(StateValue value) {
        this.value = value;
    }

    /// What may be shown.
    public StateValue value() {
        return value;
    }

    public boolean isPresent() {
        return value.isPresent();
    }

    /// What stands at a place in it.
    public Shown at(FieldPath path) {
        return new Shown(value.at(path));
    }

    /// A field, or an item by its number.
    public Shown child(String step) {
        return at(FieldPath.ROOT.child(step));
    }

    /// The value below a name, beside something that is no part of the store.
    public Shown under(String name, String other, Fields mark) {
        return new Shown(Fields.of(other, mark).with(name, value));
    }

    /// Whether any text in it stands in place of another.
    public boolean holdsMasks() {
        return holdsMasks(value);
    }

    private static boolean holdsMasks(StateValue value) {
        return switch (value) {
            case Absent _, Null _, Bool _, Num _ -> false;
            case Text(String text) -> isMaskIn(text);
            case Opaque(_, _, String preview) -> isMaskIn(preview);
            case Fields fields -> fields.entries().stream().anyMatch(it -> isMaskIn(it.getKey()) || holdsMasks(it.getValue()));
            case Items items -> items.values().stream().anyMatch(Shown::holdsMasks);
        };
    }

    private static boolean isMaskIn(String text) {
        return text.contains("‹masked: ");
    }

    /// Whether all of it is hidden.
    public boolean isMasked() {
        return Masking.isMask(value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shown that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }
}
