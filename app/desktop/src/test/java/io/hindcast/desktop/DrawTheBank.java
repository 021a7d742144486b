package io.hindcast.desktop;

import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.desktop.fake.FakeOpener;
import io.hindcast.desktop.theme.Theme;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;

/// Draws the window over the bank into a picture, to be looked at: theme, file, size.
final class DrawTheBank {
    private DrawTheBank() {}

    public static void main(String[] arguments) {
        Locale.setDefault(Locale.forLanguageTag(System.getProperty("language", "en")));
        var theme = Theme.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        var options = DesktopOptions.plain()
                .opening(OpenRequest.of(new Location(System.getProperty("store", "sample:ledger"))))
                .themed(theme)
                .headless(true)
                .zoned(ZoneId.of("Europe/Zurich"))
                .pictured(Path.of(arguments[1]))
                .sized(Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]))
                .telling(System.out::println);
        System.exit(Desktop.run(new FakeOpener(), FakeOpener::test, options));
    }
}
