package io.hindcast.connector.jdbc.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.event.ByteSlice;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SharedMemoTest {
    private final SharedMemo<String> memo = new SharedMemo<>();

    @Test
    void whoever_is_first_gives_all_others_their_object() {
        String first = new String("name");
        String second = new String("name");

        assertThat(keep("account-1", first)).isSameAs(first);
        assertThat(keep("account-1", second)).isSameAs(first);
        assertThat(find("account-1")).isSameAs(first);
    }

    @Test
    void keys_with_the_same_hash_code_are_told_apart() {
        var one = keyOf("one");
        var two = keyOf("two");
        memo.keep(one, 42, "one");
        assertThat(memo.find(two, 42)).isNull();
        memo.keep(two, 42, "two");

        assertThat(memo.find(one, 42)).isEqualTo("one");
        assertThat(memo.find(two, 42)).isEqualTo("two");
    }

    @Test
    void of_three_keys_with_the_same_hash_code_the_newest_and_one_more_are_known() {
        for (String text : List.of("one", "two", "three")) {
            memo.keep(keyOf(text), 42, text);
        }

        assertThat(Stream.of("one", "two", "three").filter(text -> memo.find(keyOf(text), 42) != null))
                .hasSize(2)
                .contains("three");
    }

    @Test
    void long_keys_that_begin_alike_are_told_apart() {
        String beginning = "x".repeat(60);
        memo.keep(keyOf(beginning + "1"), 42, "one");
        memo.keep(keyOf(beginning + "2"), 42, "two");

        assertThat(memo.find(keyOf(beginning + "1"), 42)).isEqualTo("one");
        assertThat(memo.find(keyOf(beginning + "2"), 42)).isEqualTo("two");
        assertThat(memo.find(keyOf(beginning + "3"), 42)).isNull();
        assertThat(memo.find(keyOf(beginning), 42)).isNull();
    }

    @Test
    void nothing_and_an_empty_text_and_texts_of_zeros_are_not_the_same() {
        var nothing = new RawKey();
        nothing.add(null);
        memo.keep(nothing, 42, "nothing");
        assertThat(memo.find(keyOf(""), 42)).isNull();
        memo.keep(keyOf("\0"), 42, "one zero");
        assertThat(memo.find(keyOf("\0\0"), 42)).isNull();

        assertThat(memo.find(nothing, 42)).isEqualTo("nothing");
        assertThat(memo.find(keyOf("\0"), 42)).isEqualTo("one zero");
    }

    @Test
    void a_key_that_is_written_anew_is_the_same_as_one_that_was_never_longer() {
        var key = new RawKey();
        key.add(ByteSlice.ofText("a name that is longer than thirty-two bytes are"));
        key.clear();
        key.add(ByteSlice.ofText("short"));

        assertThat(key.hash()).isEqualTo(keyOf("short").hash());
        memo.keep(keyOf("short"), 42, "short");
        assertThat(memo.find(key, 42)).isEqualTo("short");
    }

    @Test
    void what_is_supposed_is_what_is_remembered_under_the_hash_code() {
        keep("one", "one");
        keep("two", "two");
        int[] hashes = {keyOf("two").hash(), keyOf("three").hash(), keyOf("one").hash()};
        var supposed = new String[hashes.length];

        memo.suppose(hashes, hashes.length, supposed);

        assertThat(supposed).containsExactly("two", null, "one");
    }

    @Test
    void what_is_too_long_for_a_name_is_not_remembered() {
        String text = "x".repeat(5_000);

        assertThat(keep(text, "long")).isEqualTo("long");
        assertThat(find(text)).isNull();
    }

    @Test
    void of_many_names_most_are_remembered_and_none_is_mistaken() {
        int names = 100_000;
        IntStream.range(0, names).forEach(i -> keep("account-" + i, Integer.toString(i)));

        long known = IntStream.range(0, names)
                .filter(i -> find("account-" + i) != null)
                .peek(i -> assertThat(find("account-" + i)).isEqualTo(Integer.toString(i)))
                .count();

        assertThat(known).isGreaterThan(names * 8 / 10);
    }

    @Test
    void threads_that_grow_it_together_never_get_another_names_value() {
        long mistaken = IntStream.range(0, 8)
                .parallel()
                .mapToLong(thread -> {
                    long seed = 4711L + thread;
                    return new Random(seed)
                            .ints(50_000, 0, 20_000)
                            .filter(i -> !remembered("account-" + i).equals("account-" + i))
                            .count();
                })
                .sum();

        assertThat(mistaken).isZero();
    }

    private String remembered(String text) {
        var key = keyOf(text);
        return Objects.requireNonNullElseGet(memo.find(key, key.hash()), () -> memo.keep(key, key.hash(), text));
    }

    private String keep(String text, String value) {
        var key = keyOf(text);
        return memo.keep(key, key.hash(), value);
    }

    private @Nullable String find(String text) {
        var key = keyOf(text);
        return memo.find(key, key.hash());
    }

    private static RawKey keyOf(String text) {
        var key = new RawKey();
        key.add(ByteSlice.ofText(text));
        return key;
    }
}
