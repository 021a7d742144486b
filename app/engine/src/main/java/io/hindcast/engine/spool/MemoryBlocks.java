package io.hindcast.engine.spool;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Blocks on the heap.
final class MemoryBlocks implements Blocks {
    private final Map<Long, byte[]> blocks = new ConcurrentHashMap<>();
    private long next;

    @Override
    public long append(byte[] bytes, int length) {
        blocks.put(next, Arrays.copyOf(bytes, length));
        return next++;
    }

    @Override
    public byte[] read(long offset, int length) throws IOException {
        byte[] block = blocks.get(offset);
        if (block == null) {
            throw new IOException("the copy of the bodies was let go");
        }
        return block;
    }

    @Override
    public void close() {
        blocks.clear();
    }
}
