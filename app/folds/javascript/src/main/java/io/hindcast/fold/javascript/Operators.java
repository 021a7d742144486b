package io.hindcast.fold.javascript;

import static io.hindcast.fold.javascript.HostFunction.argument;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.ScriptRuntime;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.ScriptableObject;
import org.mozilla.javascript.Undefined;
import io.hindcast.engine.state.Num;

/// The functions that [ExactOperators] writes into a script, and the functions of `Math` that keep exact numbers exact.
final class Operators {
    private interface Binary {
        Object of(@Nullable Object left, @Nullable Object right, Context cx);
    }

    private interface Order {
        boolean holds(int sign);
    }

    private Operators() {}

    static void define(ScriptableObject scope) {
        binary(scope, "$add", Arithmetic::add);
        binary(scope, "$sub", (left, right, _) -> Arithmetic.subtract(left, right));
        binary(scope, "$mul", (left, right, _) -> Arithmetic.multiply(left, right));
        binary(scope, "$div", (left, right, _) -> Arithmetic.divide(left, right));
        binary(scope, "$mod", (left, right, _) -> Arithmetic.remainder(left, right));
        order(scope, "$lt", sign -> sign < 0, org.mozilla.javascript.Token.LT);
        order(scope, "$le", sign -> sign <= 0, org.mozilla.javascript.Token.LE);
        order(scope, "$gt", sign -> sign > 0, org.mozilla.javascript.Token.GT);
        order(scope, "$ge", sign -> sign >= 0, org.mozilla.javascript.Token.GE);
        equality(scope, "$eq", true, false);
        equality(scope, "$ne", false, false);
        equality(scope, "$same", true, true);
        equality(scope, "$differs", false, true);
        HostFunction.define(scope, scope, "$neg", (_, _, _, all) -> Arithmetic.negate(all[0]));
        HostFunction.define(scope, scope, "$num", (_, _, _, all) -> all.length == 0 ? 0 : Arithmetic.numberOf(all[0]));
        HostFunction.define(scope, scope, "$float", (cx, within, _, all) -> parseFloat(cx, within, all));
        HostFunction.define(scope, scope, "$str", (_, _, _, all) -> all.length == 0 ? "" : text(all[0]));
        HostFunction.define(scope, scope, "$call", (cx, within, _, all) -> DecimalMethods.call(cx, within, all));
        HostFunction.define(scope, scope, "$length", (cx, within, _, all) -> setLength(cx, within, all));
    }

    private static void binary(ScriptableObject scope, String name, Binary operator) {
        HostFunction.define(scope, scope, name, (cx, _, _, all) -> operator.of(all[0], all[1], cx));
        HostFunction.define(scope, scope, name + "To", (cx, within, _, all) -> update(operator, cx, within, all));
    }

    /// `object[key] = object[key] op value`.
    private static Object update(Binary operator, Context cx, Scriptable scope, Object[] all) {
        if (all[0] instanceof LazyObject object && all[1] instanceof String name) {
            Object before = object.get(name, object);
            Object after = operator.of(Values.isMissing(before) ? Undefined.instance : before, all[2], cx);
            object.put(name, object, after);
            return after;
        }
        if (all[0] instanceof Scriptable object && all[1] instanceof String name) {
            Object before = ScriptableObject.getProperty(object, name);
            Object after = operator.of(Values.isMissing(before) ? Undefined.instance : before, all[2], cx);
            ScriptableObject.putProperty(object, name, after);
            return after;
        }
        Object after = operator.of(ScriptRuntime.getObjectElem(all[0], all[1], cx, scope), all[2], cx);
        return ScriptRuntime.setObjectElem(all[0], all[1], after, cx, scope);
    }

    private static void order(ScriptableObject scope, String name, Order order, int token) {
        HostFunction.define(scope, scope, name, (_, _, _, all) -> {
            Integer sign = Arithmetic.compare(all[0], all[1]);
            return sign != null ? order.holds(sign) : ScriptRuntime.compare(all[0], all[1], token);
        });
    }

    private static void equality(ScriptableObject scope, String name, boolean wanted, boolean strict) {
        HostFunction.define(scope, scope, name, (_, _, _, all) -> wanted == same(all[0], all[1], strict));
    }

    private static boolean same(@Nullable Object left, @Nullable Object right, boolean strict) {
        if (left instanceof Number && right instanceof Number) {
            Integer sign = Arithmetic.compare(left, right);
            if (sign != null) {
                return sign == 0;
            }
        }
        return strict ? ScriptRuntime.shallowEq(left, right) : ScriptRuntime.eq(left, right);
    }

    private static Object parseFloat(Context cx, Scriptable scope, Object[] all) {
        Object exact = all.length == 0 ? Double.NaN : Arithmetic.numberOf(all[0]);
        if (!(exact instanceof Double number) || !number.isNaN()) {
            return all[0] == null || all[0] instanceof Boolean ? (Object) Double.NaN : exact;
        }
        Object native_ = ScriptableObject.getProperty(ScriptableObject.getTopLevelScope(scope), "parseFloat");
        return native_ instanceof org.mozilla.javascript.Callable parse ? parse.call(cx, scope, scope, all) : exact;
    }

    private static Object text(Object value) {
        return value instanceof Exact exact ? exact.toString() : Caps.text(ScriptRuntime.toString(value));
    }

    private static Object setLength(Context cx, Scriptable scope, Object[] all) {
        if (all[1].equals("length")) {
            Caps.itemsOf(ScriptRuntime.toNumber(all[2]));
        }
        return ScriptRuntime.setObjectProp(all[0], "length", all[2], cx, scope);
    }

    /// `Math.abs`, `min`, `max`, `round`, `floor`, `ceil`, `trunc`, `sign` on exact numbers; the rest of `Math` is binary.
    static void defineMath(ScriptableObject scope) {
        var math = (ScriptableObject) ScriptableObject.getProperty(scope, "Math");
        rounding(math, scope, "round", Operators::roundedHalfUp);
        rounding(math, scope, "floor", value -> value.setScale(0, RoundingMode.FLOOR));
        rounding(math, scope, "ceil", value -> value.setScale(0, RoundingMode.CEILING));
        rounding(math, scope, "trunc", value -> value.setScale(0, RoundingMode.DOWN));
        rounding(math, scope, "abs", BigDecimal::abs);
        rounding(math, scope, "sign", value -> BigDecimal.valueOf(value.signum()));
        extreme(math, scope, "min", -1);
        extreme(math, scope, "max", 1);
        HostFunction.define(math, scope, "random", (_, _, _, _) -> {
            throw ScriptRuntime.typeError("a fold gives the same answer each time: there is no Math.random");
        });
    }

    /// JavaScript rounds half of a unit towards plus infinity.
    private static BigDecimal roundedHalfUp(BigDecimal value) {
        return value.add(new BigDecimal("0.5")).setScale(0, RoundingMode.FLOOR);
    }

    private static void rounding(
            ScriptableObject math, Scriptable scope, String name, java.util.function.UnaryOperator<BigDecimal> exactly) {
        var binary = (org.mozilla.javascript.Callable) math.get(name, math);
        HostFunction.define(math, scope, name, (cx, within, self, all) -> {
            Object value = argument(all, 0);
            return value instanceof Exact exact
                    ? Arithmetic.of(Num.of(exactly.apply(exact.value().value())))
                    : binary.call(cx, within, self, all);
        });
    }

    private static void extreme(ScriptableObject math, Scriptable scope, String name, int sign) {
        var binary = (org.mozilla.javascript.Callable) math.get(name, math);
        HostFunction.define(math, scope, name, (cx, within, self, all) -> {
            Num best = null;
            for (Object one : all) {
                Num number = Arithmetic.exactly(one, true);
                if (number == null) {
                    return binary.call(cx, within, self, all);
                }
                best = best == null || number.compareTo(best) * sign > 0 ? number : best;
            }
            return best == null ? binary.call(cx, within, self, all) : Arithmetic.of(best);
        });
    }
}
