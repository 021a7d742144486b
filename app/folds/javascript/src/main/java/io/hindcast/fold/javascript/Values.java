package io.hindcast.fold.javascript;

import io.hindcast.engine.payload.JsonTape;
import io.hindcast.engine.payload.PayloadView;
import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.Opaque;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mozilla.javascript.Callable;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.NativeArray;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.ScriptableObject;
import org.mozilla.javascript.Symbol;
import org.mozilla.javascript.Undefined;

/// Turns values of the engine into values of a script and back, in one scope. For one thread at a time.
final class Values {
    private static final int DEEPEST = 200;
    private static final int NAMES_KEPT = 2_000;
    private static final long WHOLE = 1L << 53;

    private final ScriptableObject scope;
    private final Scriptable objectPrototype;
    private final Scriptable arrayPrototype;
    private final Map<String, byte[]> names = new HashMap<>();
    private int depth;
    private boolean binary;

    Values(ScriptableObject scope) {
        this.scope = scope;
        this.objectPrototype = ScriptableObject.getObjectPrototype(scope);
        this.arrayPrototype = ScriptableObject.getArrayPrototype(scope);
    }

    Scriptable scope() {
        return scope;
    }

    Scriptable objectPrototype() {
        return objectPrototype;
    }

    byte[] bytesOf(String name) {
        byte[] known = names.get(name);
        if (known == null) {
            known = name.getBytes(StandardCharsets.UTF_8);
            if (names.size() < NAMES_KEPT) {
                names.put(name, known);
            }
        }
        return known;
    }

    /// Whether a binary fraction was met since this was last asked.
    boolean tookBinary() {
        boolean was = binary;
        binary = false;
        return was;
    }

    @Nullable Object toScript(StateValue value) {
        return switch (value) {
            case Absent _ -> Undefined.instance;
            case Null _, Opaque _ -> null;
            case Bool(boolean is) -> is;
            case Num number -> Arithmetic.of(number);
            case Text(String text) -> text;
            case Fields fields -> new StateObject(this, fields);
            case Items items -> list(items);
        };
    }

    @Nullable Object toScript(PayloadView view, int token) {
        JsonTape tape = view.tape();
        return switch (tape.kind(token)) {
            case TRUE -> true;
            case FALSE -> false;
            case NULL -> null;
            case TEXT -> tape.text(token);
            case NUMBER -> number(view, tape, token);
            case OBJECT -> new TapeObject(this, view, token);
            case LIST, NAME -> toScript(view.value(token));
        };
    }

    private static Object number(PayloadView view, JsonTape tape, int token) {
        if (tape.isExact(token) && tape.isPlain(token)) {
            long whole = tape.unscaled(token);
            if (tape.scale(token) != 0) {
                return new Exact(Num.of(whole, tape.scale(token)));
            }
            if (whole == (int) whole) {
                return (int) whole;
            }
            if (Math.abs(whole) < WHOLE) {
                return (double) whole;
            }
        }
        return view.value(token) instanceof Num number ? Arithmetic.of(number) : 0;
    }

    private StateList list(Items items) {
        var elements = new Object[items.size()];
        int i = 0;
        for (StateValue value : items.values()) {
            elements[i++] = toScript(value);
        }
        var list = new StateList(elements, items);
        list.setPrototype(arrayPrototype);
        list.setParentScope(scope);
        return list;
    }

    /// Whether what a script has is certainly what was in the state, so that it need not be written; false may also mean
    /// that it would take work to find out.
    @SuppressWarnings("ReferenceEquality")
    static boolean isSame(StateValue before, @Nullable Object value) {
        return switch (value) {
            case null -> before instanceof Null;
            case Exact exact -> exact.value() == before;
            case String text -> before instanceof Text(String was) && was.equals(text);
            case Integer whole ->
                before instanceof Num number && number.isShort() && number.scale() == 0 && number.unscaled() == whole;
            case Boolean is -> before instanceof Bool(boolean was) && was == is;
            case LazyObject object -> object.isUntouched() && object.base() == before;
            case StateList list -> list.items() == before && list.isAsItWas();
            default -> false;
        };
    }

    /// @throws Unfit when it cannot be kept in a state
    StateValue toState(@Nullable Object value) {
        return switch (value) {
            case null -> Null.NULL;
            case Integer whole -> Num.of(whole);
            case Exact exact -> exact.value();
            case String text -> new Text(text);
            case Boolean is -> Bool.of(is);
            case Double number -> number(number);
            case DecimalObject decimal -> decimal.number();
            case CharSequence text -> new Text(Caps.text(text).toString());
            case BigInteger big -> Num.of(new BigDecimal(big));
            case Number number -> number(number.doubleValue());
            case LazyObject lazy -> nested(lazy);
            case Scriptable object when Undefined.isUndefined(object) -> Absent.ABSENT;
            case Callable _, Symbol _ -> Absent.ABSENT;
            case Scriptable object -> isMissing(object) ? Absent.ABSENT : nested(object);
            default -> Absent.ABSENT;
        };
    }

    private StateValue number(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            throw new Unfit("the fold computed %s, which is no number".formatted(Double.isNaN(number) ? "NaN" : "Infinity"));
        }
        if (number == Math.rint(number) && Math.abs(number) <= WHOLE) {
            return Num.of((long) number);
        }
        binary = true;
        return Num.of(new BigDecimal(Double.toString(number)));
    }

    private StateValue nested(Scriptable object) {
        if (++depth > DEEPEST) {
            depth = 0;
            throw new Unfit("the state contains itself, or is nested more than %d deep".formatted(DEEPEST));
        }
        StateValue value = object instanceof LazyObject lazy ? lazy.current() : container(object);
        depth--;
        return value;
    }

    private StateValue container(Scriptable object) {
        return switch (object.getClassName()) {
            case "Array" -> items((NativeArray) object);
            case "Date" -> text(ScriptableObject.callMethod(object, "toJSON", new Object[0]));
            case "String", "Number", "Boolean" -> toState(object.getDefaultValue(null));
            case "Map", "Set", "WeakMap", "WeakSet" ->
                throw new Unfit("a %s cannot be kept in the state; use an object or a list"
                        .formatted(object.getClassName()));
            default -> fields(object);
        };
    }

    private static StateValue text(@Nullable Object json) {
        return json instanceof CharSequence text ? new Text(text.toString()) : Null.NULL;
    }

    private StateValue items(NativeArray array) {
        Caps.itemsOf(array.getLength());
        if (array instanceof StateList list && list.isAsItWas()) {
            return list.items();
        }
        var items = new ArrayList<StateValue>((int) array.getLength());
        for (int i = 0; i < array.getLength(); i++) {
            items.add(item(array, i));
        }
        return new Items(items);
    }

    /// An item as JSON has it: what is no value is null.
    StateValue item(NativeArray array, int index) {
        StateValue value = toState(array.get(index, array));
        return value.isPresent() ? value : Null.NULL;
    }

    private StateValue fields(Scriptable object) {
        var fields = Fields.builder(8);
        for (Object id : object.getIds()) {
            fields.put(String.valueOf(id), toState(property(object, id)));
        }
        return fields.build();
    }

    /// Whether the engine says so that an object has no such property.
    @SuppressWarnings("ReferenceEquality") // one object stands for all that is missing
    static boolean isMissing(@Nullable Object value) {
        return value == Scriptable.NOT_FOUND;
    }

    static @Nullable Object property(Scriptable object, Object id) {
        return id instanceof Integer index ? object.get(index, object) : object.get(String.valueOf(id), object);
    }

    /// A new list for a script.
    Object newList(Context cx, List<Object> elements) {
        return cx.newArray(scope, elements.toArray());
    }
}
