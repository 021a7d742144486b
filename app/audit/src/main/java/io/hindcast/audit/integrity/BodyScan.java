package io.hindcast.audit.integrity;

import io.hindcast.connector.EventCursor;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.SourceInfo;
import io.hindcast.engine.payload.EffectiveTime;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import io.hindcast.event.EventPage;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Reads every event once with body and metadata, with all processors; the next page is read while one is looked at.
/// What is found is put down in the order of the store, whatever thread found it.
final class BodyScan {
    private static final int WORKERS =
            Math.max(1, Runtime.getRuntime().availableProcessors() - 1);

    private final Examination examination;
    private final Emptied emptied;
    private final @Nullable IdTable ids;
    private final AtomicBoolean sawDay = new AtomicBoolean();
    private final ThreadLocal<Map<SourceInfo, Look>> looks = ThreadLocal.withInitial(IdentityHashMap::new);
    private long scanned;
    private long unreadable;

    private record Odd(int row, Check check, Statement evidence) {}

    BodyScan(Examination examination) {
        this.examination = examination;
        this.emptied = new Emptied(examination);
        this.ids = IdTable.fits(examination.inventory.events()) ? new IdTable(examination.inventory.events()) : null;
    }

    /// @throws io.hindcast.connector.ConnectorException when the store fails
    Coverage run(Progress progress, Cancellation cancellation) {
        var rows = new KnownRows(examination.index, examination.inventory);
        boolean complete = scan(rows, progress, cancellation);
        if (complete) {
            finish(cancellation);
        }
        long gone = complete ? examination.inventory.events() - scanned : rows.gone();
        return new Coverage(
                scanned,
                examination.inventory.events(),
                examination.inventory.streams(),
                unreadable,
                gone,
                rows.later(),
                examination.store.source().notRead(),
                complete && !cancellation.isCancelled());
    }

    private boolean scan(KnownRows rows, Progress progress, Cancellation cancellation) {
        try (EventCursor cursor = examination.store.source().read(ReadRequest.store(ReadRequest.Detail.FULL))) {
            Optional<EventPage> page = cursor.next();
            while (page.isPresent() && !rows.isAtEnd()) {
                if (cancellation.isCancelled()) {
                    return false;
                }
                EventPage here = page.get();
                int[] ordinals = rows.ordinals(here);
                List<CompletableFuture<List<Odd>>> parts = start(here, ordinals);
                try {
                    page = cursor.next();
                } finally {
                    put(here, ordinals, parts);
                }
                progress.advanced(scanned, examination.inventory.events());
            }
        }
        return true;
    }

    private List<CompletableFuture<List<Odd>>> start(EventPage page, int... ordinals) {
        int each = (page.size() + WORKERS - 1) / WORKERS;
        return IntStream.range(0, WORKERS)
                .mapToObj(worker -> CompletableFuture.supplyAsync(() ->
                        look(page, ordinals, Math.min(page.size(), worker * each), Math.min(page.size(), (worker + 1) * each))))
                .toList();
    }

    private List<Odd> look(EventPage page, int[] ordinals, int from, int to) {
        var odd = new ArrayList<Odd>();
        for (int row = from; row < to; row++) {
            if (ordinals[row] != KnownRows.LATER) {
                look(page, row, ordinals[row], odd);
            }
        }
        return odd;
    }

    private void look(EventPage page, int row, int event, List<Odd> odd) {
        if (ids != null) {
            IdTable table = ids;
            page.id(row).ifPresent(id -> table.id(event, id));
        }
        SourceInfo info = examination.store.infoOf(page.stream(row));
        looks.get()
                .computeIfAbsent(info, it -> new Look(examination.store.decoder(), it))
                .at(page, row, new Look.Sink() {
                    @Override
                    public void odd(Check check, Statement evidence) {
                        odd.add(new Odd(row, check, evidence));
                    }

                    @Override
                    public void cause(String id) {
                        if (ids != null) {
                            ids.cause(event, id);
                        }
                    }

                    @Override
                    public void day(EffectiveTime time) {
                        sawDay.setPlain(true);
                        late(page, row, time).ifPresent(evidence -> odd(Check.LATE_EFFECTIVE_DATES, evidence));
                    }
                });
    }

    private Optional<Statement> late(EventPage page, int row, EffectiveTime time) {
        LocalDate holds = time.date(examination.criteria.zone());
        return page.recordedAt(row)
                .map(instant -> instant.atZone(examination.criteria.zone()).toLocalDate())
                .filter(recorded -> ChronoUnit.DAYS.between(holds, recorded) > examination.criteria.lateDays())
                .map(recorded -> Statement.of(
                        "late-effective-dates.late", holds, recorded, ChronoUnit.DAYS.between(holds, recorded)));
    }

    private void put(EventPage page, int[] ordinals, List<CompletableFuture<List<Odd>>> parts) {
        int lastUnreadable = -1;
        for (CompletableFuture<List<Odd>> part : parts) {
            for (Odd odd : join(part)) {
                if (odd.check == Check.UNREADABLE && odd.row != lastUnreadable) {
                    unreadable++;
                    lastUnreadable = odd.row;
                }
                examination.found(odd.check, place(page, odd.row, ordinals[odd.row]), odd.evidence);
            }
        }
        for (int row = 0; row < ordinals.length; row++) {
            if (ordinals[row] != KnownRows.LATER) {
                scanned++;
                examination.eventIds().see(page, row, ordinals[row]);
                emptied.next(page, row, ordinals[row]);
            }
        }
    }

    private Place place(EventPage page, int row, int event) {
        return examination.place(event).withId(page.id(row));
    }

    private void finish(Cancellation cancellation) {
        emptied.finish();
        examination.finish(Check.UNREADABLE, Check.DUPLICATE_NAMES, Check.REDACTIONS, Check.LATE_EFFECTIVE_DATES);
        if (!sawDay.get()) {
            examination.notApplicable(Check.LATE_EFFECTIVE_DATES, Statement.of("reason.no-effective-dates"));
        }
        if (ids == null) {
            examination.notApplicable(Check.DUPLICATE_IDS, Statement.of("reason.no-memory"));
            examination.notApplicable(Check.ORPHANED_CAUSATION, Statement.of("reason.no-memory"));
        } else {
            new Identities(examination, ids).finish(cancellation);
        }
    }

    private static List<Odd> join(CompletableFuture<List<Odd>> part) {
        try {
            return part.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException mistake) {
                throw mistake;
            }
            throw e;
        }
    }
}
