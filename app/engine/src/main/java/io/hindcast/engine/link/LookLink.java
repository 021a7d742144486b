package io.hindcast.engine.link;

import io.hindcast.engine.replay.Moment;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;

/// A look as a text: `hindcast://store/%2Fdata%2Fledger.mv.db/stream/account-17?at=v37&zone=Europe/Zurich`. What is written is
/// read back as the same look.
public final class LookLink {
    static final String START = "hindcast://store/";
    static final String STREAM = "/stream/";

    private LookLink() {}

    /// What a text was read as.
    public sealed interface Reading {
        record Read(StoreLook look) implements Reading {}

        record Misread(LookMistake mistake) implements Reading {}
    }

    /// Whether somebody means a link, be it right or wrong.
    public static boolean isMeant(String text) {
        return text.strip().regionMatches(true, 0, "hindcast:", 0, 9);
    }

    /// Reads a link; blanks around it do not matter.
    public static Reading read(String text) {
        try {
            return new Reading.Read(new LinkReader(text.strip()).look());
        } catch (PercentText.Broken broken) {
            return new Reading.Misread(broken.mistake());
        }
    }

    /// The link to a look. The order of its parts is always the same.
    ///
    /// @return nothing when a name in it holds half a character, which no link can write
    public static Optional<String> of(StoreLook look) {
        var link = new Writing(look);
        return link.isWhole ? Optional.of(link.text()) : Optional.empty();
    }

    private static final class Writing {
        private final StringBuilder path = new StringBuilder(START);
        private final StringJoiner values = new StringJoiner("&", "?", "").setEmptyValue("");
        private boolean isWhole = true;

        Writing(StoreLook look) {
            path.append(kept(PercentText.ofSegment(look.store())));
            look.stream().ifPresent(it -> path.append(STREAM).append(kept(PercentText.ofSegment(it))));
            value("at", look.at().map(Writing::moment));
            value("from", look.from().map(Writing::moment));
            value("effective", look.effective().map(Object::toString));
            value("field", look.field().map(Object::toString));
            value("zone", look.zone().map(ZoneId::getId));
            value("fold", look.fold());
            value("panel", look.panel().map(Panel::word));
            value("side", look.side().map(Side::word));
            value("filter", look.filter());
            value("axis", look.axis().map(it -> it.name().toLowerCase(Locale.ROOT)));
            value("stretch", look.stretch().map(Writing::stretch));
        }

        private void value(String name, Optional<String> value) {
            value.ifPresent(it -> values.add(name + "=" + kept(PercentText.ofValue(it))));
        }

        private String kept(Optional<String> part) {
            isWhole &= part.isPresent();
            return part.orElse("");
        }

        private static String moment(Moment moment) {
            return switch (moment) {
                case Moment.Head() -> "head";
                case Moment.AtVersion(long version) -> "v" + version;
                case Moment.AtPosition(var position) -> "#" + position;
                case Moment.AtInstant(Instant instant) -> instant.toString();
            };
        }

        private static String stretch(Stretch stretch) {
            return switch (stretch) {
                case Stretch.OfTime(Instant from, Instant to) -> from + ".." + to;
                case Stretch.OfOrder(long from, long to) -> from + ".." + to;
            };
        }

        private String text() {
            return path + values.toString();
        }
    }
}
