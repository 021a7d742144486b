package io.hindcast.engine.fold;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Num;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeyedPathsTest {
    private final KeyedPaths paths = new PathTable().keyed(List.of("accounts"), List.of("total"));

    @Test
    void the_path_is_right_however_many_names_there_were_before() {
        var random = new Random(1);
        for (int i = 0; i < 100_000; i++) {
            String name = "account-" + random.nextInt(40_000);

            assertThat(paths.of(name).path().steps()).containsExactly("accounts", name, "total");
        }
    }

    @Test
    void some_thousand_names_keep_their_paths() {
        Map<String, KnownPath> first = new HashMap<>();
        for (int i = 0; i < 4_000; i++) {
            first.put("account-" + i, paths.of("account-" + i));
        }

        long kept = first.keySet().stream().filter(name -> paths.of(name) == first.get(name)).count();

        assertThat(kept).isGreaterThan(3_900);
    }

    @Test
    void rules_of_one_shape_share_their_paths() {
        var table = new PathTable();

        assertThat(table.keyed(List.of("a"), List.of()).of("x")).isSameAs(table.keyed(List.of("a"), List.of()).of("x"));
    }

    @Test
    void sums_in_more_places_than_an_editor_remembers_are_those_of_plain_paths() throws FoldFailure {
        var random = new Random(2);
        var known = new TreeEditor();
        var plain = new TreeEditor();
        for (int i = 0; i < 60_000; i++) {
            String name = "account-" + random.nextInt(30_000);
            known.begin();
            plain.begin();
            known.add(paths.of(name), i, 2);
            plain.add(new FieldPath(List.of("accounts", name, "total")), Num.of(i, 2));
            known.settle();
            plain.settle();
            if (i % 20_000 == 0) {
                assertThat(known.root()).isEqualTo(plain.root());
            }
        }

        assertThat(known.root()).isInstanceOf(Fields.class).hasToString(plain.root().toString());
    }
}
