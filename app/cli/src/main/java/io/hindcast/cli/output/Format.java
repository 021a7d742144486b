package io.hindcast.cli.output;

/// How an answer is written.
public enum Format {
    TABLE,
    JSON,
    NDJSON,
    CSV
}
