package io.hindcast.desktop.timeline;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/// The words of the timeline, in the person's language; English where there is none.
final class Words {
    private static final Control EXACT = Control.getNoFallbackControl(Control.FORMAT_DEFAULT);
    private final ResourceBundle bundle = ResourceBundle.getBundle(
            Words.class.getPackageName() + ".Messages", Locale.getDefault(), Words.class.getClassLoader(), EXACT);

    String text(String key, Object... values) {
        String pattern = bundle.getString(key);
        return values.length == 0 ? pattern : new MessageFormat(pattern, locale()).format(values);
    }

    /// The locale that is really spoken.
    Locale locale() {
        Locale spoken = bundle.getLocale();
        return spoken.getLanguage().isEmpty() ? Locale.ENGLISH : spoken;
    }
}
