package io.hindcast.connector.jdbc.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hindcast.connector.SourceInfo.Capability;
import io.hindcast.event.EventField;
import io.hindcast.event.FieldLocation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayoutParserTest {
    private static final String WHOLE = """
        # A comment
        system       = books
        capabilities = dense-versions deletion-marks

        [recognise]
        table   = *_journal journal
        columns = book page what
        exactly = yes

        [events]
        stream          = {book}/{volume?}
        version         = {page}
        position        = {tx}, {nr}
        position@sqlite = {rowid}
        type            = {what} | after-last "." | before '"'
        recorded        = {body} | unzip | json "/at" | time iso
        data            = {body}
        data-format     = sniffed
        data-without    = at who

        [skip notes]
        when    = {what} is "Note"
        when    = {what} contains "draft" and {book} is not "main"
        because = notes are not events

        [snapshots]
        table           = same
        when            = {book} | before "-" contains ":copy"
        stream          = {book} | without ":copy"
        version         = {page}
        version-is-next = yes
        state           = {body}
        state-root      = /state
        place           = page {page} of {book}

        [fields]
        actor = data:/who metadata:/user
        """;

    private static final String JOINED = """
        system = books
        [recognise]
        table = entries
        [events]
        stream       = {book.name} or "(in no book)"
        stream-order = {page.nr}
        type         = {what?} or {kind} | before "-"
        metadata-with = {book.owner}, {at} | time utc
        horizon      = gaps
        horizon@sqlite = commits
        [join book]
        table  = books
        on     = {book.id} is {book_id} and {book.kind} is "b"
        needed = yes
        [join page]
        table = pages
        on    = {page.entry} | after "-" is {id}
        first = {page.nr}
        [join owner of snapshots]
        table = books
        on    = {owner.id} is {book_id}
        [skip copies]
        when    = {page.nr} is not {first_nr}
        because = they are copies
        """;

    @Test
    void a_layout_joins_tables() {
        var layout = LayoutParser.parse("books.layout", JOINED, "postgresql");

        assertThat(layout.joins()).extracting(Join::name).containsExactly("book", "page");
        assertThat(layout.joins().getFirst().needed()).isTrue();
        assertThat(layout.joins().getFirst().key()).isEqualTo(new Piece.Column("book.id", false));
        assertThat(layout.joins().getLast().first()).contains(new Piece.Column("page.nr", false));
        assertThat(layout.snapshotJoins()).extracting(Join::name).containsExactly("owner");
        assertThat(layout.events().stream().otherwise()).hasValueSatisfying(other ->
                assertThat(other.pieces()).containsExactly(new Piece.Literal("(in no book)")));
        assertThat(layout.events().type().otherwise()).hasValueSatisfying(other ->
                assertThat(other.steps()).containsExactly(new Step.Before("-")));
        assertThat(layout.events().streamOrder()).hasSize(1);
        assertThat(layout.events().metadataWith()).hasSize(2);
        assertThat(layout.skips().getFirst().when()).isInstanceOf(Condition.Differs.class);
    }

    @Test
    void a_layout_says_what_horizon_a_store_allows() {
        assertThat(LayoutParser.parse("books", JOINED, "postgresql").events().horizon()).isEqualTo(HorizonBasis.GAPS);
        assertThat(LayoutParser.parse("books", JOINED, "sqlite").events().horizon()).isEqualTo(HorizonBasis.COMMITS);
        assertThat(LayoutParser.parse("books", WHOLE, "sqlite").events().horizon()).isEqualTo(HorizonBasis.NONE);
    }

    @Test
    void a_layout_says_what_it_says() {
        var layout = LayoutParser.parse("books.layout", WHOLE, "postgresql");

        assertThat(layout.name()).isEqualTo("books");
        assertThat(layout.title()).isEqualTo("books");
        assertThat(layout.capabilities())
                .containsExactlyInAnyOrder(Capability.DENSE_VERSIONS, Capability.DELETION_MARKS);
        assertThat(layout.recognitions()).singleElement().satisfies(signs -> {
            assertThat(signs.tables()).containsExactly("*_journal", "journal");
            assertThat(signs.exactly()).isTrue();
        });
        assertThat(layout.events().stream().pieces())
                .containsExactly(
                        new Piece.Column("book", false), new Piece.Literal("/"), new Piece.Column("volume", true));
        assertThat(layout.events().position()).hasSize(2);
        assertThat(layout.events().type().steps()).containsExactly(new Step.AfterLast("."), new Step.Before("\""));
        assertThat(layout.events().recorded().orElseThrow().timeForm()).contains(TimeForm.ISO);
        assertThat(layout.events().dataShape().without()).containsExactly("at", "who");
        assertThat(layout.fields())
                .containsEntry(EventField.ACTOR, List.of(FieldLocation.data("/who"), FieldLocation.metadata("/user")));
    }

    @Test
    void rules_and_snapshots_are_understood() {
        var layout = LayoutParser.parse("books.layout", WHOLE, "postgresql");

        assertThat(layout.skips()).singleElement().satisfies(skip -> {
            assertThat(skip.what()).isEqualTo("notes");
            assertThat(skip.when())
                    .isInstanceOfSatisfying(
                            Condition.Any.class,
                            any -> assertThat(any.parts())
                                    .hasExactlyElementsOfTypes(Condition.Is.class, Condition.All.class));
        });
        assertThat(layout.snapshots().orElseThrow()).satisfies(snapshots -> {
            assertThat(snapshots.isInEventTable()).isTrue();
            assertThat(snapshots.versionIncludes()).isEqualTo(1);
            assertThat(snapshots.place().orElseThrow().columns()).hasSize(2);
        });
    }

    @Test
    void a_line_for_one_dialect_replaces_the_line_for_all() {
        assertThat(LayoutParser.parse("books.layout", WHOLE, "sqlite").events().position())
                .containsExactly(new Value(List.of(new Piece.Column("rowid", false)), List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[events] ~ stream|3|expected 'key = value'",
                "[evens]|2|'evens' is no heading",
                "[events|2|a heading ends with ]",
                "[events] ~ stream = book|3|expected a column in braces",
                "[events] ~ stream = {book|3|never closed",
                "[events] ~ stream = {}|3|without a name",
                "[events] ~ stream = {a} ~ type = {b} ! upper|4|'upper' is no step",
                "[events] ~ stream = {a} ~ type = {b} ! before x|4|in quotes",
                "[events] ~ stream = {a} ~ type = {b} ! json 'x'|4|begins with /",
                "[events] ~ stream = {a} ~ type = {b} ~ recorded = {c}|5|must end in a time step",
                "[events] ~ stream = {a} ~ type = {b} ~ recorded = {c} ! time never|5|'never' is no way",
                "[events] ~ stream = {a} ~ type = {b} ~ position = {c}, {d}, {e}|5|at most two",
                "[events] ~ stream = {a} ~ type = {b} ~ colour = {c}|5|'colour' has no meaning",
                "[events] ~ stream = {a} ~ type =|4|nothing stands behind",
                "[recognise] ~ table = a ~ merge = all|4|is tables or rows",
                "[events] ~ stream = {a} ~ type = {b} ! named 'x'|4|is written \"value=name\"",
                "[events] ~ stream = {a}|2|needs a line 'type",
                "[events] ~ stream = {a} ~ type = {b} ~ [skip x] ~ when = {a} has 'x'|6|expected 'is' or 'contains'",
                "[events] ~ stream = {a} ~ type = {b} ~ [skip x] ~ because = y|5|'when' is missing",
                "[events] ~ stream = {a} ~ type = {b} ~ [fields] ~ actor = who|6|data:/by",
                "[events] ~ stream = {a} ~ type = {b} ~ [events] ~ stream = {a} ~ type = {b}|1|more than once"
            })
    void a_mistake_is_told_with_its_line(String lines, int line, String what) {
        String text = "system = x\n" + lines.replace(" ~ ", "\n").replace('!', '|') + "\n[recognise]\ntable = t\n";

        assertThatThrownBy(() -> LayoutParser.parse("mine.layout", text, "h2"))
                .isInstanceOf(LayoutException.class)
                .hasMessageStartingWith("mine.layout, line " + line + ":")
                .hasMessageContaining(what);
    }

    @Test
    void tables_that_are_read_as_one_and_whole_rows_are_understood() {
        var layout = LayoutParser.parse(
                "x.layout",
                """
                system = x
                [recognise]
                table = *_aud
                merge = rows
                [events]
                stream   = {row_kind}/{row_key}
                position = {no}
                position-in-table = yes
                type     = {op} | named "0=added" '1=a=b'
                data     = {row_data}
                metadata = {info.*}
                [join info]
                table = info
                on    = {info.no} is {no}
                """,
                "h2");

        assertThat(layout.recognitions().getFirst().merge()).isEqualTo(Recognition.Merge.ROWS);
        assertThat(layout.events().positionInTable()).isTrue();
        assertThat(layout.events().type().steps())
                .containsExactly(new Step.Named(Map.of("0", "added", "1", "a=b")));
        assertThat(layout.events().metadata().orElseThrow().columns()).allMatch(Piece.Column::isRest);
        assertThat(layout.events().columns().map(Piece.Column::name))
                .containsExactlyInAnyOrder("row_kind", "row_key", "op", "no", "row_data");
    }

    @Test
    void what_is_left_out_is_named() {
        assertThatThrownBy(() -> LayoutParser.parse("x.layout", "system = x", "h2"))
                .hasMessageContaining("[recognise]");
        assertThatThrownBy(() -> LayoutParser.parse(
                        "x.layout", "[recognise]\ntable = t\n[events]\nstream = {a}\ntype = {b}", "h2"))
                .hasMessageContaining("system");
    }

    @ParameterizedTest
    @CsvSource({
        "ISO, 2024-01-02T08:44:00.000710+00:00, 2024-01-02T08:44:00.000710Z",
        "ISO, 2024-01-02T08:44:00+02:00, 2024-01-02T06:44:00Z",
        "INSTANT, 2024-01-02 08:44:00.5+00:00, 2024-01-02T08:44:00.500Z",
        "UTC, 2024-01-02 08:44:00, 2024-01-02T08:44:00Z",
        "UTC, 2024-01-02 08:44:00.123456, 2024-01-02T08:44:00.123456Z",
        "UTC, 2024-01-02T08:44:00Z, 2024-01-02T08:44:00Z",
        "MILLIS, 1672646523527, 2023-01-02T08:02:03.527Z",
        "SECONDS, -62135596800, 0001-01-01T00:00:00Z",
        "MICROS, 1000001, 1970-01-01T00:00:01.000001Z"
    })
    void times_are_read_in_the_form_that_is_named(TimeForm form, String text, Instant instant) {
        assertThat(form.read(text)).isEqualTo(instant);
    }
}
