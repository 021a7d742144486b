package io.hindcast.audit.report;

import java.util.Locale;

/// What people say about a report: it stands on the cover and in the header of the run, never in the evidence.
///
/// @param entity whose books these are
/// @param period in words, such as `2026-01-01 to 2026-03-31`
/// @param reportId how the working papers call it
/// @param conclusion what the preparer concludes; "" leaves room for writing
public record Cover(
        String entity,
        String engagement,
        String period,
        String preparer,
        String reviewer,
        String reportId,
        Status status,
        String conclusion,
        Language language) {

    public static final Cover EMPTY = new Cover("", "", "", "", "", "", Status.DRAFT, "", Language.EN);

    /// An empty one in the language of a locale, English where there are no texts for it.
    public static Cover in(Locale locale) {
        boolean german = locale.getLanguage().equals(Language.DE.locale().getLanguage());
        return new Cover("", "", "", "", "", "", Status.DRAFT, "", german ? Language.DE : Language.EN);
    }

    public enum Status {
        DRAFT,
        FINAL
    }

    /// The languages that reports are written in.
    public enum Language {
        EN(Locale.ENGLISH),
        DE(Locale.GERMAN);

        private final Locale locale;

        Language(Locale locale) {
            this.locale = locale;
        }

        public Locale locale() {
            return locale;
        }
    }
}
