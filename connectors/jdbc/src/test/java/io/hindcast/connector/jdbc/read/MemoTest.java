package io.hindcast.connector.jdbc.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.event.ByteSlice;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MemoTest {
    private static final long SEED = 3;

    private final Memo<String> memo = new Memo<>();
    private final RawKey key = new RawKey();

    @Test
    void what_is_found_is_what_was_kept_for_the_same_bytes_whether_few_or_many() {
        var random = new Random(SEED);
        int found = 0;
        for (int i = 0; i < 200_000; i++) {
            String text = "x".repeat(random.nextInt(90)) + random.nextInt(300);
            String known = find(text);
            if (known == null) {
                keep(text);
            } else {
                found++;
                assertThat(known).as("seed %d", SEED).isEqualTo(text);
            }
        }
        assertThat(found).isGreaterThan(100_000);
    }

    @Test
    void nothing_and_an_empty_text_are_not_the_same() {
        key.clear();
        key.add(null);
        memo.keep(key, key.hash(), "nothing");

        assertThat(find("")).isNull();
    }

    @Test
    void keys_with_the_same_hash_code_are_told_apart() {
        keepUnder42("one");
        write("one, and more than a place of the memory holds, so that it is kept elsewhere than short ones are");

        assertThat(memo.find(key, 42)).isNull();

        memo.keep(key, 42, "long");
        assertThat(memo.find(key, 42)).isEqualTo("long");
        write("one");
        assertThat(memo.find(key, 42)).isEqualTo("one");
    }

    @Test
    void of_three_keys_with_the_same_hash_code_the_newest_and_one_more_are_known() {
        keepUnder42("one");
        keepUnder42("two");
        keepUnder42("three");

        assertThat(Stream.of("one", "two", "three").map(this::found).filter(Objects::nonNull))
                .hasSize(2)
                .contains("three");
    }

    private void keepUnder42(String text) {
        write(text);
        memo.keep(key, 42, text);
    }

    private @Nullable String found(String text) {
        write(text);
        return memo.find(key, 42);
    }

    private @Nullable String find(String text) {
        write(text);
        return memo.find(key, key.hash());
    }

    private void keep(String text) {
        write(text);
        memo.keep(key, key.hash(), text);
    }

    private void write(String text) {
        key.clear();
        key.add(ByteSlice.ofText(text));
    }
}
