package io.hindcast.desktop.fake;

import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateText;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import io.hindcast.event.ByteSlice;
import io.hindcast.event.Event;
import io.hindcast.event.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Stores that strain a window: long names, other scripts, a single event, very many of them.
public final class Oddities {
    /// A name as machines make them.
    public static final String LONG =
            "kundenkontokorrentbewirtschaftung-mandant-0000000000000000000017-filiale-zuerich-bahnhofstrasse-konto-CH93-0076-2011-6238-5295-7-unterkonto-000000001";

    /// Written from right to left.
    public static final String HEBREW = "חשבון-עובר-ושב-0017";

    /// A stream of one event.
    public static final String SINGLE = "single-1";

    private static final Instant START = Instant.parse("2026-03-28T22:30:00Z");
    private static final String LONG_TYPE =
            "com.example.banking.accounting.domain.model.events.CustomerAccountOverdraftLimitTemporarilyExtendedByBranchManagerV2";
    private final List<FakeEvent> events = new ArrayList<>();

    private Oddities() {}

    public static FakeStore open() {
        var odd = new Oddities();
        for (int i = 0; i < 12; i++) {
            odd.add(LONG, "kundenkontokorrentbewirtschaftung", i + 1, i == 0 ? "AccountOpened" : LONG_TYPE, i, longState(i));
            odd.add(HEBREW, "חשבון", i + 1, i % 2 == 0 ? "הופקד כסף" : "נמשך כסף", i, hebrewState(i));
        }
        odd.add(SINGLE, "single", 1, "Once", 3, Fields.EMPTY.with("said", new Text("once")));
        return new FakeStore("odd.db", odd.events, List.of());
    }

    /// @param count events, all of one stream
    public static FakeStore large(int count) {
        var odd = new Oddities();
        StateValue state = Fields.EMPTY.with("balance", Num.parse("17.25"));
        for (int i = 0; i < count; i++) {
            odd.add("stream-large", "stream", i + 1, i % 7 == 0 ? "FeeCharged" : i % 3 == 0 ? "Withdrawn" : "Deposited", i, state);
        }
        return new FakeStore("large.db", odd.events, List.of());
    }

    private static StateValue longState(int i) {
        return Fields.EMPTY
                .with("aFieldWhoseNameIsLongerThanAnyColumnThatCouldEverBeShownForIt", new Text("short"))
                .with("amount", Num.parse("123456789012345678901234567890123456789012345678901234.0" + i))
                .with("negative", Num.parse("-0.000000000000000000000000000000" + (i + 1)))
                .with("text", new Text("Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung ".repeat(12) + i))
                .with("lines", new Text("one\ntwo\r\nthree\u0000\u0007\u202Eterces"))
                .with("nothing", Null.NULL)
                .with("empty", new Text(""))
                .with("list", new Items(List.of(Num.of(i), Bool.of(true), Items.EMPTY, Fields.EMPTY)));
    }

    private static StateValue hebrewState(int i) {
        return Fields.EMPTY
                .with("שם", new Text("אברהם כהן (Cohen) " + i))
                .with("יתרה", Num.parse("-1234.5" + i))
                .with("arabic", new Text("حساب جاري رقم ٠٠١٧ – CHF " + i))
                .with("mixed", new Text("IBAN \u2066CH93 0076\u2069 של לקוח"));
    }

    private void add(String stream, String category, long version, String type, int minutes, StateValue state) {
        var metadata = Fields.of(Map.of(
                "user", new Text(stream.equals(LONG) ? "a-service-account-with-a-very-long-name@subdivision.example.com" : "דוד"),
                "correlationId", new Text("c-" + minutes)));
        var header = new Event(
                stream,
                category,
                OptionalLong.of(version),
                Optional.of(Position.of(events.size() + 1L)),
                Optional.of("e-" + events.size()),
                type,
                Optional.of(START.plus(Duration.ofMinutes(17L * minutes))),
                ByteSlice.ofText(StateText.pretty(state)),
                ByteSlice.ofText(StateText.pretty(metadata)),
                Optional.empty());
        events.add(new FakeEvent(header, state, metadata, state));
    }
}
