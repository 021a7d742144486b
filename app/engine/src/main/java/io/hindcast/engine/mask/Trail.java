package io.hindcast.engine.mask;

import java.util.List;

/// How far a path of a rule is matched by the steps from the root to here: bit n says that n of its steps are.
/// At most 62 steps.
final class Trail {
    static final int MOST_STEPS = 62;

    private final List<String> steps;
    private final long end;

    Trail(List<String> steps) {
        this.steps = steps;
        this.end = 1L << steps.size();
    }

    long start() {
        return closed(1L);
    }

    /// One step further; 0 when the rule cannot match anything below.
    long after(long here, String step) {
        long next = 0;
        for (int i = 0; i < steps.size(); i++) {
            if ((here & (1L << i)) != 0) {
                String wanted = steps.get(i);
                if (wanted.equals("**")) {
                    next |= 1L << i;
                } else if (wanted.equals("*") || wanted.equals(step)) {
                    next |= 1L << (i + 1);
                }
            }
        }
        return closed(next);
    }

    boolean isThere(long here) {
        return (here & end) != 0;
    }

    /// `**` may stand for no step at all.
    private long closed(long reached) {
        long all = reached;
        for (int i = 0; i < steps.size(); i++) {
            if ((all & (1L << i)) != 0 && steps.get(i).equals("**")) {
                all |= 1L << (i + 1);
            }
        }
        return all;
    }
}
