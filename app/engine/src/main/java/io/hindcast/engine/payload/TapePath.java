package io.hindcast.engine.payload;

import io.hindcast.engine.payload.JsonTape.Kind;
import io.hindcast.engine.state.FieldPath;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A path made ready for tapes: names as bytes, item numbers as numbers. Immutable; safe for many threads.
///
/// Finds what [io.hindcast.engine.state.StateValue#at] finds in the value of the same text: of a name that stands twice
/// the last one, items by their plain decimal number.
public final class TapePath {
    public static final TapePath ROOT = new TapePath(FieldPath.ROOT);

    private static final int NO_ITEM = -1;
    private static final int MOST_DIGITS = 9;
    /// Stands for malformed bytes: which ones they were, the text does not say.
    private static final char REPLACEMENT = '\uFFFD';

    private final List<String> steps;
    private final byte[][] names;
    private final int[] items;
    private final boolean[] odd;
    private final boolean isPlainName; // one step, as most paths are

    public TapePath(FieldPath path) {
        steps = path.steps();
        names = new byte[steps.size()][];
        items = new int[steps.size()];
        odd = new boolean[steps.size()];
        for (int i = 0; i < names.length; i++) {
            names[i] = steps.get(i).getBytes(StandardCharsets.UTF_8);
            items[i] = item(steps.get(i));
            odd[i] = steps.get(i).chars().anyMatch(c -> c == REPLACEMENT || Character.isSurrogate((char) c));
        }
        isPlainName = names.length == 1 && !odd[0];
    }

    /// The token at this path below a token, [JsonTape#NONE] when nothing is there.
    public int below(JsonTape tape, int token) {
        if (isPlainName && tape.isObject(token)) {
            return tape.field(token, names[0]);
        }
        int here = token;
        for (int i = 0; i < names.length && here != JsonTape.NONE; i++) {
            here = switch (tape.kind(here)) {
                case OBJECT -> odd[i] ? tape.field(here, steps.get(i)) : tape.field(here, names[i]);
                case LIST -> item(tape, here, items[i]);
                case NAME, TEXT, NUMBER, TRUE, FALSE, NULL -> JsonTape.NONE;
            };
        }
        return here;
    }

    private static int item(JsonTape tape, int list, int item) {
        if (item == NO_ITEM || item >= tape.count(list)) {
            return JsonTape.NONE;
        }
        int token = tape.firstChild(list);
        for (int i = 0; i < item; i++) {
            token = tape.next(token);
        }
        return token;
    }

    private static int item(String step) {
        boolean plain = !step.isEmpty()
                && step.length() <= MOST_DIGITS
                && step.chars().allMatch(c -> c >= '0' && c <= '9')
                && (step.length() == 1 || step.charAt(0) != '0');
        return plain ? Integer.parseInt(step) : NO_ITEM;
    }
}
