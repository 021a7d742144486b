package io.hindcast.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.connector.Connector;
import io.hindcast.engine.session.StoreOpener.Installed;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginFolderTest {
    private static final String SERVICE = "META-INF/services/" + Connector.class.getName();

    @TempDir
    private Path plugins = Path.of("");

    private Path folder = plugins;

    @BeforeEach
    void makesAFolder() throws IOException {
        folder = Files.createDirectory(plugins.resolve("carrier-pigeon"));
    }

    private void jar(String name, String provider, Class<?>... classes) throws IOException {
        try (OutputStream file = Files.newOutputStream(folder.resolve(name));
                var jar = new JarOutputStream(file)) {
            jar.putNextEntry(new JarEntry(SERVICE));
            jar.write(provider.getBytes(StandardCharsets.UTF_8));
            for (Class<?> one : classes) {
                String path = one.getName().replace('.', '/') + ".class";
                jar.putNextEntry(new JarEntry(path));
                try (InputStream bytes = one.getClassLoader().getResourceAsStream(path)) {
                    assertThat(bytes).isNotNull();
                    jar.write(bytes.readAllBytes());
                }
            }
        }
    }

    @Test
    void a_plug_in_gets_a_loader_of_its_own_and_does_not_see_the_program() throws IOException {
        jar("pigeon.jar", PigeonConnector.class.getName(), PigeonConnector.class);

        assertThat(PluginFolder.load(plugins, new ArrayList<>())).singleElement().satisfies(installed -> {
            var working = (Installed.Working) installed;
            assertThat(working.origin()).isEqualTo("carrier-pigeon");
            assertThat(working.connector().id()).isEqualTo("pigeon");
            assertThat(working.connector().getClass().getClassLoader())
                    .isNotEqualTo(PigeonConnector.class.getClassLoader());
            assertThat(working.connector().displayName()).isEqualTo("the program is hidden");
        });
    }

    @Test
    void a_provider_that_is_not_there_is_an_entry_with_a_reason() throws IOException {
        jar("broken.jar", "nobody.Home");

        assertThat(PluginFolder.load(plugins, new ArrayList<>())).singleElement().satisfies(installed -> {
            assertThat(installed).isInstanceOf(Installed.Broken.class);
            assertThat(((Installed.Broken) installed).reason()).contains("nobody.Home");
        });
    }

    @Test
    void a_broken_plug_in_does_not_keep_its_neighbour_from_loading() throws IOException {
        jar("broken.jar", "nobody.Home");
        folder = Files.createDirectory(plugins.resolve("good"));
        jar("pigeon.jar", PigeonConnector.class.getName(), PigeonConnector.class);

        assertThat(PluginFolder.load(plugins, new ArrayList<>()))
                .hasSize(2)
                .hasAtLeastOneElementOfType(Installed.Broken.class)
                .hasAtLeastOneElementOfType(Installed.Working.class);
    }

    @Test
    void a_file_that_is_no_jar_is_an_entry_with_a_reason() throws IOException {
        Files.writeString(folder.resolve("notes.jar"), "these are my notes");

        assertThat(PluginFolder.load(plugins, new ArrayList<>())).singleElement().isInstanceOf(Installed.Broken.class);
    }

    @Test
    void a_folder_without_a_connector_says_so_and_a_missing_folder_is_passed_over() {
        assertThat(PluginFolder.load(plugins, new ArrayList<>()))
                .isEqualTo(List.of(new Installed.Broken("carrier-pigeon", "no connector is declared in its jars")));
        assertThat(PluginFolder.load(plugins.resolve("nowhere"), new ArrayList<>())).isEmpty();
    }
}
