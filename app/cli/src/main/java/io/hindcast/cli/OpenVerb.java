package io.hindcast.cli;

import io.hindcast.connector.OpenRequest;
import io.hindcast.engine.link.LookLink;
import io.hindcast.engine.link.LookMistake;
import io.hindcast.engine.link.StoreLook;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `hindcast open [STORE]`: the window.
@Command(name = "open", description = "Opens the window, on a store if one is named.", mixinStandardHelpOptions = true)
final class OpenVerb implements Callable<Integer> {
    private final House house;

    @Parameters(index = "0", arity = "0..1", paramLabel = "STORE", description = "A path, a URL or sample:ledger; or a link that was copied in the window (hindcast://…).")
    @Nullable String store;

    @Mixin
    ConnectionOptions connection = new ConnectionOptions();

    @Option(names = "--theme", paramLabel = "NAME", defaultValue = "last", description = "light, dark, contrast, system, or last: as chosen in the window (last).")
    String theme = "last";

    @Option(names = "--headless", description = "Paint without a display.")
    boolean headless;

    @Option(names = "--snapshot", paramLabel = "FILE", description = "Write a picture of the window here and end; an older picture is replaced.")
    @Nullable Path snapshot;

    @Option(names = "--stream", paramLabel = "NAME", description = "The stream to show.")
    @Nullable String stream;

    @Option(names = "--at", paramLabel = "MOMENT", description = "The moment to show.")
    @Nullable String at;

    @Option(names = "--zone", paramLabel = "ZONE", description = "Zone of axis and tables (UTC).")
    @Nullable String zone;

    @Option(names = "--size", paramLabel = "WxH", description = "Size of the window (as it was left, else 1440x900).")
    @Nullable String size;

    @Option(names = "--fresh", description = "Open as if nobody had looked before; else the window comes back as it was left.")
    boolean fresh;

    OpenVerb(House house) {
        this.house = house;
    }

    @Override
    public Integer call() {
        if (!theme.matches("light|dark|contrast|system|last")) {
            throw new UsageException(theme + " is no theme; choose light, dark, contrast, system or last.");
        }
        String wished = Objects.requireNonNullElse(size, "1440x900");
        if (!wished.matches("\\d{3,4}x\\d{3,4}")) {
            throw new UsageException(wished + " is no size; write one like 1440x900.");
        }
        Optional<StoreLook> look = look();
        Optional<String> place = look.map(StoreLook::store).or(() -> Optional.ofNullable(store));
        if (snapshot != null) {
            ResultFile.mayWrite(snapshot, ResultFile.Kind.PICTURE, true, place.orElse(""));
        }
        String[] sides = wished.split("x", -1);
        return house.window()
                .open(new Window.Wish(
                        request(place),
                        theme,
                        headless,
                        Optional.ofNullable(snapshot),
                        look,
                        Optional.ofNullable(stream),
                        Optional.ofNullable(at),
                        zone(),
                        fresh,
                        size != null,
                        Optional.ofNullable(connection.masks.file),
                        Optional.ofNullable(connection.masks.keyVariable),
                        Integer.parseInt(sides[0]),
                        Integer.parseInt(sides[1])));
    }

    /// What a link asks for, if one was given.
    private Optional<StoreLook> look() {
        if (store == null || !LookLink.isMeant(store)) {
            return Optional.empty();
        }
        if (stream != null || at != null || zone != null) {
            throw new UsageException("A link says stream, moment and zone itself; leave --stream, --at and --zone out.");
        }
        return switch (LookLink.read(store)) {
            case LookLink.Reading.Read(StoreLook look) -> Optional.of(look);
            case LookLink.Reading.Misread(LookMistake mistake) -> throw new UsageException(mistake.sentence());
        };
    }

    private Optional<OpenRequest> request(Optional<String> place) {
        if (connection.masks.reason != null) {
            throw new UsageException("Masks of the window are lifted in the window itself: for an event, a stream or the store.");
        }
        return place.map(text -> connection.request(text, house.terminal()));
    }

    private Optional<ZoneId> zone() {
        try {
            return Optional.ofNullable(zone).map(ZoneId::of);
        } catch (DateTimeException _) {
            throw new UsageException("There is no time zone " + zone + "; write one like Europe/Zurich or UTC.");
        }
    }
}
