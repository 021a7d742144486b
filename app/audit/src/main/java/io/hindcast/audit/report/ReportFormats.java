package io.hindcast.audit.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The formats that are installed: those that need nothing, and those handed in.
public final class ReportFormats {
    private static final List<ReportFormat> EVIDENCE = List.of(new CsvFormat(), new JsonFormat());

    private final List<ReportFormat> all;

    /// @param further formats that need a library
    public ReportFormats(List<ReportFormat> further) {
        this.all = Stream.concat(
                        Stream.concat(EVIDENCE.stream(), Stream.of(new HtmlFormat(), new XlsxFormat())),
                        further.stream())
                .toList();
    }

    public List<String> ids() {
        var ids = new ArrayList<>(all.stream().map(ReportFormat::id).toList());
        ids.sort(null);
        return ids;
    }

    public Optional<ReportFormat> named(String id) {
        return all.stream().filter(format -> format.id().equals(id)).findFirst();
    }

    /// The formats that a second run is compared with.
    public List<ReportFormat> evidence() {
        return EVIDENCE;
    }
}
