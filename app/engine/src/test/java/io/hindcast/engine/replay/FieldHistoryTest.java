package io.hindcast.engine.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.engine.fold.MergeFold;
import io.hindcast.engine.history.MemorySource;
import io.hindcast.engine.payload.StandardPayloads;
import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.Text;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class FieldHistoryTest {
    private static StreamHistory history(String... bodies) {
        var source = new MemorySource();
        for (int i = 0; i < bodies.length; i++) {
            source.event("order-1", i, "Said", at(i).toString(), bodies[i]);
        }
        return new HistoryLoader(source, new StandardPayloads())
                .load("order-1", new MergeFold(), Progress.SILENT, Cancellation.never());
    }

    private static Instant at(int minute) {
        return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(60L * minute);
    }

    private static FieldPattern field(String text) {
        return FieldPattern.parse(text);
    }

    private static FieldChange change(int index, String path, String before, String after) {
        return new FieldChange(index, FieldPath.parse(path), new Text(before), new Text(after));
    }

    @Test
    void the_newest_change_comes_first() {
        var fields = history("{\"a\": \"x\"}", "{\"b\": \"z\"}", "{\"a\": \"y\"}").fields();

        assertThat(fields.changes(field("/a"), 0, 2, 10))
                .containsExactly(
                        change(2, "/a", "x", "y"),
                        new FieldChange(0, FieldPath.parse("/a"), Absent.ABSENT, new Text("x")));
        assertThat(fields.changes(field("/a"), 0, 1, 10)).hasSize(1);
        assertThat(fields.changes(field("/a"), 0, 2, 1)).containsExactly(change(2, "/a", "x", "y"));
    }

    @Test
    void a_change_above_the_field_is_told_as_the_field_s_own() {
        var fields = history("{\"a\": {\"b\": \"x\", \"c\": 1}}", "{\"a\": null}").fields();

        assertThat(fields.changes(field("/a/b"), 0, 1, 10))
                .containsExactly(
                        new FieldChange(1, FieldPath.parse("/a/b"), new Text("x"), Absent.ABSENT),
                        new FieldChange(0, FieldPath.parse("/a/b"), Absent.ABSENT, new Text("x")));
    }

    @Test
    void a_star_finds_the_field_in_every_item() {
        var fields = history(
                        "{\"lines\": [{\"sku\": \"x\"}]}",
                        "{\"lines\": [{\"sku\": \"x\"}, {\"sku\": \"y\"}]}",
                        "{\"lines\": [{\"sku\": \"x\"}, {\"sku\": \"z\"}]}")
                .fields();

        assertThat(fields.changes(field("/lines/*/sku"), 1, 2, 10))
                .containsExactly(
                        change(2, "/lines/1/sku", "y", "z"),
                        new FieldChange(1, FieldPath.parse("/lines/1/sku"), Absent.ABSENT, new Text("y")));
    }

    @Test
    void the_next_and_the_previous_change_are_found_from_anywhere() {
        var fields = history("{\"a\": 1}", "{\"b\": 1}", "{\"a\": 2}", "{\"b\": 2}").fields();

        assertThat(fields.nextChange(field("/a"), StreamHistory.BEFORE_FIRST)).isEqualTo(OptionalInt.of(0));
        assertThat(fields.nextChange(field("/a"), 0)).isEqualTo(OptionalInt.of(2));
        assertThat(fields.nextChange(field("/a"), 2)).isEmpty();
        assertThat(fields.previousChange(field("/a"), 3)).isEqualTo(OptionalInt.of(2));
        assertThat(fields.previousChange(field("/a"), 2)).isEqualTo(OptionalInt.of(0));
        assertThat(fields.previousChange(field("/a"), 0)).isEmpty();
    }

    @Test
    void a_curve_keeps_the_least_and_the_most_of_each_column() {
        var fields = history("{\"a\": 5}", "{\"a\": -0.5}", "{\"a\": 7}", "{\"b\": 1}").fields();

        var curve = fields.curve(FieldPath.parse("/a"), 0, 3, 2);

        assertThat(curve.columns())
                .containsExactly(
                        new Curve.Column(0, 1, 2, values("-0.5", "5", "-0.5")),
                        new Curve.Column(2, 3, 1, values("-0.5", "7", "7")));
    }

    @Test
    void a_curve_over_folded_time_gives_columns_where_the_axis_says() {
        var fields = history("{\"a\": 1}", "{\"a\": 2}", "{\"a\": 3}", "{\"a\": 4}").fields();

        var even = fields.curve(FieldPath.parse("/a"), at(0), at(3), 2);
        var folded = fields.curve(FieldPath.parse("/a"), at(0), at(3), time -> time.isAfter(at(0)) ? 0.9 : 0, 2);

        assertThat(even.columns()).extracting(Curve.Column::lastIndex).containsExactly(1, 3);
        assertThat(folded.columns()).extracting(Curve.Column::lastIndex).containsExactly(0, 3);
    }

    @Test
    void a_curve_over_time_carries_the_value_through_empty_columns() {
        var fields = history("{\"b\": 5}", "{\"a\": 2}", "{\"a\": \"none\"}", "{\"a\": 9}").fields();

        var curve = fields.curve(FieldPath.parse("/a"), at(0), at(9), 9);

        assertThat(curve.columns()).hasSize(9);
        assertThat(curve.columns().get(0).values()).isEmpty();
        assertThat(curve.columns().get(1).values()).isEqualTo(values("2", "2", "2"));
        assertThat(curve.columns().get(2).values())
                .isEqualTo(Optional.of(new Curve.Values(Num.of(2), Num.of(2), Optional.empty())));
        assertThat(curve.columns().get(8)).isEqualTo(new Curve.Column(3, 3, 0, values("9", "9", "9")));
    }

    private static Optional<Curve.Values> values(String least, String most, String last) {
        return Optional.of(new Curve.Values(Num.parse(least), Num.parse(most), Optional.of(Num.parse(last))));
    }
}
