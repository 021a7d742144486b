package io.hindcast.engine.changelog;

import io.hindcast.engine.fold.FoldFailure;
import io.hindcast.engine.fold.StateEditor;
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
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Writes at random: values of every kind, nested, at places that are there and at places that are not.
final class RandomEdits {
    private static final List<String> NUMBERS = List.of(
            "0", "-0", "1.50", "1E3", "007", "0.1234567890123456789", "3544790567247868102", "-12345678901234567890.5",
            "36028797018963967", "36028797018963968", "-36028797018963968", "-36028797018963969", "0.0000000000000001");
    private static final List<String> TEXTS =
            List.of("", "OPEN", "grün", "日本", "\uD83D", "a longer text that says nothing new");

    private final RandomGenerator random;

    RandomEdits(RandomGenerator random) {
        this.random = random;
    }

    void edit(StateEditor state) {
        FieldPath path = path(state.read(FieldPath.ROOT));
        switch (random.nextInt(8)) {
            case 0 -> state.remove(path);
            case 1, 2 -> attempt(() -> state.add(path, Num.parse("%d.%02d".formatted(random.nextInt(99), random.nextInt(99)))));
            case 3 -> attempt(() -> state.append(path, present(2)));
            case 4 -> rewrite(state, path);
            default -> state.set(path, value(3));
        }
    }

    private interface Write {
        void run() throws FoldFailure;
    }

    private static void attempt(Write write) {
        try {
            write.run();
        } catch (FoldFailure _) {
            // something else stands there; nothing was written
        }
    }

    /// A list or object put back a little different, as a whole.
    private void rewrite(StateEditor state, FieldPath path) {
        switch (state.read(path)) {
            case Items items when items.size() > 0 -> {
                var values = new ArrayList<>(items.values());
                if (random.nextBoolean()) {
                    values.remove(random.nextInt(values.size()));
                }
                if (random.nextBoolean()) {
                    values.add(random.nextInt(values.size() + 1), present(1));
                }
                state.set(path, new Items(values));
            }
            case Fields fields when fields.size() > 0 -> {
                var turned = Fields.builder(fields.size());
                for (String name : fields.names().reversed()) {
                    turned.put(name, random.nextInt(3) == 0 ? value(1) : fields.field(name));
                }
                state.set(path, turned.build());
            }
            default -> state.set(path, value(2));
        }
    }

    private FieldPath path(StateValue root) {
        FieldPath path = FieldPath.ROOT;
        StateValue here = root;
        int depth = random.nextInt(4);
        for (int i = 0; i < depth; i++) {
            String step = here instanceof Items items
                    ? Integer.toString(random.nextInt(items.size() + 1))
                    : "f" + random.nextInt(5);
            path = path.child(step);
            here = here.at(new FieldPath(List.of(step)));
        }
        return path.isRoot() && random.nextInt(10) > 0 ? path.child("f" + random.nextInt(5)) : path;
    }

    private StateValue present(int depth) {
        StateValue value = value(depth);
        return value.isPresent() ? value : Null.NULL;
    }

    private StateValue value(int depth) {
        return switch (random.nextInt(depth > 0 ? 9 : 6)) {
            case 0 -> Null.NULL;
            case 1 -> Bool.of(random.nextBoolean());
            case 2 -> Num.parse(NUMBERS.get(random.nextInt(NUMBERS.size())));
            case 3 -> new Text(TEXTS.get(random.nextInt(TEXTS.size())));
            case 4 -> Num.of(random.nextInt(1000));
            case 5 -> new Opaque("not JSON", random.nextInt(100), "\u0001x");
            case 6 -> items(depth - 1);
            case 7 -> fields(depth - 1);
            default -> Absent.ABSENT;
        };
    }

    private Items items(int depth) {
        var values = new ArrayList<StateValue>();
        for (int i = random.nextInt(6); i > 0; i--) {
            values.add(present(depth));
        }
        return new Items(values);
    }

    private Fields fields(int depth) {
        var fields = Fields.builder(4);
        for (int i = random.nextInt(5); i > 0; i--) {
            fields.put("f" + random.nextInt(5), value(depth));
        }
        return fields.build();
    }
}
