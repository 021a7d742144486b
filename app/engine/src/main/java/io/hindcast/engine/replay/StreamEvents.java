package io.hindcast.engine.replay;

import io.hindcast.connector.SourceInfo;
import io.hindcast.engine.changelog.LogMemory;
import io.hindcast.engine.fold.EventReader;
import io.hindcast.engine.fold.FoldEvent;
import io.hindcast.engine.payload.CommonFields;
import io.hindcast.engine.payload.PayloadDecoder;
import io.hindcast.engine.state.StateValue;
import io.hindcast.event.Event;
import io.hindcast.event.EventPage;
import java.util.Arrays;
import java.util.List;

/// The events of one stream as pages of bytes, decoded when asked for.
final class StreamEvents {
    private final SourceInfo info;
    private final PayloadDecoder decoder;
    private final LogMemory memory;
    private final List<EventPage> pages;
    private final int[] firstOfPage;
    private final int size;

    StreamEvents(SourceInfo info, PayloadDecoder decoder, LogMemory memory, List<EventPage> pages) {
        this(info, decoder, memory, pages, Integer.MAX_VALUE);
    }

    private StreamEvents(
            SourceInfo info, PayloadDecoder decoder, LogMemory memory, List<EventPage> pages, int most) {
        this.info = info;
        this.decoder = decoder;
        this.memory = memory;
        this.pages = List.copyOf(pages);
        this.firstOfPage = new int[pages.size()];
        int count = 0;
        for (int i = 0; i < pages.size(); i++) {
            firstOfPage[i] = count;
            count += pages.get(i).size();
        }
        this.size = Math.min(count, most);
    }

    /// The first events only.
    StreamEvents first(int count) {
        return new StreamEvents(info, decoder, memory, pages, count);
    }

    /// What histories over these events are kept in.
    LogMemory memory() {
        return memory;
    }

    CommonFields commonFields() {
        return CommonFields.of(info);
    }

    int size() {
        return size;
    }

    Event event(int index) {
        int page = pageOf(index);
        return pages.get(page).event(index - firstOfPage[page]);
    }

    StateValue data(int index) {
        int page = pageOf(index);
        return decoder.decode(pages.get(page).data(index - firstOfPage[page]), info.data());
    }

    StateValue metadata(int index) {
        int page = pageOf(index);
        return decoder.decode(pages.get(page).metadata(index - firstOfPage[page]), info.metadata());
    }

    /// Reads events for a fold, one after the other; for one thread.
    EventReader reader() {
        return new EventReader(decoder, info.data(), info.metadata());
    }

    /// The event as a fold sees it; its values are read when the fold asks for them.
    FoldEvent forFold(int index, EventReader reader) {
        int page = pageOf(index);
        return reader.event(pages.get(page), index - firstOfPage[page]);
    }

    private int pageOf(int index) {
        int low = Arrays.binarySearch(firstOfPage, index);
        return low >= 0 ? low : -low - 2;
    }
}
