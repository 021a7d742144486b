package io.hindcast.fold.javascript;

import io.hindcast.engine.state.Num;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.ScriptableObject;

/// What `Decimal(x)` makes: an exact number with methods. In the state it is the number.
@SuppressWarnings("serial")
final class DecimalObject extends ScriptableObject {
    private static final long serialVersionUID = 1L;

    private final transient Num number;

    DecimalObject(Scriptable scope, Scriptable prototype, Num number) {
        super(scope, prototype);
        this.number = number;
    }

    Num number() {
        return number;
    }

    @Override
    public String getClassName() {
        return "Decimal";
    }

    /// To operators that are not rewritten it is its exact number, to text its digits.
    @Override
    public Object getDefaultValue(Class<?> hint) {
        return hint == String.class ? number.digits() : Arithmetic.of(number);
    }
}
