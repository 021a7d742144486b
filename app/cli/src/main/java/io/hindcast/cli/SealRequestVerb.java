package io.hindcast.cli;

import io.hindcast.audit.timestamp.StampableFile;
import io.hindcast.cli.output.Document;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `hindcast seal request FILE`: writes what a time-stamp authority is asked.
@Command(
        name = "request",
        description = "Writes a request for a time stamp (RFC 3161) over a seal, or over the manifest of a report.",
        mixinStandardHelpOptions = true,
        footer = {"", "Nothing is sent: carry the request to an authority, and its answer back to hindcast seal token."})
final class SealRequestVerb implements Callable<Integer> {
    /// Enough that no two requests have the same; with the first bit zero, so that it is a positive number of eight bytes.
    private static final int NONCE_BITS = 63;

    private final House house;
    private final Supplier<RandomGenerator> chance;

    @Parameters(paramLabel = "FILE", description = "What hindcast seal wrote, or a .manifest.json.")
    Path file = Path.of("");

    @Option(names = "--out", paramLabel = "FILE.tsq", description = "Where the request goes; preset: beside, as FILE.tsq.")
    @Nullable Path out;

    @Option(
            names = "--no-nonce",
            description = "Without the random number that the answer has to repeat, by which an old answer is known.")
    boolean withoutNonce;

    @Option(names = "--force", description = "Replaces a file that is there.")
    boolean force;

    @Mixin
    OutputOption output = new OutputOption();

    SealRequestVerb(House house, Supplier<RandomGenerator> chance) {
        this.house = house;
        this.chance = chance;
    }

    @Override
    public Integer call() {
        StampableFile stamped = Stamps.readable(() -> StampableFile.of(file));
        Path target = out == null ? stamped.beside(Stamps.REQUEST) : out;
        ResultFile.mayWrite(target, ResultFile.Kind.REQUEST, force);
        Optional<BigInteger> nonce = withoutNonce ? Optional.empty() : Optional.of(nonce());
        byte[] request = Stamps.of(house).request(stamped.sha256(), nonce);
        ResultFile.write(target, request);
        Document.print(fields(stamped, target, nonce), output.chosen(house.terminal()), house.terminal().out());
        house.terminal()
                .say("The authority takes it as application/timestamp-query. Its answer is checked by: hindcast seal token %s ANSWER.tsr --request %s"
                        .formatted(file, target));
        return ExitCode.DONE;
    }

    /// Above zero.
    private BigInteger nonce() {
        return BigInteger.valueOf(chance.get().nextLong() >>> (Long.SIZE - NONCE_BITS)).max(BigInteger.ONE);
    }

    private static Fields fields(StampableFile stamped, Path target, Optional<BigInteger> nonce) {
        return Fields.builder(4)
                .put("request", new Text(target.toString()))
                .put("file", new Text(stamped.path().toString()))
                .put("sha256", new Text(stamped.sha256().toString()))
                .put("nonce", nonce.<StateValue>map(number -> new Text(number.toString(16))).orElse(Null.NULL))
                .build();
    }
}
