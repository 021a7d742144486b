package io.hindcast.audit.integrity;

import io.hindcast.connector.EventCursor;
import io.hindcast.connector.ReadRequest;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.event.EventPage;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What the identities of all events tell when all are known: which stand twice, which causes are missing.
final class Identities {
    private final Examination examination;
    private final IdTable table;

    Identities(Examination examination, IdTable table) {
        this.examination = examination;
        this.table = table;
    }

    void finish(Cancellation cancellation) {
        if (!table.hasIds()) {
            examination.notApplicable(Check.DUPLICATE_IDS, Statement.of("reason.no-ids"));
        } else if (doubles(table.shared(), cancellation)) {
            examination.finish(Check.DUPLICATE_IDS);
        }
        causes();
    }

    private void causes() {
        if (!table.hasCauses() || !table.hasIds()) {
            examination.notApplicable(
                    Check.ORPHANED_CAUSATION,
                    Statement.of(table.hasIds() ? "reason.no-causation" : "reason.no-ids"));
            return;
        }
        BitSet orphans = table.orphans();
        long named = table.withCause();
        int missing = orphans.cardinality();
        if (missing * 2L >= named) {
            examination.notApplicable(
                    Check.ORPHANED_CAUSATION, Statement.of("reason.foreign-causes", missing, named));
            return;
        }
        orphans.stream()
                .forEach(event -> examination.found(
                        Check.ORPHANED_CAUSATION, event, Statement.of("orphaned-causation.missing")));
        examination.finish(Check.ORPHANED_CAUSATION);
    }

    /// Reads the texts of identities that seem to stand twice, in a second pass over the headers.
    ///
    /// @return whether it came through
    private boolean doubles(BitSet suspects, Cancellation cancellation) {
        if (suspects.isEmpty()) {
            return true;
        }
        var rows = new KnownRows(examination.index, examination.inventory);
        Map<String, Integer> first = new HashMap<>();
        try (EventCursor cursor = examination.store.source().read(ReadRequest.store(ReadRequest.Detail.HEADERS))) {
            for (Optional<EventPage> page = cursor.next(); page.isPresent() && !rows.isAtEnd(); page = cursor.next()) {
                if (cancellation.isCancelled()) {
                    return false;
                }
                compare(page.get(), rows.ordinals(page.get()), suspects, first);
            }
        }
        return true;
    }

    private void compare(EventPage page, int[] ordinals, BitSet suspects, Map<String, Integer> first) {
        for (int row = 0; row < ordinals.length; row++) {
            int event = ordinals[row];
            if (event == KnownRows.LATER || !suspects.get(event)) {
                continue;
            }
            page.id(row).ifPresent(id -> {
                Integer before = first.putIfAbsent(id, event);
                if (before != null) {
                    Place there = examination.place(before);
                    examination.found(
                            Check.DUPLICATE_IDS,
                            examination.place(event).withId(Optional.of(id)),
                            Statement.of("duplicate-ids.twice", there.stream(), examination.name(before)));
                }
            });
        }
    }
}
