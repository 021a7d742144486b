package io.hindcast.cli;

import io.hindcast.audit.publish.Edition;
import io.hindcast.audit.report.Cover;
import io.hindcast.audit.report.Cover.Language;
import io.hindcast.audit.report.Cover.Status;
import io.hindcast.audit.report.ReportFormat;
import io.hindcast.audit.report.ReportFormats;
import io.hindcast.audit.template.ReportQuestion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How a report is to appear, and what people say on its cover.
final class ReportEditionOptions {
    private static final String ALL_ROWS = "all";

    @Option(names = "--out", paramLabel = "DIR", description = "Where the files go; made where it is missing.")
    @Nullable Path folder;

    @Option(names = "--name", paramLabel = "NAME", defaultValue = "", description = "Name of the files (the template's).")
    String name = "";

    @Option(
            names = "--format",
            paramLabel = "pdf,xlsx",
            split = ",",
            description = "pdf, xlsx, csv, json, html; several at once.")
    List<String> formats = new ArrayList<>();

    @Option(names = "--force", description = "Replace files of an earlier report.")
    boolean force;

    @Option(names = "--entity", paramLabel = "NAME", defaultValue = "", description = "Whose books these are.")
    String entity = "";

    @Option(names = "--engagement", paramLabel = "NAME", defaultValue = "", description = "The engagement.")
    String engagement = "";

    @Option(names = "--period", paramLabel = "TEXT", defaultValue = "", description = "The period under review, in words.")
    String period = "";

    @Option(names = "--preparer", paramLabel = "NAME", defaultValue = "", description = "Who prepares the report.")
    String preparer = "";

    @Option(names = "--reviewer", paramLabel = "NAME", defaultValue = "", description = "Who reviews it.")
    String reviewer = "";

    @Option(names = "--report-id", paramLabel = "TEXT", defaultValue = "", description = "What the working papers call it.")
    String reportId = "";

    @Option(names = "--conclusion", paramLabel = "TEXT", defaultValue = "", description = "What the preparer concludes.")
    String conclusion = "";

    @Option(names = "--status", paramLabel = "draft|final", defaultValue = "draft", description = "draft or final (draft).")
    Status status = Status.DRAFT;

    @Option(names = "--lang", paramLabel = "en|de", defaultValue = "en", description = "Language of the pages: en or de (en).")
    Language language = Language.EN;

    @Option(
            names = "--print-rows",
            paramLabel = "N|all",
            defaultValue = "2000",
            description = "How many rows of a table pages show (2000); files for machines have all.")
    String printedRows = "2000";

    @Option(names = "--bom", description = "Begin CSV files with a byte order mark, which some spreadsheets want.")
    boolean byteOrderMark;

    Edition of(ReportFormats known, ReportQuestion question) {
        if (folder == null) {
            throw new UsageException("Say where the files go with --out DIR.");
        }
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new UsageException("%s is a file, and --out names a folder: choose another.".formatted(folder));
        }
        String base = name.isBlank() ? question.template().id() : name;
        if (!base.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}_. -]{0,99}")) {
            throw new UsageException("--name takes letters, digits, dots, spaces, _ and -.");
        }
        return new Edition(
                folder,
                base,
                formats(known),
                known.evidence(),
                new Cover(entity, engagement, period, preparer, reviewer, reportId, status, conclusion, language),
                question.zone(),
                printedRows(),
                byteOrderMark);
    }

    private List<ReportFormat> formats(ReportFormats known) {
        if (formats.isEmpty()) {
            throw new UsageException("Say which files with --format: %s; several with commas."
                    .formatted(String.join(", ", known.ids())));
        }
        return formats.stream()
                .map(String::strip)
                .distinct()
                .map(id -> known.named(id)
                        .orElseThrow(() -> new UsageException("There is no report format %s; there are: %s."
                                .formatted(id, String.join(", ", known.ids())))))
                .toList();
    }

    private long printedRows() {
        if (printedRows.equals(ALL_ROWS)) {
            return Long.MAX_VALUE;
        }
        if (!printedRows.matches("\\d{1,9}")) {
            throw new UsageException("--print-rows takes a number, or all.");
        }
        return Long.parseLong(printedRows);
    }
}
