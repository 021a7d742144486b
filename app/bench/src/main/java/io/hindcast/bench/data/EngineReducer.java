package io.hindcast.bench.data;

import io.hindcast.engine.fold.EventReader;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.FoldEvent;
import io.hindcast.engine.fold.FoldFailure;
import io.hindcast.engine.fold.TreeEditor;
import io.hindcast.engine.payload.PayloadDecoder;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import io.hindcast.event.EventPage;
import io.hindcast.event.PayloadShape;
import java.util.List;

/// Folds with the engine's own parts and nothing around them: bodies read, rules applied, no keyframes kept.
public final class EngineReducer {
    private static final PayloadShape JSON = PayloadShape.of(PayloadShape.Formats.JSON);

    private EngineReducer() {}

    /// The state behind the last event; or behind so many.
    public static StateValue fold(Iterable<EventPage> pages, Fold fold, PayloadDecoder decoder, int limit)
            throws FoldFailure {
        return fold(pages, fold, reader(decoder), limit);
    }

    /// What reads bodies of streams in memory; to be used again and again, as the tape of [TapeReducer] is.
    public static EventReader reader(PayloadDecoder decoder) {
        return new EventReader(decoder, JSON, JSON);
    }

    /// The same with a reader that was there before.
    public static StateValue fold(Iterable<EventPage> pages, Fold fold, EventReader reader, int limit)
            throws FoldFailure {
        var editor = new TreeEditor();
        editor.begin();
        fold.begin("account", editor);
        editor.settle();
        int done = 0;
        for (EventPage page : pages) {
            for (int row = 0; row < page.size() && done < limit; row++, done++) {
                FoldEvent event = reader.event(page, row);
                if (event.unreadable().isPresent()) {
                    throw new FoldFailure("a body of the bench is unreadable");
                }
                editor.begin();
                fold.apply(event, editor);
                editor.settle();
            }
        }
        return editor.root();
    }

    /// Only decodes.
    public static long decode(List<EventPage> pages, PayloadDecoder decoder) {
        long sum = 0;
        for (EventPage page : pages) {
            for (int row = 0; row < page.size(); row++) {
                sum += decoder.decode(page.data(row), JSON).isPresent() ? 1 : 0;
            }
        }
        return sum;
    }

    public static AccountState account(StateValue state) {
        return new AccountState(
                number(state, "/balance"),
                number(state, "/transactionCount"),
                text(state, "/status"),
                text(state, "/owner/name"),
                number(state, "/overdraftLimit"),
                text(state, "/currency"));
    }

    private static String number(StateValue state, String path) {
        return state.at(FieldPath.parse(path)) instanceof Num number ? AccountState.plain(number.value()) : "";
    }

    private static String text(StateValue state, String path) {
        return state.at(FieldPath.parse(path)) instanceof Text(String text) ? text : "";
    }
}
