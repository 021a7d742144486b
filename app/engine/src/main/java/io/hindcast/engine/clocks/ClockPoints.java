package io.hindcast.engine.clocks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// Events as points: across the local day on which they were recorded, up the day on which they hold. Columns, about 40
/// bytes an event; immutable. Days are counted from 1970-01-01 in the zone of the scan.
public final class ClockPoints {
    public static final ClockPoints NONE = new Builder(ZoneId.of("UTC")).build(true);

    private final ZoneId zone;
    private final int size;
    private final double[] recorded;
    private final int[] effective;
    private final int[] streams;
    private final int[] types;
    private final long[] versions;
    private final long[] seconds;
    private final int[] nanos;
    private final List<String> streamNames;
    private final List<String> typeNames;
    private final long undated;
    private final boolean complete;

    private ClockPoints(Builder builder, boolean complete) {
        this.zone = builder.zone;
        this.size = builder.size;
        this.recorded = Arrays.copyOf(builder.recorded, size);
        this.effective = Arrays.copyOf(builder.effective, size);
        this.streams = Arrays.copyOf(builder.streams, size);
        this.types = Arrays.copyOf(builder.types, size);
        this.versions = Arrays.copyOf(builder.versions, size);
        this.seconds = Arrays.copyOf(builder.seconds, size);
        this.nanos = Arrays.copyOf(builder.nanos, size);
        this.streamNames = List.copyOf(builder.streamOrdinals.keySet());
        this.typeNames = List.copyOf(builder.typeOrdinals.keySet());
        this.undated = builder.undated;
        this.complete = complete;
    }

    public int size() {
        return size;
    }

    /// Whose days are meant.
    public ZoneId zone() {
        return zone;
    }

    /// The local day of recording, with the time of day as a fraction; for drawing only.
    public double recordedDay(int point) {
        return recorded[point];
    }

    public LocalDate effectiveOn(int point) {
        return LocalDate.ofEpochDay(effective[point]);
    }

    /// The effective day since 1970-01-01.
    public int effectiveDay(int point) {
        return effective[point];
    }

    public Instant recordedAt(int point) {
        return Instant.ofEpochSecond(seconds[point], nanos[point]);
    }

    public String stream(int point) {
        return streamNames.get(streams[point]);
    }

    public String type(int point) {
        return typeNames.get(types[point]);
    }

    public OptionalLong version(int point) {
        return versions[point] == Long.MIN_VALUE ? OptionalLong.empty() : OptionalLong.of(versions[point]);
    }

    /// How many days after the day on which it holds the event was recorded; below 0 when it was recorded before.
    public int daysLate(int point) {
        return (int) Math.floor(recorded[point]) - effective[point];
    }

    /// Events that have no point, because they say neither when they were recorded nor when they hold.
    public long undated() {
        return undated;
    }

    /// Whether all events were read.
    public boolean isComplete() {
        return complete;
    }

    /// Fills columns; for one thread.
    static final class Builder {
        private final ZoneId zone;
        private int size;
        private double[] recorded = new double[256];
        private int[] effective = new int[256];
        private int[] streams = new int[256];
        private int[] types = new int[256];
        private long[] versions = new long[256];
        private long[] seconds = new long[256];
        private int[] nanos = new int[256];
        private final Map<String, Integer> streamOrdinals = new LinkedHashMap<>();
        private final Map<String, Integer> typeOrdinals = new LinkedHashMap<>();
        private long undated;

        Builder(ZoneId zone) {
            this.zone = zone;
        }

        void undated() {
            undated++;
        }

        void add(String stream, String type, OptionalLong version, Instant at, LocalDate day) {
            if (size == recorded.length) {
                grow();
            }
            LocalDateTime local = LocalDateTime.ofInstant(at, zone);
            recorded[size] = local.toLocalDate().toEpochDay() + local.toLocalTime().toNanoOfDay() / 86_400e9;
            effective[size] = Math.clamp(day.toEpochDay(), Integer.MIN_VALUE, Integer.MAX_VALUE);
            streams[size] = ordinal(streamOrdinals, stream);
            types[size] = ordinal(typeOrdinals, type);
            versions[size] = version.orElse(Long.MIN_VALUE);
            seconds[size] = at.getEpochSecond();
            nanos[size] = at.getNano();
            size++;
        }

        private static int ordinal(Map<String, Integer> ordinals, String name) {
            Integer known = ordinals.get(name);
            if (known == null) {
                known = ordinals.size();
                ordinals.put(name, known);
            }
            return known;
        }

        private void grow() {
            int room = size * 2;
            recorded = Arrays.copyOf(recorded, room);
            effective = Arrays.copyOf(effective, room);
            streams = Arrays.copyOf(streams, room);
            types = Arrays.copyOf(types, room);
            versions = Arrays.copyOf(versions, room);
            seconds = Arrays.copyOf(seconds, room);
            nanos = Arrays.copyOf(nanos, room);
        }

        int size() {
            return size;
        }

        ClockPoints build(boolean complete) {
            return new ClockPoints(this, complete);
        }
    }
}
