package io.hindcast.engine.timeline;

import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.engine.index.StreamEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
        private final List<String> labels = new ArrayList<>();
        private int[] keyOfStream = new int[64];
        private int streams;

        ByCategory(HeaderIndex index) {
            this.index = index;
        }

        @Override
        public void catchUp() {
            int known = index.streamCount();
            keyOfStream = known <= keyOfStream.length ? keyOfStream : Arrays.copyOf(keyOfStream, known * 2);
            for (; streams < known; streams++) {
                keyOfStream[streams] =
                        keys.computeIfAbsent(index.streamEntry(streams).category(), this::added);
            }
        }

        @Override
        public int count() {
            return labels.size();
        }

        @Override
        public int keyOf(int event) {
            return keyOfStream[index.stream(event)];
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
        private int streams;

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
        private List<String> names = List.of();

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
