package io.hindcast.audit.integrity;

import io.hindcast.connector.SourceInfo.Capability;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.event.EventPage;

/// Gaps in versions and versions that stand twice.
final class Versions implements HeaderCheck {
    private final VersionOrder order;

    Versions(VersionOrder order) {
        this.order = order;
    }

    @Override
    public void run(Examination examination, Cancellation cancellation) {
        if (!order.isNumbered()) {
            examination.notApplicable(Check.VERSION_GAPS, Statement.of("reason.no-versions"));
            examination.notApplicable(Check.DUPLICATE_VERSIONS, Statement.of("reason.no-versions"));
            return;
        }
        boolean dense = examination.can(Capability.DENSE_VERSIONS);
        if (!dense) {
            examination.notApplicable(Check.VERSION_GAPS, Statement.of("reason.versions-may-skip"));
        }
        for (int stream : order.suspects().toArray()) {
            if (cancellation.isCancelled()) {
                return;
            }
            walk(examination, VersionOrder.byVersion(examination, stream), dense);
        }
        examination.finish(Check.VERSION_GAPS, Check.DUPLICATE_VERSIONS);
    }

    private static void walk(Examination examination, int[] events, boolean dense) {
        int before = -1;
        for (int event : events) {
            long version = examination.index.version(event);
            if (version == EventPage.NO_VERSION) {
                continue;
            }
            long last = before < 0 ? EventPage.NO_VERSION : examination.index.version(before);
            if (version == last) {
                examination.found(
                        Check.DUPLICATE_VERSIONS,
                        event,
                        Statement.of("duplicate-versions.twice", version));
            } else if (dense) {
                missing(examination, event, last, version);
            }
            before = event;
        }
    }

    private static void missing(Examination examination, int event, long last, long version) {
        if (last == EventPage.NO_VERSION) {
            if (version > 1) {
                examination.found(Check.VERSION_GAPS, event, Statement.of("version-gaps.begins", version));
            }
        } else if (version == last + 2) {
            examination.found(Check.VERSION_GAPS, event, Statement.of("version-gaps.one", last + 1));
        } else if (version > last + 2) {
            examination.found(
                    Check.VERSION_GAPS,
                    event,
                    Statement.of("version-gaps.many", last + 1, version - 1, version - last - 1));
        }
    }
}
