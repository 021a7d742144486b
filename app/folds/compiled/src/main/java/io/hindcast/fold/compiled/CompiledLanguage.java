package io.hindcast.fold.compiled;

import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.FoldLanguage;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Folds out of jars: `accounts.jar` with a `FoldProvider`, or `accounts.jar#com.acme.BankAccount`, an aggregate or a plain class.
/// The jar is code that the person trusts: it runs as it is. See `app/docs/compiled-folds.md`.
public final class CompiledLanguage implements FoldLanguage {
    @Override
    public String id() {
        return "compiled";
    }

    @Override
    public String files() {
        return "*.jar, *.jar#name";
    }

    @Override
    public boolean understands(String fileName) {
        return fileName.toLowerCase(Locale.ROOT).endsWith(".jar");
    }

    @Override
    public Compiled compile(String fileName, String text) {
        return rejected("A jar is no text; name it with --fold.");
    }

    @Override
    public Optional<Compiled> load(Path file, String name) {
        try {
            FoldJar jar = FoldJar.open(file);
            List<Fold> provided = jar.provided();
            Optional<Fold> named = provided.stream()
                    .filter(fold -> name.isEmpty() ? provided.size() == 1 : fold.name().equals(name))
                    .findFirst();
            return Optional.of(new Compiled.Ready(named.isPresent() ? named.get() : byClass(jar, provided, name), List.of()));
        } catch (BrokenJar broken) {
            return Optional.of(rejected(broken.reason()));
        }
    }

    private static Fold byClass(FoldJar jar, List<Fold> provided, String name) throws BrokenJar {
        if (!name.isEmpty()) {
            return Aggregate.of(jar.load(name), jar).fold();
        }
        throw new BrokenJar(
                provided.isEmpty()
                        ? "%s declares no fold; name a class of it: %s#com.example.Account".formatted(jar.name(), jar.name())
                        : "%s has several folds; name one: %s"
                                .formatted(
                                        jar.name(),
                                        provided.stream()
                                                .map(fold -> jar.name() + "#" + fold.name())
                                                .collect(Collectors.joining(", "))));
    }

    private static Compiled rejected(String sentence) {
        return new Compiled.Rejected(List.of(new Diagnostic(0, 0, sentence, "")));
    }
}
