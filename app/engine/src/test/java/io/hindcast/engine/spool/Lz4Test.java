package io.hindcast.engine.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class Lz4Test {
    private final Lz4 lz4 = new Lz4();

    @Test
    void what_was_packed_comes_out_again_whatever_it_is() {
        for (long seed = 0; seed < 2_000; seed++) {
            byte[] plain = bytes(new SplittableRandom(seed));

            assertThat(thereAndBack(plain)).as("seed %d", seed).isEqualTo(plain);
        }
    }

    /// Chance, runs, repetitions from near and far, of every length up to more than the 64 KB that a copy may reach back.
    private static byte[] bytes(SplittableRandom random) {
        byte[] bytes = new byte[random.nextInt(random.nextInt(20) == 0 ? 200_000 : 2_000)];
        int at = 0;
        while (at < bytes.length) {
            int length = Math.min(bytes.length - at, 1 + random.nextInt(random.nextInt(8) == 0 ? 5_000 : 40));
            switch (random.nextInt(3)) {
                case 0 -> {
                    for (int i = 0; i < length; i++) {
                        bytes[at + i] = (byte) random.nextInt(256);
                    }
                }
                case 1 -> Arrays.fill(bytes, at, at + length, (byte) random.nextInt(3));
                default -> {
                    int from = at == 0 ? 0 : random.nextInt(at);
                    for (int i = 0; i < length; i++) {
                        bytes[at + i] = bytes[from + i];
                    }
                }
            }
            at += length;
        }
        return bytes;
    }

    @Test
    void the_bytes_are_those_of_the_format() {
        byte[] plain = "abcabcabcabcabcabc-end-of-text".getBytes(StandardCharsets.UTF_8);
        byte[] packed = new byte[Lz4.room(plain.length)];

        int length = lz4.pack(plain, plain.length, packed);

        // three new bytes, fifteen copied from three back, then what is left
        assertThat(Arrays.copyOf(packed, 6)).isEqualTo(new byte[] {0x3B, 'a', 'b', 'c', 3, 0});
        assertThat(new String(packed, 7, length - 7, StandardCharsets.UTF_8)).isEqualTo("-end-of-text");
    }

    @Test
    void json_that_looks_alike_becomes_a_third() {
        var text = new StringBuilder();
        for (int i = 0; i < 256; i++) {
            text.append("{\"type\":\"MoneyDeposited\",\"account\":\"account-%d\",\"amount\":\"%d.%02d\"}"
                    .formatted(i * 7919 % 1000, i * 31, i % 100));
        }
        byte[] plain = text.toString().getBytes(StandardCharsets.UTF_8);

        assertThat(lz4.pack(plain, plain.length, new byte[Lz4.room(plain.length)])).isLessThan(plain.length / 3);
    }

    private byte[] thereAndBack(byte[] plain) {
        byte[] packed = new byte[Lz4.room(plain.length)];
        int length = lz4.pack(plain, plain.length, packed);
        byte[] back = new byte[plain.length];
        Lz4.unpack(Arrays.copyOf(packed, length), length, back);
        return back;
    }
}
