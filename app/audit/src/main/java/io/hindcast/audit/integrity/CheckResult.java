package io.hindcast.audit.integrity;

import java.util.List;

/// What came out of one check.
///
/// @param findings all of them, to be read page by page
public record CheckResult(Check check, Standing standing, FindingList findings) {
    /// How many findings serve as examples where there is no room for all.
    public static final int EXAMPLES = 5;

    /// The exact number of findings, also of those beyond the examples.
    public long total() {
        return findings.size();
    }

    /// The first few.
    public List<Finding> examples() {
        return findings.page(0, EXAMPLES);
    }
}
