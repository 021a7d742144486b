package io.hindcast.connector.mariadb;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// The rights that `SHOW GRANTS` tells of. A line may go on with the hash of a password, so nothing but the names of
/// rights is kept.
final class Grants {
    private static final Set<String> ONLY_READS = Set.of(
            "USAGE",
            "SELECT",
            "SHOW VIEW",
            "SHOW DATABASES",
            "PROCESS",
            "BINLOG MONITOR",
            "REPLICATION CLIENT",
            "REPLICATION SLAVE",
            "SLAVE MONITOR",
            "SHOW CREATE ROUTINE",
            "PROXY");

    private final Set<String> reading = new TreeSet<>();
    private final Set<String> writing = new TreeSet<>();

    /// Takes one line in.
    void add(String line) {
        String upper = line.toUpperCase(Locale.ROOT);
        int on = upper.indexOf(" ON ");
        if (!upper.startsWith("GRANT ") || on < 0) {
            return;
        }
        for (String right : split(line.substring("GRANT ".length(), on))) {
            String name = right.toUpperCase(Locale.ROOT);
            (ONLY_READS.contains(name) ? reading : writing).add(name);
        }
    }

    /// Rights are parted by commas; the columns in brackets behind one belong to it and are left out.
    private static List<String> split(String rights) {
        var names = new ArrayList<String>();
        for (String right : rights.replaceAll("\\([^)]*\\)", "").split(",")) {
            names.add(right.strip());
        }
        return names;
    }

    List<String> reading() {
        return List.copyOf(reading);
    }

    /// Everything that is not known to read only.
    List<String> writing() {
        return List.copyOf(writing);
    }
}
