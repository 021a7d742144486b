package io.hindcast.desktop.fake;

import io.hindcast.audit.verify.Outcome;
import io.hindcast.connector.Connector;
import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.ConnectorException.Kind;
import io.hindcast.connector.EventSource;
import io.hindcast.connector.Location;
import io.hindcast.connector.MappingGuess;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.Recognition;
import io.hindcast.connector.Setting;
import io.hindcast.engine.replay.Moment;
import io.hindcast.engine.replay.StreamHistory;
import io.hindcast.engine.session.MappingTrial;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.session.StoreOpener;
import io.hindcast.engine.state.Change;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.event.StoredSnapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Opens the bank at `sample:ledger`, an empty store at `empty.db`, one that strains a window at
/// `odd.db`, and refuses everything else with a sentence; at
/// `unknown.db` lies a table that has to be mapped first.
public final class FakeOpener implements StoreOpener {
    /// Stores whose mapping was kept.
    private final Map<String, String> kept = new ConcurrentHashMap<>();

    @Override
    public List<Installed> connectors() {
        return List.of(new Installed.Working(new FakeConnector(), "built in"));
    }

    @Override
    public Optional<Connector> connectorFor(Location location) {
        var connector = new FakeConnector();
        return connector.recognises(location) == Recognition.NO ? Optional.empty() : Optional.of(connector);
    }

    @Override
    public OpenStore open(OpenRequest request) {
        String place = request.location().text();
        if (place.endsWith("canary.db") || place.endsWith("canary.hindcast")) {
            return Canary.open(place);
        }
        return switch (request.location().text()) {
            case "sample:ledger" -> Bank.open();
            case "empty.db" -> Bank.empty();
            case "odd.db" -> Oddities.open();
            case "locked.db" -> throw new ConnectorException(
                    Kind.AUTHENTICATION, "The database refused the user name or the password.");
            case "unknown.db" -> {
                if (kept.containsKey(request.location().text())) {
                    yield Bank.open();
                }
                throw new ConnectorException(
                        Kind.NOT_AN_EVENT_STORE, "No event table of a known system was found. Tables seen: booking.");
            }
            default -> throw new ConnectorException(
                    Kind.NOT_FOUND, "There is no file " + request.location().text() + ".");
        };
    }

    @Override
    public List<MappingGuess> guessMappings(OpenRequest request) {
        return List.of(FakeMapping.guess());
    }

    @Override
    public MappingTrial tryMapping(OpenRequest request, String text) {
        return FakeMapping.trial(text);
    }

    @Override
    public Optional<String> savedMapping(Location location) {
        return Optional.ofNullable(kept.get(location.text()));
    }

    @Override
    public Path saveMapping(Location location, String text) {
        kept.put(location.text(), text);
        return Path.of("unknown.layout");
    }

    /// Tests a snapshot of the bank: those of the first stretch agree, the next has lost a cent.
    public static Outcome test(OpenStore store, StreamHistory history, StoredSnapshot snapshot) {
        StateValue replay = history.at(new Moment.AtVersion(snapshot.version())).state();
        if (!(replay.at(FieldPath.parse("/balance")) instanceof Num balance)) {
            return new Outcome.Unverifiable("the replay has no balance");
        }
        return snapshot.version() < 60 || snapshot.version() > 120
                ? new Outcome.Matches()
                : new Outcome.Drifts(List.of(new Change(
                        FieldPath.parse("/balance"),
                        balance.minus(Num.parse("0.01")),
                        balance)));
    }

    private static final class FakeConnector implements Connector {
        @Override
        public String id() {
            return "fake";
        }

        @Override
        public String displayName() {
            return "Bank in memory";
        }

        @Override
        public List<Setting> settings() {
            return List.of(
                    Setting.text("user", "User"),
                    Setting.secret("password", "Password"),
                    new Setting("mapping", "Layout file", Setting.Kind.PATH, List.of(), ""),
                    new Setting("encryption", "Encryption", Setting.Kind.CHOICE, List.of("prefer", "require"), "prefer"));
        }

        @Override
        public Recognition recognises(Location location) {
            return location.text().startsWith("sample:")
                    ? Recognition.CERTAIN
                    : location.text().endsWith(".db") ? Recognition.POSSIBLE : Recognition.NO;
        }

        @Override
        public EventSource open(OpenRequest request) {
            throw new UnsupportedOperationException("the fakes have no source");
        }
    }
}
