package io.hindcast.fold.compiled;

import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.FoldLanguage;
import java.nio.file.Path;
import java.util.ArrayList;
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

    @Override
    public boolean runsTrustedCode() {
        return true;
    }

    /// What its providers hold, then the aggregates that are told by their marks. Plain classes have to be named.
    @Override
    public Optional<List<Held>> held(Path file) {
        var held = new ArrayList<Held>();
        try {
            FoldJar jar = FoldJar.open(file);
            jar.provided().forEach(fold -> held.add(new Held(fold.name(), new Compiled.Ready(fold, List.of()))));
            jar.mentioning(Aggregate.MARK).forEach(name -> held.add(new Held(name, ofClass(jar, name))));
            return Optional.of(held.isEmpty() ? List.of(new Held("", rejected(nothing(jar)))) : held);
        } catch (BrokenJar broken) {
            return Optional.of(List.of(new Held("", rejected(broken.reason()))));
        }
    }

    private static Compiled ofClass(FoldJar jar, String name) {
        try {
            return new Compiled.Ready(Aggregate.of(jar.load(name), jar).fold(), List.of());
        } catch (BrokenJar broken) {
            return rejected(broken.reason());
        }
    }

    private static String nothing(FoldJar jar) {
        return "%s declares no fold; name a class of it: %s#com.example.Account".formatted(jar.name(), jar.name());
    }

    private static Fold byClass(FoldJar jar, List<Fold> provided, String name) throws BrokenJar {
        if (!name.isEmpty()) {
            return Aggregate.of(jar.load(name), jar).fold();
        }
        throw new BrokenJar(
                provided.isEmpty()
                        ? nothing(jar)
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
