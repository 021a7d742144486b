package io.hindcast.engine.link;

/// Why a text is no link to a look.
///
/// @param about what in the text is meant, without control characters; "" where that could be a secret
public record LookMistake(Kind kind, String about) {
    /// What is wrong; the sentence says how it should be.
    public enum Kind {
        NO_LINK("A link begins with hindcast://store/ and the store: hindcast://store/sample:ledger"),
        NO_STORE("The link names no store; write it behind hindcast://store/, with %%2F for each slash in it."),
        SHAPE("Behind the store a link has /stream/ and a name, or nothing; a slash inside a name is written %%2F."),
        PASSWORD("The link has a password in it. Take it out: Hindcast asks for it, or finds it in --password-env."),
        PERCENT("“%s” is no two-digit code behind a percent sign; a percent sign itself is written %%25."),
        NO_TEXT("A part of the link is no UTF-8 text behind its percent signs."),
        UNKNOWN("This program knows nothing called “%s” in a link."),
        TWICE("“%s” stands in the link twice."),
        NO_VALUE("“%s” has no value in the link; write NAME=VALUE."),
        MOMENT("“%s” is no moment; write head, v37, #12345, an instant or a date."),
        DATE("“%s” is no date; write one like 2026-03-31."),
        ZONE("There is no time zone “%s”; write one like Europe/Zurich or UTC."),
        FOLD("“%s” is not the name of a fold or its file; a link does not say in which folder one lies."),
        PANEL("There is no panel “%s”."),
        AXIS("There is no axis “%s”; write time, index, idle, days or hours."),
        STRETCH("“%s” is no stretch of such an axis; write 2026-03-01T00:00:00Z..2026-03-31T00:00:00Z, or 100..200 with axis=index."),
        NEEDS_STREAM("The link says a moment (“%s”) but no stream that it is in.");

        private final String sentence;

        Kind(String sentence) {
            this.sentence = sentence;
        }
    }

    public LookMistake {
        about = about.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '·' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /// In English, for the command line.
    public String sentence() {
        return kind.sentence.formatted(about);
    }
}
