package io.hindcast.audit.integrity;

import io.hindcast.event.EventPage;
import java.util.Arrays;
import java.util.BitSet;

/// Events without a body whose type otherwise has one: blanked, most likely. Known only when all events were seen.
final class Emptied {
    private final Examination examination;
    private final BitSet empty = new BitSet();
    private boolean[] hasBodies = new boolean[16];

    Emptied(Examination examination) {
        this.examination = examination;
    }

    void next(EventPage page, int row, int event) {
        if (page.data(row).isEmpty()) {
            empty.set(event);
            examination.eventIds().want(event);
            examination.eventIds().see(page, row, event);
            return;
        }
        int type = examination.index.type(event);
        if (type >= hasBodies.length) {
            hasBodies = Arrays.copyOf(hasBodies, type * 2);
        }
        hasBodies[type] = true;
    }

    void finish() {
        empty.stream()
                .filter(event -> {
                    int type = examination.index.type(event);
                    return type < hasBodies.length && hasBodies[type];
                })
                .forEach(event ->
                        examination.found(Check.REDACTIONS, event, Statement.of("redactions.empty")));
    }
}
