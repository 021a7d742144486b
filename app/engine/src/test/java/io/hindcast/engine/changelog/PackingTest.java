package io.hindcast.engine.changelog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class PackingTest {
    @Test
    void what_was_packed_comes_back() {
        var packing = new Packing();
        for (long seed = 0; seed < 400; seed++) {
            RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            byte[] source = bytes(random);
            int length = source.length == 0 ? 0 : random.nextInt(source.length) + 1;

            byte[] packed = packing.pack(source, length);

            assertThat(Packing.unpack(packed, length))
                    .as("seed %d", seed)
                    .isEqualTo(Arrays.copyOf(source, length));
        }
    }

    /// Runs of one byte, repetitions near and farther away than a reference reaches, and noise.
    private static byte[] bytes(RandomGenerator random) {
        byte[] bytes = new byte[random.nextInt(4) == 0 ? random.nextInt(200_000) : random.nextInt(600)];
        int letters = 1 + random.nextInt(200);
        for (int i = 0; i < bytes.length; ) {
            int run = Math.min(bytes.length - i, 1 + random.nextInt(400));
            int from = random.nextInt(i + 1);
            boolean again = random.nextBoolean() && from + run <= i;
            for (int j = 0; j < run; j++) {
                bytes[i + j] = again ? bytes[from + j] : (byte) random.nextInt(letters);
            }
            i += run;
        }
        return bytes;
    }

    @Test
    void bodies_that_look_alike_take_a_fraction_of_their_bytes() {
        var text = new StringBuilder();
        for (int i = 0; i < 256; i++) {
            text.append("{\"accountId\":\"account-%06d\",\"amount\":%d.10,\"currency\":\"CHF\"}".formatted(i * 7, i));
        }
        byte[] bytes = text.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);

        assertThat(new Packing().pack(bytes, bytes.length).length).isLessThan(bytes.length / 3);
    }
}
