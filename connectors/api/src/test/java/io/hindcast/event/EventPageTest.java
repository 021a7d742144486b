package io.hindcast.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

class EventPageTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void bodies_come_out_as_they_went_in_however_long_they_are(long seed) {
        var random = new Random(seed);
        var page = new EventPage.Builder(false, 16, random.nextInt(1 << 20));
        List<byte[]> data = new ArrayList<>();
        List<byte[]> metadata = new ArrayList<>();
        int total = 0;
        for (int row = 0; row < 400; row++) {
            data.add(bytes(random));
            metadata.add(bytes(random));
            total += data.get(row).length + metadata.get(row).length;
            page.stream("s", "").type("T").data(data.get(row)).metadata(metadata.get(row));
            page.endRow();
        }
        assertThat(page.bodyBytes()).isEqualTo(total);
        var built = page.build(new Bookmark(""));

        for (int row = 0; row < 400; row++) {
            assertThat(built.data(row).copy()).as("row %d, seed %d", row, seed).isEqualTo(data.get(row));
            assertThat(built.metadata(row).copy()).as("row %d, seed %d", row, seed).isEqualTo(metadata.get(row));
        }
    }

    /// Mostly short ones, some that fill an array, some longer than one, and none at all.
    private static byte[] bytes(Random random) {
        int length =
                switch (random.nextInt(20)) {
                    case 0 -> 0;
                    case 1 -> BodyBytes.CHUNK;
                    case 2 -> random.nextInt(3 * BodyBytes.CHUNK);
                    default -> random.nextInt(4_000);
                };
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 16, 17, 99, 100, 101, 250})
    void rows_are_what_was_said_of_them_whether_fewer_or_more_came_than_expected(int rows) {
        var page = new EventPage.Builder(true, 100);
        for (int row = 0; row < rows; row++) {
            page.stream("s" + row % 7, "c").type("T" + row % 3).position(row / 10, row);
            if (row % 2 == 0) { // the others lack it, and must not have that of the row before
                page.version(row).recordedAt(row, row).id("e" + row).data(new byte[row]).trouble("odd " + row);
            }
            page.endRow();
        }
        var built = page.build(new Bookmark(""));

        assertThat(built.size()).isEqualTo(rows);
        for (int row = 0; row < rows; row++) {
            boolean even = row % 2 == 0;
            assertThat(built.stream(row) + built.type(row)).isEqualTo("s" + row % 7 + "T" + row % 3);
            assertThat(built.position(row)).contains(new Position(row / 10, row));
            assertThat(built.version(row)).isEqualTo(even ? row : EventPage.NO_VERSION);
            assertThat(built.recordedSecond(row)).isEqualTo(even ? row : EventPage.NO_TIME);
            assertThat(built.recordedNano(row)).isEqualTo(even ? row : 0);
            assertThat(built.id(row)).isEqualTo(even ? Optional.of("e" + row) : Optional.empty());
            assertThat(built.data(row).length()).isEqualTo(even ? row : 0);
            assertThat(built.trouble(row)).isEqualTo(even ? Optional.of("odd " + row) : Optional.empty());
        }
        assertThatThrownBy(() -> built.version(rows)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void no_array_behind_bodies_of_usual_length_is_large() {
        var page = new EventPage.Builder(false, 10_000, 100 * BodyBytes.CHUNK);
        for (int row = 0; row < 10_000; row++) {
            page.stream("s", "").type("T").data(new byte[500]).metadata(new byte[100]);
            page.endRow();
        }
        var built = page.build(new Bookmark(""));

        for (int row = 0; row < 10_000; row++) {
            assertThat(built.data(row).array()).hasSizeLessThanOrEqualTo(BodyBytes.CHUNK);
        }
    }

    @Test
    void a_uuid_is_an_id_in_its_usual_spelling() {
        var id = UUID.fromString("9e54d738-297f-47ae-b474-724a775b19bf");
        var page = new EventPage.Builder(false, 2);
        page.stream("s", "").type("T").id(id);
        page.endRow();
        page.stream("s", "").type("T").id(id.toString());
        page.endRow();
        page.stream("s", "").type("T");
        page.endRow();
        var built = page.build(new Bookmark(""));

        assertThat(built.id(0)).contains(id.toString()).isEqualTo(built.id(1));
        assertThat(built.uuid(0)).contains(id);
        assertThat(built.uuid(1)).isEmpty();
        assertThat(built.id(2)).isEmpty();
    }

    @Test
    void a_name_has_one_place_in_the_dictionary_whatever_its_hash_code() {
        var page = new EventPage.Builder(false, 16);
        List<EventPage.StreamName> names = new ArrayList<>();
        for (int row = 0; row < 5_000; row++) {
            String twin = Integer.toBinaryString(1 << 11 | row % 2_000).replace("0", "Aa").replace("1", "BB");
            names.add(new EventPage.StreamName(twin, "c" + row % 3));
            page.stream(twin, "c" + row % 3).type("T");
            page.endRow();
        }
        var built = page.build(new Bookmark(""));

        assertThat(built.streams()).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(
                names.stream().distinct().toList());
        for (int row = 0; row < 5_000; row++) {
            assertThat(built.streams().get(built.streamOrdinal(row))).isEqualTo(names.get(row));
        }
    }
}
