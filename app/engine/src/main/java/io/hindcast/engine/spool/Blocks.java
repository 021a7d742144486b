package io.hindcast.engine.spool;

import java.io.IOException;

/// Packed blocks by their offset. One thread appends, any number read.
public sealed interface Blocks extends AutoCloseable permits FileBlocks, MemoryBlocks {
    /// In a temporary file that only its owner may read, and that is gone when it is closed or the program ends.
    ///
    /// @throws IOException when no file can be made
    static Blocks inFile() throws IOException {
        return FileBlocks.create();
    }

    /// Keeps the first bytes of an array.
    ///
    /// @return the offset to read them at
    long append(byte[] bytes, int length) throws IOException;

    byte[] read(long offset, int length) throws IOException;

    @Override
    void close() throws IOException;
}
