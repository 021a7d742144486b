package io.hindcast.engine.find;

import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.Text;
import java.util.List;
import java.math.BigDecimal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hindcast.engine.fold.FoldEvents;
import io.hindcast.engine.fold.TreeEditor;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Fields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PredicateTest {
    private static final Fields STATE = FoldEvents.object(
            "balance", FoldEvents.num("-12.50"),
            "limit", FoldEvents.num("20"),
            "exact", FoldEvents.num("0.1234567890123456789"),
            "big", FoldEvents.num("3544790567247868102"),
            "text", "12.50",
            "status", "CLOSED",
            "owner", FoldEvents.object("name", "Olga O'Neill"),
            "lines", FoldEvents.list(FoldEvents.object("qty", 3)));

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "balance < 0 ; TRUE",
                "balance<0 ; TRUE",
                "balance > 0 ; FALSE",
                "balance <= -12.5 ; TRUE",
                "balance = -12.50 ; TRUE",
                "balance == -1.25e1 ; TRUE",
                "exact = 0.1234567890123456789 ; TRUE",
                "exact = 0.1234567890123456788 ; FALSE",
                "big > 3544790567247868101 ; TRUE",
                "text = 12.5 ; TRUE",
                "status == 'CLOSED' ; TRUE",
                "status == \"CLOSED\" and balance != 0 ; TRUE",
                "status = CLOSED ; TRUE",
                "status != OPEN ; TRUE",
                "owner.name contains \"O'N\" ; TRUE",
                "/owner/name = \"Olga O'Neill\" ; TRUE",
                "lines is present ; TRUE",
                "/lines/0/qty >= 3 ; TRUE",
                "closedOn is missing ; TRUE",
                "closedOn = null ; TRUE",
                "closedOn != null ; FALSE",
                "status is not present ; FALSE",
                "balance + limit < 7.51 ; TRUE",
                "balance + limit < 7.5 ; FALSE",
                "balance > limit * -1 ; TRUE",
                "(balance + limit) * 2 = 15 ; TRUE",
                "balance > 0 or status = CLOSED ; TRUE",
                "balance > 0 and status = CLOSED or limit = 20 ; TRUE",
                "balance > 0 and (status = CLOSED or limit = 20) ; FALSE",
                "not (balance > 0) ; TRUE",
                "! balance > 0 && limit = 20 || limit = 7 ; TRUE",
                "nothing < 0 ; UNDECIDED",
                "not nothing < 0 ; UNDECIDED",
                "nothing < 0 and balance > 0 ; FALSE",
                "nothing < 0 or balance < 0 ; TRUE",
                "status < 0 ; UNDECIDED",
                "nothing = 1 ; FALSE",
                "nothing != 1 ; TRUE",
            })
    void a_condition_is_true_false_or_undecided(String text, Truth truth) throws Unclear {
        assertThat(Predicate.parse(text).of(new TreeEditor(STATE))).as(text).isEqualTo(truth);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "balance < ; 9 ; a value was expected",
                "balance ; 7 ; a comparison (=, !=, <, <=, >, >=, contains) or `is present` was expected",
                "balance << 0 ; 8 ; `<<` is no comparison (=, !=, <, <=, >, >=, contains)",
                "balance contain 'x' ; 8 ; `contain` is no comparison (=, !=, <, <=, >, >=, contains)",
                "balance < 0 adn a=1 ; 12 ; `adn` was not expected here",
                "status = 'x ; 9 ; the quote is never closed",
                "(balance < 0 ; 12 ; `)` was expected",
                "balance is big ; 11 ; `present` or `missing` was expected after `is`",
                "balance < ? ; 10 ; `?` is no value",
            })
    void a_mistake_has_its_place_and_its_sentence(String text, int offset, String reason) {
        var unclear = catchThrowableOfType(Unclear.class, () -> Predicate.parse(text));

        assertThat(unclear.offset()).isEqualTo(offset);
        assertThat(unclear.reason()).isEqualTo(reason);
    }

    @Test
    void near_words_are_suggested() {
        assertThat(catchThrowableOfType(Unclear.class, () -> Predicate.parse("a < 0 andd b < 0")).suggestion())
                .isEqualTo("did you mean `and`?");
        assertThat(catchThrowableOfType(Unclear.class, () -> Predicate.parse("a contain 'b'")).suggestion())
                .isEqualTo("did you mean `contains`?");
    }

    @Test
    void nesting_is_bounded() {
        assertThat(catchThrowableOfType(
                                Unclear.class, () -> Predicate.parse("(".repeat(5_000) + "a < 0" + ")".repeat(5_000)))
                        .reason())
                .contains("nested too deeply");
        assertThat(catchThrowableOfType(Unclear.class, () -> Predicate.parse("(".repeat(5_000) + "a")).reason())
                .isNotNull();
    }

    @Test
    void its_fields_and_bare_words_are_known() throws Unclear {
        var predicate = Predicate.parse("balance < overdraftLimit and /owner/name != x");

        assertThat(predicate.fields())
                .containsExactly(FieldPath.parse("balance"), FieldPath.parse("/owner/name"));
        assertThat(predicate.bareWords()).containsExactly("overdraftLimit", "x");
    }

    @Test
    void a_field_as_it_is_becomes_a_condition_that_holds() throws Unclear {
        var state = FoldEvents.object(
                "n", new BigDecimal("-12.50"), "t", "it's", "q", "a \"b\"", "b", true, "o", FoldEvents.object("x", 1));
        for (String name : List.of("n", "t", "q", "b", "o", "gone")) {
            var path = FieldPath.parse(name);
            String condition = Predicate.holding(path, state.at(path)).orElseThrow();
            assertThat(Predicate.parse(condition).of(new TreeEditor(state))).as(condition).isEqualTo(Truth.TRUE);
        }
    }

    @Test
    void what_conditions_cannot_spell_becomes_none() {
        assertThat(Predicate.holding(new FieldPath(List.of("a b")), Num.of(1))).isEmpty();
        assertThat(Predicate.holding(FieldPath.parse("a"), new Text("'\""))).isEmpty();
        assertThat(Predicate.holding(FieldPath.parse("a"), new Text("two\nlines"))).isEmpty();
    }
}
