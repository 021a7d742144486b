package io.hindcast.engine.spool;

import java.io.IOException;

/// Packed blocks by their offset. One thread appends, any number read.
sealed interface Blocks extends AutoCloseable permits FileBlocks, MemoryBlocks {
    /// Keeps the first bytes of an array.
    ///
    /// @return the offset to read them at
    long append(byte[] bytes, int length) throws IOException;

    byte[] read(long offset, int length) throws IOException;

    @Override
    void close() throws IOException;
}
