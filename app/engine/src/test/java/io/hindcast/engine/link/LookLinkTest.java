package io.hindcast.engine.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hindcast.engine.link.LookLink.Reading;
import io.hindcast.engine.link.LookMistake.Kind;
import io.hindcast.engine.replay.Moment;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.timeline.Axis;
import io.hindcast.event.Position;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LookLinkTest {
    private static final List<String> ODD = List.of(
            "", " ", ".", "..", "a/b", "a?b#c", "100%", "%41", "a+b", "a&at=v1", "=", "Kunde Müller", "注文-1", "😀", "\u202Eabc", "a\tb\nc",
            "\u0000", "\\\\host\\share", "C:\\data\\x.db", "stream", "ﬁ", "e\u0301", "\u00e9", "-1", "head", "account-CH93-0001");

    private static StoreLook read(String link) {
        return switch (LookLink.read(link)) {
            case Reading.Read(StoreLook look) -> look;
            case Reading.Misread(LookMistake mistake) -> throw new AssertionError(mistake.sentence());
        };
    }

    private static LookMistake misread(String link) {
        return switch (LookLink.read(link)) {
            case Reading.Read(StoreLook look) -> throw new AssertionError("read as " + look);
            case Reading.Misread(LookMistake mistake) -> mistake;
        };
    }

    @Test
    void a_look_with_everything_in_it_has_this_link() {
        var look = new StoreLook(
                "/data/ledger.mv.db",
                Optional.of("account/17"),
                Optional.of(new Moment.AtVersion(37)),
                Optional.of(new Moment.AtPosition(new Position(7, 12345))),
                Optional.of(LocalDate.parse("2026-03-31")),
                Optional.of(FieldPath.parse("/lines/0/amount")),
                Optional.of(ZoneId.of("Europe/Zurich")),
                Optional.of("ledger.folds.yaml"),
                Optional.of(Panel.HISTORY),
                Optional.of(Side.COMPARE),
                Optional.of("type: paid & more"),
                Optional.of(Axis.IDLE),
                Optional.of(new Stretch.OfTime(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-03-31T00:00:00.000001Z"))));

        assertThat(LookLink.of(look))
                .contains("hindcast://store/%2Fdata%2Fledger.mv.db/stream/account%2F17?at=v37&from=%237:12345&effective=2026-03-31"
                        + "&field=/lines/0/amount&zone=Europe/Zurich&fold=ledger.folds.yaml&panel=history&side=compare"
                        + "&filter=type:%20paid%20%26%20more&axis=idle&stretch=2026-03-01T00:00:00Z..2026-03-31T00:00:00.000001Z");
        assertThat(read(LookLink.of(look).orElseThrow())).isEqualTo(look);
    }

    @Test
    void the_store_alone_has_a_short_link() {
        assertThat(LookLink.of(StoreLook.at("sample:ledger"))).contains("hindcast://store/sample:ledger");
        assertThat(read("  hindcast://store/sample:ledger\n")).isEqualTo(StoreLook.at("sample:ledger"));
    }

    @Test
    void whatever_is_written_is_read_back_as_the_same_look() {
        for (int seed = 0; seed < 4_000; seed++) {
            StoreLook look = look(new Random(seed));

            String link = LookLink.of(look).orElseThrow();

            assertThat(read(link)).as("seed %d: %s", seed, link).isEqualTo(look);
            assertThat(link).as("seed %d", seed).matches("[!-~]+").doesNotContain("#");
            assertThat(LookLink.of(read(link))).as("seed %d", seed).contains(link);
        }
    }

    private static StoreLook look(Random random) {
        Optional<String> stream = some(random, name(random));
        boolean hasStream = stream.isPresent();
        Optional<Axis> axis = some(random, List.of(Axis.values()).get(random.nextInt(Axis.values().length)));
        return new StoreLook(
                "/data/" + name(random),
                stream,
                hasStream ? some(random, moment(random)) : Optional.empty(),
                hasStream ? some(random, moment(random)) : Optional.empty(),
                some(random, LocalDate.ofEpochDay(random.nextInt(-1_000_000, 1_000_000))),
                some(random, new FieldPath(random.ints(random.nextInt(4), 0, ODD.size()).mapToObj(ODD::get).toList())),
                some(random, List.of(ZoneId.of("UTC"), ZoneOffset.UTC, ZoneId.of("+02:00"), ZoneId.of("GMT+5"), ZoneId.of("Europe/Zurich"))
                        .get(random.nextInt(5))),
                some(random, "fold ü" + random.nextInt() + ".yaml"),
                some(random, List.of(Panel.values()).get(random.nextInt(Panel.values().length))),
                some(random, List.of(Side.values()).get(random.nextInt(Side.values().length))),
                some(random, name(random)),
                axis,
                some(random, stretch(random, axis.orElse(Axis.TIME))));
    }

    private static <T> Optional<T> some(Random random, T value) {
        return random.nextInt(4) == 0 ? Optional.empty() : Optional.of(value);
    }

    /// An odd name, or characters from everywhere.
    private static String name(Random random) {
        if (random.nextBoolean()) {
            return ODD.get(random.nextInt(ODD.size())) + ODD.get(random.nextInt(ODD.size()));
        }
        var name = new StringBuilder();
        random.ints(random.nextInt(12), 0, Character.MAX_CODE_POINT + 1)
                .filter(c -> Character.getType(c) != Character.SURROGATE)
                .forEach(name::appendCodePoint);
        return name.toString();
    }

    private static Moment moment(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> Moment.HEAD;
            case 1 -> new Moment.AtVersion(random.nextLong());
            case 2 -> new Moment.AtPosition(Position.of(random.nextLong()));
            case 3 -> new Moment.AtPosition(new Position(random.nextLong(), random.nextLong()));
            default -> new Moment.AtInstant(instant(random));
        };
    }

    private static Instant instant(Random random) {
        return Instant.ofEpochSecond(
                random.nextLong(Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond()), random.nextInt(1_000_000_000));
    }

    private static Stretch stretch(Random random, Axis axis) {
        if (axis != Axis.INDEX) {
            Instant one = instant(random);
            Instant other = instant(random);
            return one.isBefore(other) ? new Stretch.OfTime(one, other) : new Stretch.OfTime(other, one);
        }
        long one = random.nextLong();
        long other = random.nextLong();
        return new Stretch.OfOrder(Math.min(one, other), Math.max(one, other));
    }

    @Test
    void half_a_character_has_no_link() {
        var look = new StoreLook(
                "a.db", Optional.of("a\ud83d"), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        assertThat(LookLink.of(look)).isEmpty();
    }

    @Test
    void what_a_person_writes_without_percent_signs_is_read_too() {
        StoreLook look = read("HINDCAST://store/sample:ledger/stream/Kunde Müller+Sohn?at=2026-03-31&zone=Europe/Zurich");

        assertThat(look.stream()).contains("Kunde Müller+Sohn");
        assertThat(look.at()).contains(new Moment.AtInstant(Instant.parse("2026-03-31T21:59:59.999999999Z")));
    }

    @ParameterizedTest
    @CsvSource({
        "hindcast:ledger.db, NO_LINK, ''",
        "ledger.db, NO_LINK, ''",
        "hindcast://store/, NO_STORE, ''",
        "hindcast://store/?zone=UTC, NO_STORE, ''",
        "hindcast://store/a.db/streams/x, SHAPE, ''",
        "hindcast://store/a.db/stream/x/y, SHAPE, ''",
        "hindcast://store/a.db/stream/50%, PERCENT, %",
        "hindcast://store/a.db/stream/50%zz, PERCENT, %zz",
        "hindcast://store/a.db/stream/50%+1, PERCENT, %+1",
        "hindcast://store/a.db/stream/%FF, NO_TEXT, ''",
        "hindcast://store/a.db?asOf=v1, UNKNOWN, asOf",
        "hindcast://store/a.db?, UNKNOWN, ''",
        "hindcast://store/a.db?panel, NO_VALUE, panel",
        "hindcast://store/a.db?zone=UTC&zone=UTC, TWICE, zone",
        "hindcast://store/a.db/stream/x?at=37, MOMENT, 37",
        "hindcast://store/a.db/stream/x?at=v1&from=vx, MOMENT, vx",
        "hindcast://store/a.db?at=v1, NEEDS_STREAM, v1",
        "hindcast://store/a.db?effective=31.3.2026, DATE, 31.3.2026",
        "hindcast://store/a.db?zone=Zurich, ZONE, Zurich",
        "hindcast://store/a.db?fold=..%2Fx.yaml, FOLD, ../x.yaml",
        "hindcast://store/a.db?panel=home, PANEL, home",
        "hindcast://store/a.db?side=HISTORY, PANEL, HISTORY",
        "hindcast://store/a.db?axis=days%20on, AXIS, days on",
        "hindcast://store/a.db?axis=index&stretch=9..1, STRETCH, 9..1",
        "hindcast://store/a.db?stretch=1..9, STRETCH, 1..9",
        "hindcast://store/a.db?stretch=2026-03-01T00:00:00Z..7, STRETCH, 2026-03-01T00:00:00Z..7"
    })
    void what_is_wrong_is_said_exactly(String link, Kind kind, String about) {
        assertThat(misread(link)).isEqualTo(new LookMistake(kind, about));
        assertThat(misread(link).sentence()).contains(about);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "hindcast://store/postgres:%2F%2Fada:geheim@host%2Fbank",
        "hindcast://store/jdbc:postgresql:%2F%2Fhost%2Fbank%3Fuser=ada&password=geheim",
        "hindcast://store/jdbc:postgresql:%2F%2Fhost%2Fbank%3Fpassword=geheim",
        "hindcast://store/postgres://ada:geheim@host/bank",
        "hindcast://store/postgres:%2F%2Fada:geheim%FF@host%2Fbank"
    })
    void a_password_is_neither_followed_nor_repeated(String link) {
        assertThat(misread(link).sentence()).doesNotContain("geheim");
    }

    @Test
    void a_look_with_a_password_cannot_be_made() {
        assertThatThrownBy(() -> StoreLook.at("postgres://ada:geheim@host/bank"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("geheim");
    }

    @Test
    void control_characters_of_a_link_are_not_repeated() {
        assertThat(misread("hindcast://store/a.db?zone=%1B[31mred").sentence()).doesNotContain("\u001b").contains("·[31mred");
    }
}
