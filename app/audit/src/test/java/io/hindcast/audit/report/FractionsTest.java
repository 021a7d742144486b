package io.hindcast.audit.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.audit.report.Column.Kind;
import io.hindcast.audit.report.Cover.Language;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class FractionsTest {
    private static Fractions fractions(Language language, StateValue... values) throws IOException {
        var table = Table.of(
                "totals",
                List.of(Column.of("field", Kind.NAME), Column.of("sum", Kind.AMOUNT)),
                List.of(values).stream().map(value -> List.<StateValue>of(new Text("/balance"), value)).toList());
        return Fractions.of(new ReportTexts(language, ZoneOffset.UTC), table, 100);
    }

    @Test
    void a_number_lacks_the_digits_that_the_longest_fraction_has_more() throws IOException {
        Fractions german = fractions(Language.DE, Num.parse("1"), Num.parse("-2000.5"), Num.parse("0.125"));

        assertThat(german.lacking(1, Num.parse("1"))).isEqualTo(",125");
        assertThat(german.lacking(1, Num.parse("-2000.5"))).isEqualTo("25");
        assertThat(german.lacking(1, Num.parse("0.125"))).isEmpty();
    }

    @Test
    void the_title_of_a_column_of_words_stands_at_the_left_though_it_could_hold_numbers() throws IOException {
        assertThat(fractions(Language.EN, new Text("a"), new Text("b"), Num.of(1)).isTitleRight(1)).isFalse();
        assertThat(fractions(Language.EN, Num.of(1), Num.of(2), new Text("a")).isTitleRight(1)).isTrue();
        assertThat(fractions(Language.EN, Num.of(1)).isTitleRight(0)).isFalse();
    }
}
