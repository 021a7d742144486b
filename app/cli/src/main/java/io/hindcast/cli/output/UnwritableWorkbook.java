package io.hindcast.cli.output;

import java.nio.file.Path;

/// A workbook could not be written to its end; the message is a sentence for people.
public final class UnwritableWorkbook extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnwritableWorkbook(Path file, Throwable cause) {
        super("%s could not be written: is there room, and may you write there?".formatted(file), cause);
    }
}
