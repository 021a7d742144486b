package io.hindcast.desktop.timeline;

import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.event.Bookmark;
import io.hindcast.event.EventPage;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;

/// A bank's year and a half, made up: busy days, quiet nights and week-ends, twelve families of streams.
final class Histories {
    private static final List<String> FAMILIES = List.of(
            "account", "loan", "invoice", "payment", "customer", "card", "mandate", "ledger", "transfer", "limit",
            "statement", "dispute");
    private static final List<String> TYPES = List.of(
            "PaymentPosted", "InterestAccrued", "AccountOpened", "FeeCharged", "MandateSigned", "LimitRaised",
            "InvoiceIssued", "CardBlocked", "StatementSent", "AddressChanged");
    private static final Instant START = Instant.parse("2025-01-01T06:00:00Z");
    private static final long SPAN = 546L * 86_400;

    private Histories() {}

    static HeaderIndex bank(long seed, int events) {
        var random = new Random(seed);
        var index = new HeaderIndex();
        double step = (double) SPAN / events;
        double second = 0;
        for (int done = 0; done < events; done += 1_000) {
            int rows = Math.min(1_000, events - done);
            var page = new EventPage.Builder(true, rows);
            for (int row = 0; row < rows; row++) {
                second += step * 2 * random.nextDouble();
                row(page, random, done + row, busy(START.plusMillis((long) (second * 1_000)), random));
            }
            index.append(page.build(new Bookmark(Integer.toString(done + rows))));
        }
        return index;
    }

    /// An office's year: working days from eight to six in Zurich, nothing in July and August, one night in February at work.
    static HeaderIndex office(long seed, int events) {
        var random = new Random(seed);
        var index = new HeaderIndex();
        var zone = ZoneId.of("Europe/Zurich");
        List<LocalDate> days = LocalDate.of(2025, 1, 6)
                .datesUntil(LocalDate.of(2025, 12, 20))
                .filter(day -> day.getDayOfWeek().getValue() < 6 && day.getMonthValue() != 7 && day.getMonthValue() != 8)
                .toList();
        int number = 0;
        for (LocalDate day : days) {
            int rows = Math.max(1, events / days.size());
            var page = new EventPage.Builder(true, rows);
            boolean night = day.equals(LocalDate.of(2025, 2, 12));
            long[] seconds = random.longs(rows, 0, (night ? 15 : 10) * 3_600L).sorted().toArray();
            for (long second : seconds) {
                ZonedDateTime at = day.atTime(8, 0).atZone(zone).plusSeconds(second);
                row(page, random, number++, at.toInstant());
            }
            index.append(page.build(new Bookmark(Integer.toString(number))));
        }
        return index;
    }

    private static void row(EventPage.Builder page, Random random, int number, Instant time) {
        int family = (int) (random.nextDouble() * random.nextDouble() * FAMILIES.size());
        int type = (int) (random.nextDouble() * random.nextDouble() * TYPES.size() + family * 0.7) % TYPES.size();
        int stream = (int) (random.nextDouble() * random.nextDouble() * 60);
        String name = FAMILIES.get(family);
        page.stream("%s-%04d".formatted(name, stream), name)
                .type(TYPES.get(type))
                .version(number)
                .position(0, number + 1);
        if (random.nextInt(2_000) != 0) {
            page.recordedAt(time);
        }
        page.endRow();
    }

    /// Nights and week-ends are thinned out by moving most of their events into the day before.
    private static Instant busy(Instant time, Random random) {
        ZonedDateTime at = time.atZone(ZoneOffset.UTC);
        boolean night = at.getHour() < 6 || at.getHour() > 20;
        boolean weekend = at.getDayOfWeek() == DayOfWeek.SATURDAY || at.getDayOfWeek() == DayOfWeek.SUNDAY;
        if (random.nextInt(8) == 0) {
            return time;
        }
        ZonedDateTime moved = weekend ? at.minusDays(2) : at;
        return (night ? moved.withHour(9 + random.nextInt(8)) : moved).toInstant();
    }
}
