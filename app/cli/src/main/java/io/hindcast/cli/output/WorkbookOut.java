package io.hindcast.cli.output;

import io.hindcast.engine.mask.AnswerMask;
import io.hindcast.engine.session.WholeFile;
import io.hindcast.engine.state.Fields;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// Where the rows of an answer go when a workbook is wanted instead of text: a file that is not there yet, because a store
/// must never be written over.
public final class WorkbookOut implements Appendable, Masked {
    private final Path file;
    private final Fields about;
    private final AnswerMask mask;

    /// @param about what was asked, for the sheet behind the rows
    public WorkbookOut(Path file, Fields about, AnswerMask mask) {
        this.mask = mask;
        this.file = file;
        this.about = about;
    }

    @Override
    public AnswerMask mask() {
        return mask;
    }

    /// Begins the file.
    SheetRows rows(List<String> columns) {
        try {
            if (Files.exists(file)) {
                throw new FileAlreadyExistsException(file.toString());
            }
            Path part = WholeFile.beside(file);
            return new SheetRows(file, part, Files.newOutputStream(part, StandardOpenOption.CREATE_NEW), columns, about);
        } catch (IOException e) {
            throw new UnwritableWorkbook(file, e);
        }
    }

    @Override
    public Appendable append(CharSequence text) {
        throw new IllegalStateException("a workbook takes rows");
    }

    @Override
    public Appendable append(CharSequence text, int start, int end) {
        return append(text);
    }

    @Override
    public Appendable append(char c) {
        return append(String.valueOf(c));
    }
}
