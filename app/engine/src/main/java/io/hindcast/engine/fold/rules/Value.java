package io.hindcast.engine.fold.rules;

import io.hindcast.engine.fold.FoldEvent;
import io.hindcast.engine.fold.FoldFailure;
import io.hindcast.engine.fold.Kinds;
import io.hindcast.engine.fold.KnownPath;
import io.hindcast.engine.fold.Numbers;
import io.hindcast.engine.fold.StateEditor;
import io.hindcast.engine.payload.JsonTape;
import io.hindcast.engine.payload.PayloadView;
import io.hindcast.engine.payload.TapePath;
import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.Opaque;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where a rule takes a value from.
sealed interface Value {
    StateValue read(FoldEvent event, StateEditor state) throws FoldFailure;

    /// How messages call it: the path as it was written. Never a value out of a payload.
    String words();

    /// The number this value stands for.
    ///
    /// @throws FoldFailure when it stands for none
    default Num number(FoldEvent event, StateEditor state) throws FoldFailure {
        StateValue value = read(event, state);
        var number = Numbers.read(value);
        if (number.isEmpty()) {
            throw new FoldFailure("%s is %s, a number was expected".formatted(words(), Kinds.of(value)));
        }
        return number.get();
    }

    /// The name of a field that this value stands for.
    ///
    /// @throws FoldFailure when it stands for none
    default String key(FoldEvent event, StateEditor state) throws FoldFailure {
        return switch (read(event, state)) {
            case Text(String text) -> text;
            case Num number -> number.digits();
            case StateValue other ->
                throw new FoldFailure("%s is %s, a key was expected".formatted(words(), Kinds.of(other)));
        };
    }

    record Constant(StateValue value) implements Value {
        @Override
        public StateValue read(FoldEvent event, StateEditor state) {
            return value;
        }

        @Override
        public String words() {
            return "a constant";
        }
    }

    enum Part {
        DATA,
        METADATA,
        STATE
    }

    /// A path into the body, the metadata or the state.
    ///
    /// @param known the same for editors
    /// @param tokens the same for tapes
    record At(Part part, KnownPath known, TapePath tokens) implements Value {
        At(Part part, KnownPath known) {
            this(part, known, new TapePath(known.path()));
        }

        FieldPath path() {
            return known.path();
        }

        @Override
        public StateValue read(FoldEvent event, StateEditor state) throws FoldFailure {
            return switch (part) {
                case DATA -> data(event);
                case METADATA -> readable(event.metadata()).at(path());
                case STATE -> state.read(known);
            };
        }

        @Override
        public String key(FoldEvent event, StateEditor state) throws FoldFailure {
            var view = part == Part.DATA ? event.tokens() : Optional.<PayloadView>empty();
            if (view.isPresent()) {
                JsonTape tape = view.get().tape();
                int token = tokens.below(tape, view.get().content());
                if (token != JsonTape.NONE && tape.kind(token) == JsonTape.Kind.TEXT) {
                    return view.get().name(token);
                }
            }
            return Value.super.key(event, state);
        }

        private StateValue data(FoldEvent event) throws FoldFailure {
            var view = event.tokens();
            if (view.isEmpty()) {
                return readable(event.data()).at(path());
            }
            int token = tokens.below(view.get().tape(), view.get().content());
            return token == JsonTape.NONE ? Absent.ABSENT : view.get().value(token);
        }

        private static StateValue readable(StateValue value) throws FoldFailure {
            if (value instanceof Opaque opaque) {
                throw new FoldFailure("unreadable: " + opaque.reason());
            }
            return value;
        }

        @Override
        public String words() {
            String pointer = path().isRoot() ? "/" : path().toString();
            return switch (part) {
                case DATA -> pointer;
                case METADATA -> "metadata " + pointer;
                case STATE -> "state " + pointer;
            };
        }
    }

    /// What the header says: `event type`, `event time`, ...
    record Header(HeaderField field) implements Value {
        @Override
        public StateValue read(FoldEvent event, StateEditor state) {
            return field.of(event.header());
        }

        @Override
        public String words() {
            return "event " + field.word();
        }
    }

    /// `number(...)`: null and missing stay what they are.
    record AsNumber(Value inner) implements Value {
        @Override
        public StateValue read(FoldEvent event, StateEditor state) throws FoldFailure {
            StateValue value = inner.read(event, state);
            return Operation.isNothing(value) ? value : inner.number(event, state);
        }

        @Override
        public String words() {
            return inner.words();
        }
    }

    /// `text(...)`: a number as its digits.
    record AsText(Value inner) implements Value {
        @Override
        public StateValue read(FoldEvent event, StateEditor state) throws FoldFailure {
            return Operation.asText(inner.read(event, state), words());
        }

        @Override
        public String words() {
            return inner.words();
        }
    }

    /// Exact arithmetic.
    record Sum(char operator, Value left, Value right) implements Value {
        @Override
        public StateValue read(FoldEvent event, StateEditor state) throws FoldFailure {
            Num one = left.number(event, state);
            Num other = right.number(event, state);
            return switch (operator) {
                case '+' -> one.plus(other);
                case '-' -> one.minus(other);
                default -> Num.of(one.value().multiply(other.value()));
            };
        }

        @Override
        public String words() {
            return "%s %s %s".formatted(left.words(), operator, right.words());
        }
    }

    /// Left by right, on its way into a [Rounded]: by itself it stands for nothing.
    record Quotient(Value left, Value right) implements Value {
        @Override
        public StateValue read(FoldEvent event, StateEditor state) throws FoldFailure {
            throw new FoldFailure(words() + " is not rounded");
        }

        @Override
        public String words() {
            return "%s / %s".formatted(left.words(), right.words());
        }
    }

    /// A number with so many digits behind the point, rounded once.
    ///
    /// @param divisor what it is divided by before
    record Rounded(Value inner, Optional<Value> divisor, int digits, Rounding rounding) implements Value {
        @Override
        public StateValue read(FoldEvent event, StateEditor state) throws FoldFailure {
            BigDecimal number = inner.number(event, state).value();
            if (divisor.isEmpty()) {
                return Num.of(number.setScale(digits, rounding.mode()));
            }
            BigDecimal by = divisor.get().number(event, state).value();
            if (by.signum() == 0) {
                throw new FoldFailure(divisor.get().words() + " is zero, nothing can be divided by it");
            }
            return Num.of(number.divide(by, digits, rounding.mode()));
        }

        @Override
        public String words() {
            return divisor.isEmpty() ? inner.words() : inner.words() + " / " + divisor.get().words();
        }
    }

    /// An object put together here.
    record Composed(Map<String, Value> parts) implements Value {
        @Override
        public StateValue read(FoldEvent event, StateEditor state) throws FoldFailure {
            var values = new LinkedHashMap<String, StateValue>();
            for (var part : parts.entrySet()) {
                StateValue value = part.getValue().read(event, state);
                if (value.isPresent()) {
                    values.put(part.getKey(), value);
                }
            }
            return Fields.of(values);
        }

        @Override
        public String words() {
            return "an object";
        }
    }

    /// A list put together here.
    record Listed(List<Value> parts) implements Value {
        @Override
        public StateValue read(FoldEvent event, StateEditor state) throws FoldFailure {
            var values = new ArrayList<StateValue>();
            for (Value part : parts) {
                StateValue value = part.read(event, state);
                if (value.isPresent()) {
                    values.add(value);
                }
            }
            return new Items(values);
        }

        @Override
        public String words() {
            return "a list";
        }
    }

    /// `{ from: /fee, else: 0 }`: another value where the first says nothing.
    record Otherwise(Value first, Value second) implements Value {
        @Override
        public StateValue read(FoldEvent event, StateEditor state) throws FoldFailure {
            StateValue value = first.read(event, state);
            return Operation.isNothing(value) ? second.read(event, state) : value;
        }

        @Override
        public String words() {
            return first.words();
        }
    }

    /// `{ from: /fee, if: present }`: nothing is written where it says nothing.
    record IfPresent(Value inner) implements Value {
        @Override
        public StateValue read(FoldEvent event, StateEditor state) throws FoldFailure {
            return inner.read(event, state);
        }

        @Override
        public String words() {
            return inner.words();
        }
    }

    /// A field of a value.
    record Inner(Value outer, FieldPath path) implements Value {
        @Override
        public StateValue read(FoldEvent event, StateEditor state) throws FoldFailure {
            return outer.read(event, state).at(path);
        }

        @Override
        public String words() {
            return "the key " + path;
        }
    }
}
