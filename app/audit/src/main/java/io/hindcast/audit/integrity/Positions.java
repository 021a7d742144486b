package io.hindcast.audit.integrity;

import io.hindcast.connector.SourceInfo.Capability;
import io.hindcast.engine.work.Cancellation;

/// Gaps in positions: a defect where the system numbers without gaps; elsewhere, because transactions that are rolled
/// back leave some, only told.
final class Positions implements HeaderCheck {
    @Override
    public void run(Examination examination, Cancellation cancellation) {
        var index = examination.index;
        if (!index.isPositioned()) {
            examination.notApplicable(Check.POSITION_GAPS, Statement.of("reason.no-positions"));
            return;
        }
        boolean dense = examination.can(Capability.DENSE_POSITIONS);
        long gaps = 0;
        long missing = 0;
        for (int event = 1; event < examination.inventory.events(); event++) {
            if (HeaderCheck.stops(event, cancellation)) {
                return;
            }
            if (index.positionHigh(event) != 0) {
                examination.notApplicable(Check.POSITION_GAPS, Statement.of("reason.positions-of-two-parts"));
                return;
            }
            long last = index.positionLow(event - 1);
            long here = index.positionLow(event);
            if (here > last + 1) {
                gaps++;
                missing += here - last - 1;
                if (dense) {
                    examination.found(
                            Check.POSITION_GAPS,
                            event,
                            Statement.of("position-gaps.gap", last + 1, here - 1, here - last - 1));
                }
            }
        }
        if (!dense) {
            examination.notApplicable(Check.POSITION_GAPS, Statement.of("reason.positions-may-skip", gaps, missing));
        }
        examination.finish(Check.POSITION_GAPS);
    }
}
