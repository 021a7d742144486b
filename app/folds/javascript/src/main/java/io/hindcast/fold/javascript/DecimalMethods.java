package io.hindcast.fold.javascript;

import static io.hindcast.fold.javascript.HostFunction.argument;

import io.hindcast.engine.state.Num;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.ScriptRuntime;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.ScriptableObject;
import org.mozilla.javascript.Undefined;

/// The methods of decimals. They can be called on any number: `e.data.amount.times(rate).round(2, "HALF_EVEN")`.
final class DecimalMethods {
    /// Calls of these names on a number come here.
    static final Set<String> NAMES = Set.of(
            "plus", "add", "minus", "sub", "subtract", "times", "mul", "multiply", "div", "dividedBy", "divide", "round",
            "compare", "compareTo", "equals", "negated", "abs", "toFixed", "isZero", "isNegative", "isPositive");
    private static final int MOST_PLACES = 1_000;

    private DecimalMethods() {}

    /// `Decimal(x)` and `new Decimal(x)`, and its prototype.
    static void define(ScriptableObject scope) {
        var prototype = (ScriptableObject) Context.getCurrentContext().newObject(scope);
        for (String name : NAMES) {
            HostFunction.define(prototype, scope, name, (cx, within, self, arguments) -> {
                Num number = ((DecimalObject) self).number();
                return wrapped(within, prototype, apply(number, name, arguments));
            });
        }
        HostFunction.define(prototype, scope, "toString", (_, _, self, _) -> ((DecimalObject) self).number().digits());
        HostFunction.define(prototype, scope, "toJSON", (_, _, self, _) -> self.getDefaultValue(null));
        HostFunction.define(prototype, scope, "valueOf", (_, _, self, _) -> self.getDefaultValue(null));
        HostFunction.define(prototype, scope, "toNumber", (_, _, self, _) -> self.getDefaultValue(null));
        var decimal = new HostFunction(
                scope,
                "Decimal",
                (_, within, _, arguments) -> new DecimalObject(within, prototype, number(argument(arguments, 0))));
        decimal.defineProperty("prototype", prototype, ScriptableObject.DONTENUM | ScriptableObject.PERMANENT);
        for (RoundingMode mode : RoundingMode.values()) {
            decimal.defineProperty(mode.name(), mode.name(), ScriptableObject.READONLY);
        }
        scope.defineProperty("Decimal", decimal, ScriptableObject.DONTENUM);
    }

    private static Object wrapped(Scriptable scope, Scriptable prototype, Object result) {
        return result instanceof Num number ? new DecimalObject(scope, prototype, number) : result;
    }

    /// `object.name(…)`: a method of decimals on a number, an ordinary call on everything else.
    static Object call(Context cx, Scriptable scope, Object[] arguments) {
        Object target = arguments[0];
        String name = String.valueOf(arguments[1]);
        Object[] rest = Arrays.copyOfRange(arguments, 2, arguments.length);
        if (target instanceof Number && !(target instanceof java.math.BigInteger)) {
            Num number = Arithmetic.exactly(target, false);
            if (number != null) {
                Object answer = apply(number, name, rest);
                return answer instanceof Num result ? Arithmetic.of(result) : answer;
            }
        }
        return ScriptRuntime.getPropAndThis(target, name, cx, scope).call(cx, scope, rest);
    }

    /// A number where the method answers one, else what it answers.
    private static Object apply(Num number, String name, Object[] arguments) {
        return switch (name) {
            case "plus", "add" -> number.plus(number(argument(arguments, 0)));
            case "minus", "sub", "subtract" -> number.minus(number(argument(arguments, 0)));
            case "times", "mul", "multiply" ->
                Num.of(number.value().multiply(number(argument(arguments, 0)).value()));
            case "div", "dividedBy", "divide" -> divided(number, arguments);
            case "round" ->
                Num.of(number.value().setScale(places(argument(arguments, 0), 0), mode(argument(arguments, 1), RoundingMode.HALF_UP)));
            case "compare", "compareTo" -> number.compareTo(number(argument(arguments, 0)));
            case "equals" -> number.equals(number(argument(arguments, 0)));
            case "negated" -> number.negated();
            case "abs" -> number.signum() < 0 ? number.negated() : number;
            case "toFixed" -> number.value().setScale(places(argument(arguments, 0), 0), RoundingMode.HALF_UP).toPlainString();
            case "isZero" -> number.signum() == 0;
            case "isNegative" -> number.signum() < 0;
            case "isPositive" -> number.signum() > 0;
            default -> throw ScriptRuntime.typeError(name + " is no method of a number");
        };
    }

    /// `a.div(b, places, rounding)`; without them the division has to come to an end.
    private static Num divided(Num number, Object[] arguments) {
        Num by = number(argument(arguments, 0));
        if (by.signum() == 0) {
            throw ScriptRuntime.rangeError("a division by zero");
        }
        if (!Undefined.isUndefined(argument(arguments, 1))) {
            int places = places(arguments[1], 0);
            return Num.of(number.value().divide(by.value(), places, mode(argument(arguments, 2), null)));
        }
        if (Arithmetic.divide(Arithmetic.of(number), Arithmetic.of(by)) instanceof Exact exact) {
            return exact.value();
        }
        Num whole = Arithmetic.exactly(Arithmetic.divide(Arithmetic.of(number), Arithmetic.of(by)), false);
        if (whole == null) {
            throw ScriptRuntime.rangeError("this division does not come to an end; say how to round it:"
                    + " .div(number, places, \"HALF_EVEN\")");
        }
        return whole;
    }

    static Num number(Object value) {
        if (Undefined.isUndefined(value) || value == null) {
            throw ScriptRuntime.typeError("a number was expected, nothing is there");
        }
        Object number = Arithmetic.numberOf(value);
        Num exact = Arithmetic.exactly(number, false);
        if (exact != null) {
            return exact;
        }
        double binary = ScriptRuntime.toNumber(number);
        if (Double.isNaN(binary) || Double.isInfinite(binary)) {
            throw ScriptRuntime.typeError("this is no number");
        }
        return Num.of(new BigDecimal(Double.toString(binary)));
    }

    private static int places(Object value, int otherwise) {
        if (Undefined.isUndefined(value)) {
            return otherwise;
        }
        int places = ScriptRuntime.toInt32(value);
        if (places < 0 || places > MOST_PLACES) {
            throw ScriptRuntime.rangeError("decimal places are 0 to " + MOST_PLACES);
        }
        return places;
    }

    private static RoundingMode mode(Object value, @Nullable RoundingMode otherwise) {
        if (Undefined.isUndefined(value) && otherwise != null) {
            return otherwise;
        }
        String name = Undefined.isUndefined(value) ? "" : String.valueOf(value).toUpperCase(Locale.ROOT);
        return Arrays.stream(RoundingMode.values())
                .filter(mode -> mode.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ScriptRuntime.rangeError("name the rounding: "
                        + Arrays.stream(RoundingMode.values()).map(Enum::name).collect(Collectors.joining(", "))));
    }
}
