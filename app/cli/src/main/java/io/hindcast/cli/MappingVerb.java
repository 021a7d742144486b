package io.hindcast.cli;

import io.hindcast.cli.output.Document;
import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.MappingGuess;
import io.hindcast.connector.MappingGuess.Part;
import io.hindcast.connector.OpenRequest;
import io.hindcast.engine.session.MappingTrial;
import io.hindcast.engine.session.StoreOpener;
import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `hindcast mapping STORE`: what the columns of a table of no known system, or the fields of a file, may
/// mean, and what would be read then.
@Command(
        name = "mapping",
        description = "Guesses what the columns of a table or the fields of a file mean, and tries the guess.",
        mixinStandardHelpOptions = true)
final class MappingVerb implements Callable<Integer> {
    private final House house;

    @Mixin
    StoreOptions options = new StoreOptions();

    @Option(names = "--table", paramLabel = "NAME", description = "The table, or the file of a folder, to guess; else the likeliest.")
    @Nullable String table;

    @Option(names = "--write", paramLabel = "FILE", description = "Writes the guess as a mapping file, to be corrected.")
    @Nullable Path file;

    @Option(names = "--force", description = "Replaces a mapping that is there.")
    boolean force;

    @Option(names = "--save", description = "Keeps the guess, or the file of --mapping, for this store in your workspace.")
    boolean save;

    MappingVerb(House house) {
        this.house = house;
    }

    @Override
    public Integer call() throws IOException {
        if (file != null) {
            ResultFile.mayWrite(file, ResultFile.Kind.MAPPING, force, options.store);
        }
        StoreOpener opener = house.opener().get();
        OpenRequest request = options.connection.request(options.store, house.terminal());
        var own = options.connection.mapping;
        List<MappingGuess> guesses = own == null ? opener.guessMappings(request) : List.of();
        String text = own == null ? chosen(guesses).text() : read(own);
        MappingTrial trial = opener.tryMapping(request, text);
        if (file != null) {
            write(file, text);
        }
        if (save) {
            keep(opener, request, text);
        }
        Terminal terminal = house.terminal();
        Document.print(document(guesses, trial), options.format(terminal), options.out(terminal));
        trial.refusal().ifPresent(terminal::say);
        return trial.refusal().isPresent() || trial.troubles() > 0 ? ExitCode.FOUND : ExitCode.DONE;
    }

    private MappingGuess chosen(List<MappingGuess> guesses) {
        if (guesses.isEmpty()) {
            throw new ConnectorException(
                    ConnectorException.Kind.NOT_AN_EVENT_STORE, "Nothing here looks as if it held events.");
        }
        return guesses.stream()
                .filter(guess -> table == null || isNamed(guess, table))
                .findFirst()
                .orElseThrow(() -> new UsageException("Nothing called %s looks as if it held events; these do: %s."
                        .formatted(table, String.join(", ", guesses.stream().map(MappingGuess::table).toList()))));
    }

    private static boolean isNamed(MappingGuess guess, String name) {
        return guess.table().equalsIgnoreCase(name)
                || guess.table().toLowerCase(java.util.Locale.ROOT).endsWith("." + name.toLowerCase(java.util.Locale.ROOT));
    }

    private static String read(Path mapping) {
        try {
            return Files.readString(mapping);
        } catch (IOException _) {
            throw new UsageException("The mapping file " + mapping + " cannot be read.");
        }
    }

    private void write(Path to, String text) {
        ResultFile.write(to, text.getBytes(StandardCharsets.UTF_8));
        house.terminal().say("The mapping was written into " + to + ".");
    }

    private void keep(StoreOpener opener, OpenRequest request, String text) {
        try {
            Path kept = opener.saveMapping(request.location(), text);
            house.terminal().say("From now on this store opens by " + kept + ".");
        } catch (IOException failure) {
            throw new StoppedEarly("The mapping could not be kept in your workspace.", failure);
        }
    }

    private Fields document(List<MappingGuess> guesses, MappingTrial trial) {
        var document = new LinkedHashMap<String, StateValue>();
        document.put("tables", items(guesses.stream().map(this::guess)));
        document.put("trial", trial(trial));
        return Fields.of(document);
    }

    private Fields guess(MappingGuess guess) {
        var fields = new LinkedHashMap<String, StateValue>();
        fields.put("table", new Text(guess.table()));
        fields.put("parts", items(guess.parts().stream().map(this::part)));
        fields.put("unused", items(guess.unused().stream().map(Text::new)));
        fields.put("mapping", new Text(guess.text()));
        return Fields.of(fields);
    }

    private Fields part(Part part) {
        var fields = new LinkedHashMap<String, StateValue>();
        fields.put("role", new Text(part.role()));
        fields.put("value", new Text(part.value()));
        fields.put("because", new Text(part.because()));
        fields.put("samples", samples(part.samples()));
        fields.put("others", items(part.others().stream().map(Text::new)));
        return Fields.of(fields);
    }

    /// What a column means is not known yet, so with masks on none of its values is shown.
    private Items samples(List<String> samples) {
        boolean hidden = house.terminal().curtain().isDrawn();
        return items(samples.stream().map(sample -> new Text(hidden ? "‹masked›" : sample)));
    }

    private static Fields trial(MappingTrial trial) {
        var fields = new LinkedHashMap<String, StateValue>();
        fields.put("events", Num.of(trial.events().size()));
        fields.put("complete", Bool.of(trial.complete()));
        fields.put("streams", Num.of(trial.streams()));
        fields.put("troubles", Num.of(trial.troubles()));
        trial.refusal().ifPresent(reason -> fields.put("refusal", new Text(reason)));
        return Fields.of(fields);
    }

    private static Items items(Stream<? extends StateValue> values) {
        return new Items(List.copyOf(values.toList()));
    }
}
