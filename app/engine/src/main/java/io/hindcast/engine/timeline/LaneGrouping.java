package io.hindcast.engine.timeline;

import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.engine.index.StreamEntry;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// What one lane of the timeline stands for. Another grouping is another implementation of [LaneKeys].
public enum LaneGrouping {
    CATEGORY {
        @Override
        public LaneKeys keys(HeaderIndex index) {
            return new ByCategory(index);
        }
    },
    STREAM {
        @Override
        public LaneKeys keys(HeaderIndex index) {
            return new ByStream(index);
        }
    },
    TYPE {
        @Override
        public LaneKeys keys(HeaderIndex index) {
            return new ByType(index);
        }
    };

    public abstract LaneKeys keys(HeaderIndex index);

    private static final class ByCategory implements LaneKeys {
        private final HeaderIndex index;
        private final Map<String, Integer> keys = new HashMap<>();
        private final List<String> labels = new CopyOnWriteArrayList<>();
        private volatile int[] keyOfStream = new int[64];
        private volatile int streams; // published behind the keys of these streams

        ByCategory(HeaderIndex index) {
            this.index = index;
        }

        @Override
        public void catchUp() {
            int known = index.streamCount();
            if (known > keyOfStream.length) {
                keyOfStream = Arrays.copyOf(keyOfStream, known * 2);
            }
            for (int stream = streams; stream < known; stream++) {
                keyOfStream[stream] =
                        keys.computeIfAbsent(index.streamEntry(stream).category(), this::added);
            }
            streams = known;
        }

        @Override
        public int count() {
            return labels.size();
        }

        @Override
        public int keyOf(int event) {
            int stream = index.stream(event);
            return stream < streams ? keyOfStream[stream] : Integer.MAX_VALUE;
        }

        @Override
        public String label(int key) {
            return labels.get(key);
        }

        @Override
        public long[] events() {
            long[] events = new long[labels.size()];
            for (int stream = 0; stream < streams; stream++) {
                events[keyOfStream[stream]] += index.streamEntry(stream).events();
            }
            return events;
        }

        private int added(String category) {
            labels.add(category);
            return labels.size() - 1;
        }
    }

    private static final class ByStream implements LaneKeys {
        private final HeaderIndex index;
        private volatile int streams;

        ByStream(HeaderIndex index) {
            this.index = index;
        }

        @Override
        public void catchUp() {
            streams = index.streamCount();
        }

        @Override
        public int count() {
            return streams;
        }

        @Override
        public int keyOf(int event) {
            return index.stream(event);
        }

        @Override
        public String label(int key) {
            return index.streamEntry(key).name();
        }

        @Override
        public long[] events() {
            long[] events = new long[streams];
            for (int stream = 0; stream < streams; stream++) {
                StreamEntry entry = index.streamEntry(stream);
                events[stream] = entry.events();
            }
            return events;
        }
    }

    private static final class ByType implements LaneKeys {
        private final HeaderIndex index;
        private volatile List<String> names = List.of();

        ByType(HeaderIndex index) {
            this.index = index;
        }

        @Override
        public void catchUp() {
            names = index.typeNames();
        }

        @Override
        public int count() {
            return names.size();
        }

        @Override
        public int keyOf(int event) {
            return index.type(event);
        }

        @Override
        public String label(int key) {
            return names.get(key);
        }

        @Override
        public long[] events() {
            long[] events = new long[names.size()];
            Arrays.setAll(events, index::eventsOfType);
            return events;
        }
    }
}
