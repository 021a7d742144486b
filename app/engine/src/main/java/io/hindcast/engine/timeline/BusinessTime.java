package io.hindcast.engine.timeline;

import io.hindcast.engine.timeline.FoldedTime.Stretch;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// Folds week-ends, and nights if wished, on the clock of a zone. A Saturday, a Sunday or one side of a night in which there
/// is an event stays open; neighbours that are folded become one break.
///
/// @param zone whose clock and calendar count
/// @param nights whether nights are folded, too
record BusinessTime(ZoneId zone, boolean nights) {
    private static final LocalTime MORNING = LocalTime.of(6, 0);
    private static final LocalTime EVENING = LocalTime.of(20, 0);
    private static final long HOUR = 3_600_000_000L; // so wide is each break
    private static final long LONGEST = 200L * 366 * 24 * HOUR; // histories beyond are not folded

    FittedScale fold(Population population) {
        if (population.isEmpty() || population.last() - population.first() > LONGEST) {
            return new FittedScale(TimeScale.TIME, population.events(), 0, -1);
        }
        LocalDate firstDay = day(population.first());
        LocalDate lastDay = day(population.last());
        List<Stretch> quiet = quiet(firstDay, lastDay).stream()
                .filter(it -> it.from() > population.first() && it.to() <= population.last())
                .toList();
        BitSet busy = busy(population, quiet);
        var folds = new ArrayList<Stretch>();
        for (int i = 0; i < quiet.size(); i++) {
            if (!busy.get(i)) {
                add(folds, quiet.get(i));
            }
        }
        long high = quiet(lastDay, lastDay.plusDays(7)).stream()
                .mapToLong(Stretch::from)
                .filter(from -> from > population.last())
                .findFirst()
                .orElse(population.last());
        return new FittedScale(FoldedTime.of(folds, HOUR), population.events(), micros(start(firstDay)), high - 1);
    }

    /// Adds a stretch behind others; one that begins where the last one ends makes that longer.
    private static void add(List<Stretch> folds, Stretch next) {
        boolean joins = !folds.isEmpty() && folds.getLast().to() == next.from();
        folds.add(joins ? new Stretch(folds.removeLast().from(), next.to()) : next);
    }

    /// Which of the stretches have an event.
    private static BitSet busy(Population population, List<Stretch> quiet) {
        long[] from = quiet.stream().mapToLong(Stretch::from).toArray();
        long[] to = quiet.stream().mapToLong(Stretch::to).toArray();
        var busy = new BitSet(from.length);
        population.forEach(micros -> {
            int found = Arrays.binarySearch(from, micros);
            int last = found < 0 ? -found - 2 : found;
            if (last >= 0 && micros < to[last]) {
                busy.set(last);
            }
        });
        return busy;
    }

    /// What might be folded from one day to another, both inclusive, in order.
    private List<Stretch> quiet(LocalDate first, LocalDate last) {
        var quiet = new ArrayList<Stretch>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            if (isWeekend(day)) {
                quiet.add(stretch(start(day), start(day.plusDays(1))));
            } else if (nights) {
                quiet.add(stretch(start(day), day.atTime(MORNING).atZone(zone)));
                quiet.add(stretch(day.atTime(EVENING).atZone(zone), start(day.plusDays(1))));
            }
        }
        return quiet.stream().filter(it -> it.to() - it.from() > HOUR).toList();
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static Stretch stretch(ZonedDateTime from, ZonedDateTime to) {
        return new Stretch(micros(from), micros(to));
    }

    private ZonedDateTime start(LocalDate day) {
        return day.atStartOfDay(zone);
    }

    private LocalDate day(long micros) {
        return LocalDate.ofInstant(Instant.EPOCH.plus(micros, ChronoUnit.MICROS), zone);
    }

    private static long micros(ZonedDateTime time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time.toInstant());
    }
}
