package io.hindcast.desktop.fake;

import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.Opaque;
import io.hindcast.engine.state.StateText;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import io.hindcast.event.ByteSlice;
import io.hindcast.event.Event;
import io.hindcast.event.Position;
import io.hindcast.event.StoredSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalLong;

/// A store full of secrets: whatever [#RULES] mean in it carries one of two markers.
public final class Canary {
    /// In every text that is masked.
    public static final String WORD = "SECRET-";

    /// In every number that is masked.
    public static final String NUMBER = "7777123";

    /// In hexadecimal, as bytes of a body would show it.
    public static final String BYTES = "53 45 43 52 45 54";

    public static final String RULES = """
            masks:
              - name: owner
                field: owner
              - name: amounts
                field: amount
              - name: balances
                field: balance
              - name: grades
                field: grade
              - name: who
                header: actor
              - name: streams
                header: stream
              - name: ids
                header: eventId
              - name: words
                pattern: 'SECRET-[A-Z0-9]+'
            """;

    private static final Instant START = Instant.parse("2025-03-01T09:00:00Z");

    private Canary() {}

    public static String stream(int number) {
        return "account-" + WORD + "S" + number;
    }

    static FakeStore open(String location) {
        var events = new ArrayList<FakeEvent>();
        var snapshots = new ArrayList<StoredSnapshot>();
        for (int stream = 1; stream <= 3; stream++) {
            Fields state = Fields.EMPTY;
            for (int i = 0; i < 8; i++) {
                boolean broken = stream == 1 && i == 5;
                Fields body = body(stream, i);
                StateValue data = broken
                        ? new Opaque("not JSON near " + WORD + "REASON", 30, "{\"owner\": \"" + WORD + "PREVIEW\", ")
                        : body;
                if (!broken) {
                    for (var entry : body.entries()) {
                        state = state.with(entry.getKey(), entry.getValue());
                    }
                }
                events.add(event(stream, i, data, state, events.size()));
                if (i == 3) {
                    Fields graded = state.with("grade", new Text(NUMBER + "A"));
                    Fields stored = stream == 1 ? graded.with("owner", new Text(WORD + "STORED")) : graded;
                    snapshots.add(new StoredSnapshot(
                            stream(stream),
                            "account",
                            i + 1,
                            "AccountState",
                            Optional.of(START.plusSeconds(60L * i)),
                            ByteSlice.ofText(StateText.pretty(stored)),
                            "table snapshots",
                            Optional.empty()));
                }
            }
        }
        return new FakeStore(location, events, snapshots);
    }

    private static Fields body(int stream, int i) {
        return Fields.of("owner", new Text(WORD + "OWNER" + stream + i))
                .with("amount", Num.parse(NUMBER + "." + stream + i))
                .with("balance", Num.parse(NUMBER + i + ".00"))
                .with("memo", new Text("paid to " + WORD + "MEMO" + i + " today"))
                .with("status", new Text(i % 2 == 0 ? "open" : "closed"));
    }

    private static FakeEvent event(int stream, int i, StateValue data, StateValue after, int before) {
        Fields metadata = Fields.of("user", new Text(WORD + "USER" + i))
                .with("correlationId", new Text(WORD + "CAUSE" + i));
        var header = new Event(
                stream(stream),
                "account",
                OptionalLong.of(i + 1),
                Optional.of(Position.of(before + 1)),
                Optional.of(WORD + "ID" + before),
                i == 0 ? "AccountOpened" : "MoneyDeposited",
                Optional.of(START.plusSeconds(60L * before)),
                ByteSlice.ofText(data instanceof Opaque broken ? broken.preview() : StateText.pretty(data)),
                ByteSlice.ofText(StateText.pretty(metadata)),
                Optional.empty());
        return new FakeEvent(header, data, metadata, after);
    }
}
