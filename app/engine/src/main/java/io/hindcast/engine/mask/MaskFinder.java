package io.hindcast.engine.mask;

import io.hindcast.connector.Location;
import io.hindcast.engine.fold.FoldLanguage.Diagnostic;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Finds the mask rules for a store: `NAME.masks.yaml` and `masks.yaml` beside it (a store in a file, a workspace and each of its
/// stores, a capsule), those in the person's own folder, and a file that was named. All of them hold together: rules only
/// ever add up, and nothing but a reason that is put down lifts one. Rules that are broken are never passed over in
/// silence: without them everything would be shown.
///
/// @param folder of the person's settings; need not exist
/// @param environment the value of an environment variable
public record MaskFinder(Path folder, Function<String, Optional<String>> environment) {
    private static final long LARGEST = 1 << 20;

    /// @param origin a file name and where it lies, for people; "" when there are no rules
    public record Found(Masking masking, String origin) {
        public static final Found NOTHING = new Found(Masking.NONE, "");

        /// Both together: rules only ever add up.
        ///
        /// @throws Unusable when they are too long together
        public Found and(Found more) throws Unusable {
            Masking both = masking.and(more.masking);
            if (both.rules().text().length() > LARGEST) {
                throw new Unusable("The mask rules for this store are together longer than 1 MiB.");
            }
            boolean same = origin.isEmpty() || Set.of(origin.split(", ")).contains(more.origin);
            return new Found(both, same ? more.origin : origin + ", " + more.origin);
        }
    }

    /// Rules that cannot be used; the message is a sentence for the person, with line and column where one is to blame.
    public static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        public Unusable(String sentence) {
            super(sentence);
        }
    }

    /// All rules for a store together: those that are found by themselves, and those that the person adds.
    ///
    /// @param named the file that the person named
    /// @param keyVariable the environment variable with the key for pseudonyms
    /// @throws io.hindcast.connector.ConnectorException when a workspace cannot be read
    public Found find(Location location, Optional<Path> named, Optional<String> keyVariable) throws Unusable {
        Found found = Found.NOTHING;
        for (Path file : RulesBeside.of(location)) {
            found = found.and(new Found(read(file, keyVariable), file.getFileName() + " beside the store"));
        }
        if (own().isPresent()) {
            found = found.and(new Found(read(own().get(), keyVariable), RulesBeside.FILE + " in your own folder"));
        }
        return named.isPresent() ? found.and(named(named.get(), keyVariable)) : found;
    }

    /// The rules of a file that a person names.
    public Found named(Path file, Optional<String> keyVariable) throws Unusable {
        return new Found(read(file, keyVariable), String.valueOf(file.getFileName()));
    }

    /// The rules of one file.
    private Masking read(Path file, Optional<String> keyVariable) throws Unusable {
        return compile(String.valueOf(file.getFileName()), text(file), keyVariable);
    }

    /// @param name of the text, for what is said about it
    public Masking compile(String name, String text, Optional<String> keyVariable) throws Unusable {
        return switch (MaskRules.read(text)) {
            case MaskRules.Reading.Rejected(var errors) ->
                throw new Unusable(errors.stream()
                        .map(error -> name + ", " + shown(error))
                        .collect(Collectors.joining(System.lineSeparator())));
            case MaskRules.Reading.Ready(MaskRules rules) -> Masking.of(rules, key(keyVariable))
                    .orElseThrow(() -> new Unusable("A mask of " + name
                            + " makes pseudonyms and has no key: name an environment variable that holds one with --mask-key-env."));
        };
    }

    private Optional<MaskKey> key(Optional<String> variable) throws Unusable {
        if (variable.isEmpty()) {
            return Optional.empty();
        }
        String name = variable.get();
        String secret = environment
                .apply(name)
                .orElseThrow(() -> new Unusable("The environment variable " + name + " for the key of the masks is not set."));
        return Optional.of(MaskKey.of(secret)
                .orElseThrow(() -> new Unusable("The key in " + name + " is too short: pseudonyms need one of at least "
                        + MaskKey.SHORTEST + " characters.")));
    }

    private static String text(Path file) throws Unusable {
        try {
            if (Files.size(file) > LARGEST) {
                throw new Unusable("The mask file " + file + " is longer than 1 MiB.");
            }
            return Files.readString(file);
        } catch (NoSuchFileException _) {
            throw new Unusable("There is no mask file " + file + ".");
        } catch (MalformedInputException _) {
            throw new Unusable("The mask file " + file + " is not UTF-8 text.");
        } catch (IOException _) {
            throw new Unusable("The mask file " + file + " cannot be read.");
        }
    }

    private static String shown(Diagnostic error) {
        String hint = error.suggestion().isEmpty() ? "" : " (" + error.suggestion() + ")";
        return "line %d, column %d: %s%s".formatted(error.line(), error.column(), error.message(), hint);
    }

    private Optional<Path> own() {
        return Optional.of(folder.resolve(RulesBeside.FILE)).filter(Files::isRegularFile);
    }
}
