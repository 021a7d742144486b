package io.hindcast.bench.run;

import io.hindcast.bench.data.Checksum;
import io.hindcast.bench.data.H2Store;
import io.hindcast.bench.data.LinesFile;
import io.hindcast.bench.data.Mended;
import io.hindcast.bench.data.PostgresStore;
import io.hindcast.bench.data.Reading;
import io.hindcast.bench.data.SqliteStore;
import io.hindcast.bench.measure.Agreement;
import io.hindcast.bench.measure.Contest;
import io.hindcast.bench.measure.Report;
import io.hindcast.bench.measure.Section;
import io.hindcast.bench.measure.Timings;
import io.hindcast.bench.measure.Verdict;
import io.hindcast.connector.EventSource;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.tck.postgresql.LocalPostgres;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Reading a whole store, all of it or headers only, beside the barest loop over the same rows.
public final class Scans {
    private static final long GOAL_EVENTS = 5_000_000;
    /// MiB, as the goals say.
    private static final int SERVER_HEAP = 600;
    private static final int FILE_HEAP = 512;

    private final Plan plan;
    private final boolean forGoals;
    private final int warmups;
    private final Section full;
    private final Section headers;
    private final Section first;
    private final List<Verdict> verdicts = new ArrayList<>();
    private List<Timings> sqlite = List.of();

    public Scans(Plan plan) {
        this(plan, "", Plan.WARMUPS, false);
    }

    private Scans(Plan plan, String where, int warmups, boolean forGoals) {
        this.plan = plan;
        this.warmups = warmups;
        this.forGoals = forGoals;
        this.full = new Section(
                "Reading a whole store" + where,
                "All columns of all events through the connector, beside the barest loop over the same rows in the same"
                        + " round. *Against the limit* is the rate as a part of the limit's, by rounds; 1 is the limit"
                        + " itself.",
                "store",
                "reader",
                "ms, median (least–most)",
                "1,000 events/s",
                "MB/s",
                "against the limit");
        this.headers = new Section(
                "Headers only, into the index" + where,
                "What opening a store does before the timeline is there: headers read and put into the index. Beside it"
                        + " the limit and the full read of the table above, same rounds.",
                "store",
                "ms, median (least–most)",
                "1,000 events/s",
                "against the limit",
                "times as fast as the full read",
                "index, bytes an event");
        this.first = new Section(
                "First rows" + where,
                "From the wish to open a store to the first page of its headers: connected, recognised, proven to be"
                        + " read-only, %,d rows read. Nothing is counted and no table read whole before them."
                                .formatted(ReadRequest.DEFAULT_PAGE_SIZE),
                "store",
                "ms, median (least–most)");
    }

    /// Stores as large as the goals want them, and of the contenders those that the goals name.
    public static Scans large(Plan plan) {
        Plan large = plan.ofLargeStores();
        return new Scans(large, ", %,d events".formatted(large.size().events()), 1, true);
    }

    public Report run() throws Exception {
        Files.createDirectories(plan.scratch());
        var mended = new Checksum();
        Mended.generate(
                plan.size(),
                event -> mended.add(
                        event.stream(),
                        event.version(),
                        event.type(),
                        event.recordedAt(),
                        event.data(),
                        event.metadata()));
        postgres(mended);
        sqlite(mended);
        h2(mended);
        if (forGoals) {
            full.note("Contenders, limits and what was compared before timing as in the section for fewer events; one round"
                    + " before counting as warming up, then %d counted.".formatted(plan.rounds()));
            return new Report(List.of(full, headers, first), verdicts);
        }
        lines(mended);
        full.note("Compared before timing: number of events, streams, versions, types, times, and every byte of body and"
                + " metadata, against the generator (jsonb: headers, and the length of all bodies as the server counts"
                + " it; NDJSON: metadata are assembled by the connector and not compared; H2: headers, because its one"
                + " unreadable body is mended in the other stores).");
        full.note("Limits: PostgreSQL `COPY … TO STDOUT (FORMAT BINARY)` drained by the driver and thrown away; SQLite"
                + " and H2 a plain JDBC loop over all columns with bodies as bytes (H2 by pages of a key); NDJSON the"
                + " file read into a buffer and not looked at. NDJSON includes opening the file, H2 too.");
        return new Report(List.of(full, headers, first), verdicts);
    }

    private void postgres(Checksum mended) throws Exception {
        try (var server = LocalPostgres.start()) {
            var text = PostgresStore.write(server, false, plan.size());
            var jsonb = PostgresStore.write(server, true, plan.size());
            try (var textSource = text.open();
                    var jsonbSource = jsonb.open()) {
                same("PostgreSQL, text", mended, Checksum.of(textSource, Detail.FULL));
                var sum = Checksum.of(jsonbSource, Detail.FULL);
                Agreement.require("PostgreSQL, jsonb, headers", mended.headers(), sum.headers());
                Agreement.require("PostgreSQL, jsonb, length of bodies", jsonb.bodyBytes(), sum.bodyBytes());
                var one = contest(text, textSource).run();
                var other = contest(jsonb, jsonbSource).run();
                rows("PostgreSQL, text", one, text.drain(), textSource);
                rows("PostgreSQL, jsonb", other, jsonb.drain(), jsonbSource);
                firstRows("PostgreSQL, text", text::open);
                firstRows("PostgreSQL, jsonb", jsonb::open);
                judge(
                        one,
                        other,
                        Alone.opens(text.location(), LocalPostgres.ADMINISTRATOR, SERVER_HEAP, plan.size().events()));
            }
        }
    }

    /// The limit, the full read, the headers, headers and copy; then `psql`, where there is one.
    private Contest contest(PostgresStore store, EventSource source) {
        var contest = new Contest(warmups, plan.rounds())
                .with("COPY drained", store::drain)
                .with("Hindcast", () -> Reading.all(source, Detail.FULL))
                .with("headers", () -> indexed(source))
                .with("Hindcast, index and copy of the bodies", () -> Reading.copied(source));
        return Tool.of(store.psql())
                .map(psql -> contest.with("psql COPY", psql))
                .orElse(contest);
    }

    private void sqlite(Checksum mended) throws Exception {
        var store = SqliteStore.write(plan.scratch().resolve("bench.db"), plan.size());
        try (var source = store.open()) {
            same("SQLite", mended, Checksum.of(source, Detail.FULL));
            var contest = new Contest(warmups, plan.rounds())
                    .with("JDBC loop", store::loop)
                    .with("Hindcast", () -> Reading.all(source, Detail.FULL))
                    .with("headers", () -> indexed(source));
            var tool = Tool.of(List.of("sqlite3", store.file().toString(), "select * from ledger_event"));
            var timings = tool.map(work -> contest.with("sqlite3", work)).orElse(contest).run();
            rows("SQLite", timings, bytes(mended), source);
            sqlite = timings;
        }
        firstRows("SQLite", store::open);
    }

    private void h2(Checksum mended) throws Exception {
        var store = H2Store.write(plan.scratch().resolve("bench.mv.db"), plan.size());
        try (var source = store.open()) {
            Agreement.require("H2, headers", mended.headers(), Checksum.of(source, Detail.FULL).headers());
        }
        firstRows("H2", store::open);
        if (!forGoals) {
            h2Contest(store, mended);
        }
        judgeFiles(Alone.opens(store.file().toString(), "SA", FILE_HEAP, plan.size().events()));
    }

    private void h2Contest(H2Store store, Checksum mended) throws Exception {
        var timings = new Contest(warmups, plan.rounds())
                .with("JDBC loop", store::loop)
                .with("Hindcast", () -> {
                    try (var source = store.open()) {
                        return Reading.all(source, Detail.FULL);
                    }
                })
                .with("headers", () -> {
                    try (var source = store.open()) {
                        return indexed(source);
                    }
                })
                .run();
        try (var source = store.open()) {
            rows("H2", timings, bytes(mended), source);
        }
    }

    private void firstRows(String store, Supplier<EventSource> opener) throws Exception {
        var timings = new Contest(warmups, plan.rounds())
                .with(store, () -> {
                    try (var source = opener.get();
                            var cursor = source.read(ReadRequest.store(Detail.OUTLINE))) {
                        return cursor.next().orElseThrow().size();
                    }
                })
                .run();
        first.row(store, timings.getFirst().millis());
    }

    private void lines(Checksum mended) throws Exception {
        var file = LinesFile.write(plan.scratch().resolve("bench.ndjson"), plan.size());
        try (var source = file.open()) {
            var sum = Checksum.of(source, Detail.FULL);
            Agreement.require("NDJSON, headers", mended.headers(), sum.headers());
            Agreement.require("NDJSON, bodies", mended.bodies(), sum.bodies());
        }
        var timings = new Contest(warmups, plan.rounds())
                .with("bytes read", file::loop)
                .with("Hindcast", () -> {
                    try (var source = file.open()) {
                        return Reading.all(source, Detail.FULL);
                    }
                })
                .with("headers", () -> {
                    try (var source = file.open()) {
                        return indexed(source);
                    }
                })
                .run();
        try (var source = file.open()) {
            rows("NDJSON", timings, file.bytes(), source);
        }
    }

    private static long indexed(EventSource source) {
        var index = Reading.index(source);
        return index.size() + (long) index.streamCount();
    }

    private static void same(String store, Checksum expected, Checksum found) {
        Agreement.require(store + ", headers", expected.headers(), found.headers());
        Agreement.require(store + ", bodies", expected.bodies(), found.bodies());
        Agreement.require(store + ", metadata", expected.metadata(), found.metadata());
    }

    private static long bytes(Checksum sum) {
        return sum.bodyBytes();
    }

    /// @param timings limit, full read, headers, and what else was put beside them
    private void rows(String store, List<Timings> timings, long bytes, EventSource source) {
        long events = plan.size().events();
        Timings limit = timings.get(0);
        Timings all = timings.get(1);
        Timings heads = timings.get(2);
        full.row(store, limit.name(), limit.millis(), limit.thousandsASecond(events), limit.megabytesASecond(bytes), "1");
        full.row(
                store,
                "Hindcast",
                all.millis(),
                all.thousandsASecond(events),
                all.megabytesASecond(bytes),
                all.rateAgainst(limit));
        for (Timings more : timings.subList(3, timings.size())) {
            full.row(
                    store,
                    more.name(),
                    more.millis(),
                    more.thousandsASecond(events),
                    more.megabytesASecond(bytes),
                    more.rateAgainst(limit));
        }
        var index = Reading.index(source);
        headers.row(
                store,
                heads.millis(),
                heads.thousandsASecond(events),
                heads.rateAgainst(limit),
                heads.rateAgainst(all),
                Long.toString(index.columnBytes() / index.size()));
    }

    private boolean isWholeSize() {
        return plan.size().events() >= GOAL_EVENTS;
    }

    private void judge(List<Timings> text, List<Timings> jsonb, boolean fits) {
        Timings textLimit = text.size() > 4 ? text.get(4) : text.get(0);
        Timings jsonbLimit = jsonb.size() > 4 ? jsonb.get(4) : jsonb.get(0);
        String limit = text.size() > 4 ? "psql's COPY" : "one COPY drained by the driver";
        double textRate = text.get(3).medianRateAgainst(textLimit);
        double jsonbRate = jsonb.get(3).medianRateAgainst(jsonbLimit);
        boolean fast = textRate >= 0.9 && jsonbRate >= 1.3;
        verdicts.add(new Verdict(
                "P1",
                fast && fits && isWholeSize()
                        ? Verdict.Standing.REACHED
                        : fast && fits ? Verdict.Standing.IN_PART : Verdict.Standing.NOT_REACHED,
                "index and copy of the bodies %s (text) and %s (jsonb) of the rate of %s, %s and %s of the driver's; %s events in a heap of %d MiB: %s"
                        .formatted(
                                Timings.number(textRate),
                                Timings.number(jsonbRate),
                                limit,
                                Timings.number(text.get(3).medianRateAgainst(text.get(0))),
                                Timings.number(jsonb.get(3).medianRateAgainst(jsonb.get(0))),
                                events(),
                                SERVER_HEAP,
                                fits ? "yes" : "no")));
        double textTime = textLimit.medianRateAgainst(text.get(2));
        double jsonbTime = jsonbLimit.medianRateAgainst(jsonb.get(2));
        verdicts.add(Verdict.of(
                "P2",
                textTime <= 0.75 && jsonbTime <= 0.4,
                "headers indexed in %s (text) and %s (jsonb) of the time of %s"
                        .formatted(Timings.number(textTime), Timings.number(jsonbTime), limit)));
    }

    private void judgeFiles(boolean fits) {
        Timings limit = sqlite.size() > 3 ? sqlite.get(3) : sqlite.get(0);
        boolean fast = sqlite.get(1).medianRateAgainst(limit) >= 0.45 && sqlite.get(2).medianRateAgainst(limit) >= 0.45;
        verdicts.add(new Verdict(
                "P3",
                fast && fits && isWholeSize()
                        ? Verdict.Standing.REACHED
                        : fast && fits ? Verdict.Standing.IN_PART : Verdict.Standing.NOT_REACHED,
                "SQLite full read %s, headers into the index %s of the rate of %s; H2 with %s events in a heap of %d MiB: %s"
                        .formatted(
                                sqlite.get(1).rateAgainst(limit),
                                sqlite.get(2).rateAgainst(limit),
                                sqlite.size() > 3 ? "`sqlite3`" : "a bare JDBC loop",
                                events(),
                                FILE_HEAP,
                                fits ? "opened" : "not opened")));
    }

    private String events() {
        return "%,d".formatted(plan.size().events());
    }
}
