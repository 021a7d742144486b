package io.hindcast.desktop.shell;

import io.hindcast.audit.journal.PlainLocation;
import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.open.Opening;
import io.hindcast.desktop.open.RecentStores;
import io.hindcast.engine.link.StoreLook;
import io.hindcast.engine.session.OpenStore;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Goes to looks: in the open store at once, in another as soon as that is open.
final class Visits {
    private final Focus focus;
    private final Opening opening;
    private final Arrival arrival;
    private Optional<StoreLook> expected = Optional.empty();
    private Function<String, Optional<StoreLook>> left = _ -> Optional.empty();

    Visits(Focus focus, Opening opening, Arrival arrival) {
        this.focus = focus;
        this.opening = opening;
        this.arrival = arrival;
        focus.storeProperty().subscribe(store -> store.ifPresent(this::opened));
    }

    /// Says where to go in a store that is opened without anything else being expected.
    void otherwise(Function<String, Optional<StoreLook>> how) {
        left = how;
    }

    /// Goes there when somebody has opened that store; when it is another one, the look is forgotten.
    void expect(StoreLook look) {
        expected = Optional.of(look);
    }

    /// Goes there, and opens the store first if another one is open.
    void visit(StoreLook look) {
        if (focus.storeProperty().get().filter(store -> isOf(look, store)).isPresent()) {
            arrival.at(look);
        } else {
            expect(look);
            opening.open(request(look.store()));
        }
    }

    /// With the user's name of the last time; a password is asked for.
    private OpenRequest request(String place) {
        Optional<String> user = opening.recent().entries().stream()
                .filter(it -> it.location().equals(place))
                .findFirst()
                .flatMap(RecentStores.Entry::user);
        return new OpenRequest(new Location(place), user.map(it -> Map.of("user", it)).orElse(Map.of()), Optional::empty);
    }

    private void opened(OpenStore store) {
        Optional<StoreLook> look = expected.filter(it -> isOf(it, store)).or(() -> left.apply(store.location()));
        expected = Optional.empty();
        look.ifPresent(arrival::at);
    }

    private static boolean isOf(StoreLook look, OpenStore store) {
        return PlainLocation.of(new Location(look.store())).equals(PlainLocation.of(new Location(store.location())));
    }
}
