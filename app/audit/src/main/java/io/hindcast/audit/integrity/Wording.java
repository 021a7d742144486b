package io.hindcast.audit.integrity;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/// What checks, findings and reasons are called, in a language; English where there is none. Safe for many threads.
public final class Wording {
    private final ResourceBundle texts;

    private Wording(ResourceBundle texts) {
        this.texts = texts;
    }

    public static Wording in(Locale locale) {
        return new Wording(ResourceBundle.getBundle(
                Wording.class.getPackageName() + ".Messages",
                locale,
                Wording.class.getClassLoader(),
                Control.getNoFallbackControl(Control.FORMAT_DEFAULT)));
    }

    /// A few words: `Gaps in versions`.
    public String title(Check check) {
        return texts.getString(check.titleKey());
    }

    /// What the check looks for, as a sentence.
    public String question(Check check) {
        return texts.getString(check.id() + ".question");
    }

    /// What a person can do about a finding, as a sentence.
    public String advice(Check check) {
        return texts.getString(check.id() + ".advice");
    }

    /// `defect` or `note`.
    public String severity(Severity severity) {
        return texts.getString(
                switch (severity) {
                    case DEFECT -> "severity.defect";
                    case NOTE -> "severity.note";
                });
    }

    /// A statement as a clause or sentence.
    public String text(Statement statement) {
        return new MessageFormat(texts.getString(statement.key()), texts.getLocale())
                .format(statement.values().toArray());
    }
}
