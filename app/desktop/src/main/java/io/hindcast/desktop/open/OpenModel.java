package io.hindcast.desktop.open;

import io.hindcast.connector.Connector;
import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.Recognition;
import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.work.Asking;
import io.hindcast.engine.session.StoreOpener;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What is typed into the open dialog, and which connector claims it. A password passes through and is kept nowhere.
public final class OpenModel {
    /// The store that comes with the program.
    public static final String SAMPLE = "sample:ledger";

    private final Opening opening;
    private final StringProperty location = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Claim> claim = new ReadOnlyObjectWrapper<>(Claim.EMPTY);
    private final Asking<String, Claim> recognising;
    private Optional<OpenRequest> lastRequest = Optional.empty();

    /// Who claims what is typed.
    ///
    /// @param connector absent when nobody does, or nothing is typed
    record Claim(String location, Optional<Connector> connector, Recognition recognition) {
        static final Claim EMPTY = new Claim("", Optional.empty(), Recognition.NO);
    }

    public OpenModel(Focus focus, Opening opening) {
        this.opening = opening;
        this.recognising = focus.work().asking(
                text -> claimOf(opening.opener(), text), claim::set, _ -> claim.set(Claim.EMPTY));
        location.subscribe((_, text) -> recognising.ask(text.strip()));
    }

    private static Claim claimOf(StoreOpener opener, String text) {
        if (text.isEmpty()) {
            return Claim.EMPTY;
        }
        var location = new Location(text);
        Optional<Connector> connector = opener.connectorFor(location);
        Recognition recognition = connector.map(it -> it.recognises(location)).orElse(Recognition.NO);
        return new Claim(text, connector, recognition);
    }

    /// Whether a person can say what the columns or fields of what is typed mean.
    boolean mayBeMapped() {
        return claim.get().connector().filter(OpenModel::takesMapping).isPresent();
    }

    private static boolean takesMapping(Connector connector) {
        return connector.settings().stream().anyMatch(setting -> setting.name().equals("mapping"));
    }

    /// What is typed, as a request. A password that was typed for the same store before still counts.
    ///
    /// @param password used once; empty for none
    Optional<OpenRequest> request(Map<String, String> settings, char[] password) {
        String text = location.get().strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var at = new Location(text);
        Supplier<Optional<char[]>> secret = password.length > 0
                ? () -> Optional.of(password)
                : lastRequest.filter(last -> last.location().equals(at)).map(OpenRequest::password).orElse(Optional::empty);
        lastRequest = Optional.of(new OpenRequest(at, settings, secret));
        return lastRequest;
    }

    /// Opens what is typed.
    ///
    /// @param password used once; empty for none
    void open(Map<String, String> settings, char[] password) {
        request(settings, password).ifPresent(opening::open);
    }

    StringProperty locationProperty() {
        return location;
    }

    ReadOnlyObjectProperty<Claim> claimProperty() {
        return claim.getReadOnlyProperty();
    }

    Opening opening() {
        return opening;
    }
}
