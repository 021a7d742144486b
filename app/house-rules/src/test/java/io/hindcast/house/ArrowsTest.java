package io.hindcast.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The arrows between packages are those of the table, no more and no fewer.
class ArrowsTest {
    private record Arrow(String from, String to) implements Comparable<Arrow> {
        @Override
        public int compareTo(Arrow other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return from + " -> " + to;
        }
    }

    @Test
    void every_import_between_packages_has_a_line_in_the_table() {
        Set<Arrow> surprises = new TreeSet<>(real());
        surprises.removeAll(table());

        assertThat(surprises).as("arrows that arrows.txt does not know: add them with a reason, or go another way").isEmpty();
    }

    @Test
    void every_line_of_the_table_is_a_real_import() {
        Set<Arrow> stale = new TreeSet<>(table());
        stale.removeAll(real());

        assertThat(stale).as("lines of arrows.txt without an import").isEmpty();
    }

    @Test
    void every_line_says_why() {
        assertThat(lines()).allSatisfy(line -> assertThat(line).matches("\\S+ -> \\S+, because \\S.{5,}"));
    }

    @Test
    void no_two_packages_point_at_each_other() {
        Set<Arrow> arrows = real();

        assertThat(arrows).noneMatch(arrow -> arrows.contains(new Arrow(arrow.to(), arrow.from())));
    }

    private static Set<Arrow> real() {
        return House.CLASSES.stream()
                .flatMap(one -> one.getDirectDependenciesFromSelf().stream())
                .flatMap(dependency -> arrow(dependency).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Optional<Arrow> arrow(Dependency dependency) {
        String from = room(dependency.getOriginClass());
        String to = room(dependency.getTargetClass());
        return to.isEmpty() || from.equals(to) ? Optional.empty() : Optional.of(new Arrow(from, to));
    }

    /// The package below io.hindcast, `main` for the top one, "" for foreign ones.
    private static String room(JavaClass type) {
        String name = type.getBaseComponentType().getPackageName();
        if (name.equals("io.hindcast")) {
            return "main";
        }
        return name.startsWith("io.hindcast.") ? name.substring("io.hindcast.".length()) : "";
    }

    private static Set<Arrow> table() {
        return lines().stream()
                .map(line -> line.substring(0, Math.max(line.indexOf(','), 0)).split(" -> ", 2))
                .filter(ends -> ends.length == 2)
                .map(ends -> new Arrow(ends[0], ends[1]))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> lines() {
        try (var table = ArrowsTest.class.getResourceAsStream("/arrows.txt")) {
            if (table == null) {
                throw new IllegalStateException("arrows.txt is missing");
            }
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
