package io.hindcast.audit.report;

import java.nio.file.Path;

/// A file of evidence that travels with the report.
///
/// @param name its final name
/// @param file where it lies while the report is made
/// @param sha256 in hexadecimal
public record Attachment(String name, String mediaType, Path file, long bytes, String sha256) {}
