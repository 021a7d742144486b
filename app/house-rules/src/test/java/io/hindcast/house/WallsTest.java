package io.hindcast.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.sql.Connection;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Walls that no table line may open.
class WallsTest {
    private static final JavaClasses HOUSE = House.CLASSES;

    @Test
    void the_vocabulary_needs_nothing_but_java() {
        classes()
                .that()
                .resideInAnyPackage("io.hindcast.event", "io.hindcast.connector", "io.hindcast.capsule")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "io.hindcast.event", "io.hindcast.connector", "io.hindcast.capsule")
                .check(HOUSE);
    }

    @Test
    void the_engine_and_the_audit_room_know_no_database_and_no_window() {
        noClasses()
                .that()
                .resideInAnyPackage("io.hindcast.engine..", "io.hindcast.audit..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "javafx..", "io.hindcast.connector.jdbc..")
                .check(HOUSE);
    }

    @Test
    void the_window_and_the_command_line_reach_connectors_only_through_the_vocabulary() {
        noClasses()
                .that()
                .resideInAnyPackage("io.hindcast.cli..", "io.hindcast.desktop..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.hindcast.connector.*..", "java.sql..")
                .check(HOUSE);
    }

    /// Words are made of `Shown`, and only the masks of the focus make one. The file of states writes what it gives out of it.
    @Test
    void a_value_becomes_words_in_the_window_only_where_masks_have_let_it_through() {
        noClasses()
                .that()
                .resideInAPackage("io.hindcast.desktop..")
                .and()
                .resideOutsideOfPackage("io.hindcast.desktop.value..")
                .and()
                .doNotHaveFullyQualifiedName("io.hindcast.desktop.states.StatesFile")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("io.hindcast.engine.state.StateText")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("io.hindcast.engine.state.CsvLine")
                .check(HOUSE);
    }

    @Test
    void nothing_is_deserialised_into_objects() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.ObjectInputStream")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.beans.XMLDecoder")
                .check(HOUSE);
    }

    @Test
    void nobody_but_a_connector_holds_a_database_connection() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.hindcast.connector..", "io.hindcast.sample..", "io.hindcast.bench..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Connection.class)
                .check(HOUSE);
    }

    @Test
    void chance_is_always_handed_in() {
        noClasses().should().callConstructor(Random.class).check(HOUSE);
    }
}
