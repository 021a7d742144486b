package io.hindcast.bench.peer;

import java.io.IOException;

/// Something that loads one aggregate from its table and folds it.
interface Peer extends AutoCloseable {
    /// The state of a stream, as [Answer] writes it.
    String load(String stream) throws Exception;

    @Override
    void close() throws IOException;
}
