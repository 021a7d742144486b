package io.hindcast.connector.files;

import io.hindcast.connector.files.CsvRow.CellKind;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Takes records of one file apart. For one thread: a file makes a reader for everyone who asks.
sealed interface RowReader {
    Row row(byte[] bytes, int from, int to) throws BrokenRecord;

    /// @param suspicious whether the file holds bytes that are not UTF-8, so that each record has to be looked at
    record Json(JsonRow.Names names, boolean suspicious) implements RowReader {
        @Override
        public Row row(byte[] bytes, int from, int to) throws BrokenRecord {
            if (suspicious) {
                assertUtf8(bytes, from, to);
            }
            return JsonRow.of(bytes, from, to, names);
        }

        private static void assertUtf8(byte[] bytes, int from, int to) throws BrokenRecord {
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
            } catch (CharacterCodingException _) {
                throw new BrokenRecord("the text is not UTF-8");
            }
        }
    }

    /// @param columns the header
    /// @param kinds how the cells are written, one a column
    record Csv(List<String> columns, List<CellKind> kinds, char delimiter, Charset encoding) implements RowReader {
        @Override
        public CsvRow row(byte[] bytes, int from, int to) throws BrokenRecord {
            var cells = CsvRow.cells(new String(bytes, from, to - from, encoding), delimiter);
            if (cells.size() != columns.size()) {
                throw new BrokenRecord("%d cells under %d columns".formatted(cells.size(), columns.size()));
            }
            return new CsvRow(columns, cells, kinds);
        }
    }
}
