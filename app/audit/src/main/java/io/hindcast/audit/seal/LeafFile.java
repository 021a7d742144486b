package io.hindcast.audit.seal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The leaf hashes of a tree while it is made, outside of the heap: 32 bytes a leaf in a file that goes when this is
/// closed. Written first, then read; for one thread.
final class LeafFile implements MerkleTree.Leaves, AutoCloseable {
    private final Path file;
    private final OutputStream out;
    private final Arena arena = Arena.ofShared();
    private MemorySegment bytes = MemorySegment.NULL;
    private long size;

    private LeafFile(Path file) throws IOException {
        this.file = file;
        out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    }

    /// In the folder where a seal will lie: there is room, or there is none for the seal either.
    static LeafFile in(Path folder) throws IOException {
        return new LeafFile(Files.createTempFile(folder, ".hindcast-leaves", ".part"));
    }

    static LeafFile temporary() throws IOException {
        return new LeafFile(Files.createTempFile("hindcast-leaves", ".part"));
    }

    void add(Hash leaf) throws IOException {
        out.write(leaf.bytes());
        size++;
    }

    /// To be called once, between writing and reading.
    LeafFile written() throws IOException {
        out.close();
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
        }
        return this;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public Hash at(long index) {
        return new Hash(bytes.asSlice(index * Hash.BYTES, Hash.BYTES).toArray(ValueLayout.JAVA_BYTE));
    }

    @Override
    public void close() throws IOException {
        out.close();
        arena.close();
        Files.deleteIfExists(file);
    }
}
