package io.hindcast.audit.integrity;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What came out of a run over a store. Findings beyond the first few hundred of a check may lie in a temporary file,
/// which goes when this is closed.
///
/// @param results one for each check, in the order of [Check]
/// @param badges of the streams that have findings, by name
public record IntegrityResult(
        Inventory inventory, Criteria criteria, Coverage coverage, List<CheckResult> results, Map<String, Badge> badges)
        implements AutoCloseable {
    public IntegrityResult {
        results = List.copyOf(results);
        badges = Map.copyOf(badges);
    }

    @SuppressWarnings("EnumOrdinal") // one result for each check, in their order
    public CheckResult of(Check check) {
        return results.get(check.ordinal());
    }

    /// How many findings of this weight there are.
    public long total(Severity severity) {
        return results.stream()
                .filter(result -> result.check().severity() == severity)
                .mapToLong(CheckResult::total)
                .sum();
    }

    public Optional<Badge> badge(String stream) {
        return Optional.ofNullable(badges.get(stream));
    }

    @Override
    public void close() {
        results.forEach(result -> result.findings().close());
    }
}
