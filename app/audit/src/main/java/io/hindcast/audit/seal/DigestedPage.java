package io.hindcast.audit.seal;

import io.hindcast.event.EventPage;
import java.util.stream.IntStream;

/// Hashes and traces of all events of a page, in its order; made by all processors.
final class DigestedPage {
    private static final int STRETCH = 512;

    private final EventPage page;
    private final Hash[] hashes;
    private final Trace[] traces;

    private DigestedPage(EventPage page) {
        this.page = page;
        hashes = new Hash[page.size()];
        traces = new Trace[page.size()];
    }

    static DigestedPage of(EventPage page) {
        var digested = new DigestedPage(page);
        IntStream.range(0, Math.ceilDiv(page.size(), STRETCH)).parallel().forEach(digested::digest);
        return digested;
    }

    private void digest(int stretch) {
        var text = new CanonicalEvent();
        int end = Math.min(page.size(), (stretch + 1) * STRETCH);
        for (int row = stretch * STRETCH; row < end; row++) {
            text.write(page, row);
            hashes[row] = new Hash(text.hash());
            traces[row] = Trace.of(page, row, text);
        }
    }

    EventPage page() {
        return page;
    }

    int size() {
        return hashes.length;
    }

    Hash hash(int row) {
        return hashes[row];
    }

    Trace trace(int row) {
        return traces[row];
    }
}
