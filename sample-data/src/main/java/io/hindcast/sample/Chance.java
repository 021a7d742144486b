package io.hindcast.sample;

import java.util.List;
import java.util.UUID;

/// Seeded randomness with an algorithm of our own (SplitMix64), so that every machine and every Java draws the same.
final class Chance {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    Chance(long seed) {
        this.state = seed;
    }

    long bits() {
        state += GOLDEN_GAMMA;
        long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /// From 0 up to but not including the bound. The bias of the remainder is far below what anybody could see.
    int below(int bound) {
        return (int) Long.remainderUnsigned(bits(), bound);
    }

    /// Both ends included.
    int between(int least, int most) {
        return least + below(most - least + 1);
    }

    boolean percent(int percent) {
        return below(100) < percent;
    }

    /// Small numbers far more often than large ones.
    int skewedBelow(int bound) {
        return Math.min(below(bound), Math.min(below(bound), below(bound)));
    }

    <T> T of(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /// A random UUID of version 4.
    String uuid() {
        long high = (bits() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x4000L;
        long low = (bits() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }
}
