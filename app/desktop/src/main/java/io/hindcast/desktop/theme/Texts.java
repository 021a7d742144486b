package io.hindcast.desktop.theme;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/// The words of one panel, in the person's language; English where there is none. Safe for many threads.
public final class Texts {
    private final ResourceBundle bundle;

    private Texts(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /// The texts that lie beside a panel's classes.
    public static Texts of(Class<?> panel) {
        String name = panel.getPackageName() + ".Messages";
        return new Texts(ResourceBundle.getBundle(
                name, Locale.getDefault(), panel.getClassLoader(), Control.getNoFallbackControl(Control.FORMAT_DEFAULT)));
    }

    /// The text of a key, with `{0}` and so on replaced. Numbers are grouped by locale.
    public String text(String key, Object... values) {
        String pattern = bundle.getString(key);
        return values.length == 0 ? pattern : new MessageFormat(pattern, bundle.getLocale()).format(values);
    }

    /// The locale that is really spoken.
    public Locale locale() {
        return bundle.getLocale().getLanguage().isEmpty() ? Locale.ENGLISH : bundle.getLocale();
    }
}
