package io.hindcast.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The script that starts the program, with folders that look like Javas and only say who they are and what they were given.
@EnabledOnOs(OS.LINUX)
class LauncherTest {
    private static final Path SCRIPT =
            Path.of(System.getProperty("hindcast.root"), "packaging", "src", "main", "launcher", "bin", "hindcast");

    @TempDir
    private Path folder;

    private Path home;
    private Path launcher;

    private record Said(int exit, String text) {}

    @BeforeEach
    void install() throws IOException {
        home = folder.resolve("hindcast home");
        Files.createDirectories(home.resolve("lib"));
        launcher = Files.createDirectories(home.resolve("bin")).resolve("hindcast");
        Files.copy(SCRIPT, launcher);
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
    }

    @Test
    void the_java_that_is_asked_for_comes_before_the_bundled_one_and_that_before_all_others() throws Exception {
        String wanted = java("wanted", "25.0.1").toString();
        String other = java("other", "26").toString();

        assertThat(start(Map.of("JAVA_HOME", other)).text()).startsWith("other ");
        Files.writeString(home.resolve("lib/java-home"), java("builder", "25").toString());
        assertThat(start(Map.of("JAVA_HOME", other)).text()).startsWith("builder ");
        bundle();
        assertThat(start(Map.of("JAVA_HOME", other)).text()).startsWith("bundled ");
        assertThat(start(Map.of("JAVA_HOME", other, "HINDCAST_JAVA", wanted)).text()).startsWith("wanted ");
    }

    @Test
    void a_java_that_is_too_old_is_passed_over_and_told_of_where_there_is_no_other() throws Exception {
        String old = java("old", "17.0.15").toString();

        var refused = start(Map.of("JAVA_HOME", old, "HINDCAST_JAVA", folder.resolve("nothing").toString()));
        assertThat(refused.exit()).isEqualTo(3);
        assertThat(refused.text()).startsWith("Hindcast needs Java 25 or newer.");

        bundle();
        assertThat(start(Map.of("HINDCAST_JAVA", old)).text()).startsWith("bundled ");
    }

    @Test
    void arguments_arrive_as_they_were_given() throws Exception {
        bundle();

        assertThat(start(Map.of(), launcher.toString(), "state", "a store.db", "", "*").text())
                .endsWith("io.hindcast.Main|state|a store.db||*|\n");
    }

    @Test
    void it_finds_its_home_through_links_and_from_its_own_folder() throws Exception {
        bundle();
        Path link = Files.createSymbolicLink(folder.resolve("link"), launcher);
        Path further = Files.createSymbolicLink(folder.resolve("further"), Path.of("link"));

        assertThat(start(Map.of(), further.toString(), "x").text()).isEqualTo(start(Map.of(), link.toString(), "x").text());
        assertThat(start(Map.of(), "/bin/sh", "hindcast", "x").text()).contains("-Dhindcast.plugins=" + home + "/plugins|");
    }

    @Test
    void a_packed_cache_is_used_once_it_lies_unpacked() throws Exception {
        bundle();
        Files.writeString(home.resolve("lib/caches"), "content\n");
        Files.createFile(home.resolve("lib/cli.aot.gz"));
        Path kept = Files.createDirectories(folder.resolve("kept/hindcast/content")).resolve("cli.aot");
        Files.createFile(kept);

        assertThat(start(Map.of("XDG_CACHE_HOME", folder.resolve("kept").toString())).text())
                .contains("|-XX:AOTCache=" + kept + "|");
    }

    private void bundle() throws IOException {
        pretend(home.resolve("runtime"), "bundled", "25.0.3");
    }

    private Path java(String name, String version) throws IOException {
        return pretend(folder.resolve(name), name, version);
    }

    private static Path pretend(Path home, String name, String version) throws IOException {
        Files.createDirectories(home.resolve("bin"));
        Path java = home.resolve("bin/java");
        Files.writeString(java, "#!/bin/sh\nprintf '" + name + " |'\nprintf '%s|' \"$@\"\necho\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\nMODULES=\"\"\n");
        return home;
    }

    private Said start(Map<String, String> environment, String... command) throws Exception {
        var builder = new ProcessBuilder(command.length == 0 ? List.of(launcher.toString()) : List.of(command));
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().put("PATH", pathWithoutJava());
        var process = builder.directory(home.resolve("bin").toFile()).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), text);
    }

    /// The two programs that the script needs, and no Java that happens to lie beside them.
    private String pathWithoutJava() throws IOException {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool : List.of("dirname", "readlink")) {
            Path script = tools.resolve(tool);
            Files.writeString(script, "#!/bin/sh\nPATH=/usr/bin:/bin\nexec " + tool + " \"$@\"\n");
            assertThat(script.toFile().setExecutable(true)).isTrue();
        }
        return tools.toString();
    }
}
