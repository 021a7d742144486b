package io.hindcast.cli;

import io.hindcast.audit.seal.BrokenSeal;
import io.hindcast.audit.seal.InclusionProof;
import io.hindcast.audit.seal.Prover;
import io.hindcast.audit.seal.Seal;
import io.hindcast.audit.seal.SealVerifier;
import io.hindcast.audit.seal.Sealing;
import io.hindcast.cli.output.Document;
import io.hindcast.connector.ConnectorException;
import io.hindcast.engine.index.StreamEntry;
import io.hindcast.engine.mask.MaskLog;
import io.hindcast.engine.mask.MaskPlace;
import io.hindcast.engine.mask.Masking;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.state.Fields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `hindcast seal STORE --out FILE`; `seal verify`, `seal prove` and `seal check` use what it wrote.
@Command(
        name = "seal",
        description = "Seals the history of a store, or holds a store against a seal.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "[verify|prove|check|request|token]",
        footer = {
            "",
            "FILE.traces, which is written beside FILE, is needed to name what was changed: keep both."
        })
final class SealVerb implements Callable<Integer> {
    private final House house;
    private final InstantSource clock;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..1", paramLabel = "STORE", description = "A path, a URL, or sample:ledger.")
    @Nullable String store;

    @Mixin
    ConnectionOptions connection = new ConnectionOptions();

    @Option(names = "--out", paramLabel = "FILE", description = "Where the seal goes.")
    @Nullable Path file;

    @Option(names = "--previous", paramLabel = "SEAL", description = "An earlier seal that this one shall prove to continue.")
    @Nullable Path previous;

    @Option(names = "--force", description = "Replaces a file that is there.")
    boolean force;

    @Mixin
    OutputOption output = new OutputOption();

    SealVerb(House house, InstantSource clock) {
        this.house = house;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        if (store == null || file == null) {
            throw new ParameterException(spec.commandLine(), "Say which store and where to: hindcast seal STORE --out FILE.");
        }
        Path target = file;
        ResultFile.mayWrite(target, ResultFile.Kind.SEAL, force, store);
        Optional<Seal> before = Optional.ofNullable(previous).map(SealVerb::read);
        return over(store, connection, (opened, interruption) -> {
            Optional<Seal> seal = new Sealing(opened.source(), opened.location(), new VersionLine().getVersion()[0], clock.instant())
                    .seal(target, before, Indexing.progress(house.terminal()), interruption.cancellation());
            Indexing.clear(house.terminal());
            if (seal.isEmpty()) {
                house.terminal().say("Stopped: no seal was written.");
                return ExitCode.PARTIAL;
            }
            Document.print(SealAnswer.made(seal.get(), target), output.chosen(house.terminal()), house.terminal().out());
            return ExitCode.DONE;
        });
    }

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = "Holds a store against a seal: unchanged, or the first event of each stream that is not what it was.")
    int verify(
            @Parameters(paramLabel = "STORE", description = "The store, or a copy of it.") String location,
            @Parameters(paramLabel = "SEAL", description = "What hindcast seal wrote.") Path sealed,
            @Mixin ConnectionOptions access,
            @Option(
                            names = "--trust",
                            paramLabel = "CERT.pem",
                            description = "For a time stamp that lies beside as SEAL.tsr: what its signer may lead to.")
                    @Nullable List<Path> trusted,
            @Mixin OutputOption shape) {
        Seal seal = read(sealed);
        Optional<KeptStamp> stamp = KeptStamp.beside(sealed, house, trusted == null ? List.of() : trusted);
        return over(location, access, (opened, interruption) -> {
            var verdict = new SealVerifier(opened.source())
                    .verify(sealed, Indexing.progress(house.terminal()), interruption.cancellation());
            Indexing.clear(house.terminal());
            house.terminal().say(SealAnswer.sentence(seal, verdict));
            stamp.ifPresent(kept -> kept.sentences().forEach(house.terminal()::say));
            Fields answer = SealAnswer.of(seal, verdict);
            Document.print(
                    stamp.map(kept -> answer.with("timeStamp", kept.fields())).orElse(answer),
                    shape.chosen(house.terminal()),
                    house.terminal().out());
            boolean good = verdict.isUnchanged() && stamp.stream().allMatch(KeptStamp::holds);
            return verdict.isComplete() ? good ? ExitCode.DONE : ExitCode.FOUND : ExitCode.PARTIAL;
        });
    }

    @Command(
            name = "prove",
            mixinStandardHelpOptions = true,
            description = "Writes a proof that one event is in a sealed store, for somebody who has neither store nor program.")
    int prove(
            @Parameters(paramLabel = "STORE", description = "The sealed store.") String location,
            @Parameters(paramLabel = "SEAL", description = "What hindcast seal wrote.") Path sealed,
            @Option(names = "--stream", required = true, paramLabel = "NAME", description = "The event's stream.") String stream,
            @Option(names = "--at", required = true, paramLabel = "vN", description = "Its version.") String version,
            @Mixin ConnectionOptions access) {
        Seal seal = read(sealed);
        long wanted = HypothesisOptions.version(version);
        return over(location, access, (opened, interruption) -> {
            Optional<InclusionProof> proof = new Prover(opened.source())
                    .prove(seal, stream, wanted, Indexing.progress(house.terminal()), interruption.cancellation());
            Indexing.clear(house.terminal());
            if (interruption.cancellation().isCancelled()) {
                house.terminal().say("Stopped: no proof was made.");
                return ExitCode.PARTIAL;
            }
            String text = proof.map(InclusionProof::text)
                    .orElseThrow(() -> new UsageException(
                            "The sealed part of the store has no event %s v%d.".formatted(stream, wanted)));
            house.terminal().out().print(text);
            return ExitCode.DONE;
        });
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Checks a seal without its store: that it continues the seal before it, and that a proof leads to it.")
    int check(
            @Parameters(paramLabel = "SEAL", description = "What hindcast seal wrote.") Path sealed,
            @Parameters(arity = "0..1", paramLabel = "PROOF", description = "What hindcast seal prove printed.")
                    @Nullable Path proof) {
        Seal seal = read(sealed);
        if (seal.previous().isPresent() && seal.over() == Seal.Over.EVENTS && !seal.continuesPrevious()) {
            return found("The seal does not continue the one before it.");
        }
        if (proof != null && !proof(proof).holdsFor(seal)) {
            return found("The proof does not lead to the root of this seal.");
        }
        house.terminal().say(SealAnswer.checked(seal, proof != null));
        return ExitCode.DONE;
    }

    private int found(String sentence) {
        house.terminal().say(sentence);
        return ExitCode.FOUND;
    }

    private interface Task {
        int run(OpenStore opened, Interruption interruption) throws IOException;
    }

    private int over(String location, ConnectionOptions access, Task task) {
        try (var opened = house.opener().get().open(access.request(location, house.terminal()));
                var interruption = new Interruption(house.terminal())) {
            return within(opened, interruption, task);
        }
    }

    /// A seal and a proof name streams as they are, or they prove nothing.
    private void refuseMaskedNames(OpenStore opened) {
        Masking masking = house.terminal().curtain().masking();
        if (!masking.touchesHeader(MaskPlace.STREAM)) {
            return;
        }
        Indexing.run(opened, house.terminal());
        boolean anyMasked = opened.index().streams().stream()
                .map(StreamEntry::name)
                .anyMatch(name -> !masking.header(MaskPlace.STREAM, name, new MaskLog()).equals(name));
        if (anyMasked) {
            throw new UsageException(
                    "A mask means names of streams here, and a seal has to name them: lift the masks with --reveal REASON.");
        }
    }

    private int within(OpenStore opened, Interruption interruption, Task task) {
        try {
            refuseMaskedNames(opened);
            return task.run(opened, interruption);
        } catch (ConnectorException failure) {
            throw new StoppedEarly("Stopped, and nothing is said: " + failure.sentence(), failure);
        } catch (BrokenSeal broken) {
            throw new UsageException(broken.sentence());
        } catch (IOException failure) {
            throw new StoppedEarly("A file could not be written or read: no seal was made.", failure);
        }
    }

    private static Seal read(Path file) {
        try {
            return SealVerifier.read(file);
        } catch (NoSuchFileException _) {
            throw new UsageException("There is no file " + file + ".");
        } catch (IOException _) {
            throw new UsageException(file + " cannot be read.");
        } catch (BrokenSeal broken) {
            throw new UsageException(file + ": " + broken.sentence());
        }
    }

    private static InclusionProof proof(Path file) {
        try {
            return InclusionProof.read(Files.readAllBytes(file));
        } catch (IOException _) {
            throw new UsageException(file + " cannot be read.");
        } catch (BrokenSeal broken) {
            throw new UsageException(file + ": " + broken.sentence());
        }
    }
}
