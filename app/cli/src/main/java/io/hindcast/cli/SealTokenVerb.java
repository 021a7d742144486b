package io.hindcast.cli;

import io.hindcast.audit.timestamp.StampCheck;
import io.hindcast.audit.timestamp.StampableFile;
import io.hindcast.cli.output.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `hindcast seal token FILE ANSWER.tsr`: whether a time stamp is of this file, and what it proves.
@Command(
        name = "token",
        description = "Checks a time stamp (RFC 3161) over a seal, or over the manifest of a report.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Nobody is asked: whether a certificate was revoked is not looked up.",
            "Exit code 0: it holds. 1: it does not, with a sentence for each reason. 2: a file is not what it should be."
        })
final class SealTokenVerb implements Callable<Integer> {
    private final House house;

    @Parameters(index = "0", paramLabel = "FILE", description = "What hindcast seal wrote, or a .manifest.json.")
    Path file = Path.of("");

    @Parameters(index = "1", paramLabel = "ANSWER.tsr", description = "What the authority sent back.")
    Path token = Path.of("");

    @Option(
            names = "--trust",
            arity = "1..*",
            paramLabel = "CERT.pem",
            description = "Certificates that the signer may lead to, PEM or DER.")
    List<Path> trusted = List.of();

    @Option(
            names = "--request",
            paramLabel = "FILE.tsq",
            description = "The request that was sent: its nonce has to come back. Preset: FILE.tsq, where it is there.")
    @Nullable Path request;

    @Option(
            names = "--keep",
            description = "Puts the token beside the file as FILE.tsr, if it holds: seal verify looks for it there.")
    boolean keep;

    @Option(names = "--force", description = "Replaces a token that is kept there.")
    boolean force;

    @Mixin
    OutputOption output = new OutputOption();

    SealTokenVerb(House house) {
        this.house = house;
    }

    @Override
    public Integer call() {
        StampableFile stamped = Stamps.readable(() -> StampableFile.of(file));
        StampCheck check = Stamps.readable(() -> Stamps.check(house, stamped, token, request, trusted));
        StampAnswer.sentences(stamped, check).forEach(house.terminal()::say);
        if (keep && check.holds()) {
            keep(stamped.beside(Stamps.TOKEN));
        }
        Document.print(
                StampAnswer.of(stamped, check),
                output.chosen(house.terminal()),
                house.terminal().out());
        return check.holds() ? ExitCode.DONE : ExitCode.FOUND;
    }

    private void keep(Path place) {
        if (isSame(place)) {
            return;
        }
        ResultFile.mayWrite(place, ResultFile.Kind.TOKEN, force);
        ResultFile.write(place, StampableFile.read(token));
        house.terminal().say("Kept as %s.".formatted(place));
    }

    private boolean isSame(Path place) {
        try {
            return Files.exists(place) && Files.isSameFile(place, token);
        } catch (IOException _) {
            return false;
        }
    }
}
