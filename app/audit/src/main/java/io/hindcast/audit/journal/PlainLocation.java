package io.hindcast.audit.journal;

import io.hindcast.connector.Location;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// A location as it may be written down: without passwords, and with one spelling for one file.
public final class PlainLocation {
    private static final Pattern USER_AND_PASSWORD = Pattern.compile("://([^/@:]*):[^/@]*@");
    private static final Pattern SECRET =
            Pattern.compile("(?i)([?&;])[^?&;=]*(password|passwd|pwd|secret|token|credential|apikey|api_key)[^?&;=]*=[^&;]*");

    private PlainLocation() {}

    /// The whole path of a file; a URL without what may be secret in it.
    public static String of(Location location) {
        return location.path().map(PlainLocation::whole).orElseGet(() -> withoutSecrets(location.text()));
    }

    private static String whole(Path path) {
        try {
            return path.toRealPath().toString();
        } catch (IOException _) {
            return path.toAbsolutePath().normalize().toString();
        }
    }

    private static String withoutSecrets(String url) {
        String named = USER_AND_PASSWORD.matcher(url).replaceAll("://$1@");
        return SECRET.matcher(named).replaceAll("$1").replaceAll("([?&;])[&;]+", "$1").replaceAll("[?&;]$", "");
    }
}
