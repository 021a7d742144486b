package io.hindcast.audit.template;

import io.hindcast.audit.report.Report;
import io.hindcast.audit.report.RowSpool;
import io.hindcast.engine.state.Fields;
import java.util.List;

/// The answer of a template.
///
/// @param counts what was read and where it went, for the manifest
/// @param controlTotals what a reader ties out, for the manifest
/// @param isComplete false when somebody stopped it
/// @param hasFindings whether there is something that a person must look at
/// @param spools what the rows lie in, closed with this
public record Gathered(
        Report report,
        Fields counts,
        Fields controlTotals,
        boolean isComplete,
        boolean hasFindings,
        List<RowSpool> spools)
        implements AutoCloseable {
    public Gathered {
        spools = List.copyOf(spools);
    }

    @Override
    public void close() {
        spools.forEach(RowSpool::close);
    }
}
