package io.hindcast.desktop.workspace;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.desktop.focus.Notice;
import io.hindcast.desktop.work.Work;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.session.StoreOpener;
import io.hindcast.engine.session.WorkspaceWriter;
import io.hindcast.engine.workspace.WorkspaceFile;
import io.hindcast.engine.workspace.WorkspaceFile.Entry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Stores that are being put together: what is said of each, whether it would open, and the file that holds them.
public final class WorkspaceModel {
    /// Fewer are no workspace.
    private static final int LEAST = 2;

    private final Work work;
    private final StoreOpener opener;
    private final Function<String, Optional<String>> environment;
    private final ObservableList<StoreRow> rows = FXCollections.observableArrayList();
    private final ObservableList<StoreRow> shown = FXCollections.unmodifiableObservableList(rows);
    private final ReadOnlyObjectWrapper<Optional<Path>> file = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Trouble>> trouble = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Notice>> refused = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param environment the value of an environment variable, for passwords
    public WorkspaceModel(Work work, StoreOpener opener, Function<String, Optional<String>> environment) {
        this.work = work;
        this.opener = opener;
        this.environment = environment;
    }

    /// Begins with what is open: the stores of a workspace, or the one store.
    public void beginWith(OpenStore open) {
        var location = new Location(open.location());
        if (WorkspaceFile.isOne(location)) {
            read(location.path().orElseThrow());
        } else if (!location.text().startsWith("sample:")) {
            add(location.text());
        }
    }

    /// Takes the stores of a workspace file instead of those that are here.
    void read(Path from) {
        trouble.set(Optional.empty());
        try {
            WorkspaceFile workspace = WorkspaceFile.read(from);
            file.set(Optional.of(from));
            rows.setAll(workspace.entries().stream()
                    .map(StoreRow::new)
                    .toList());
            rows.forEach(this::check);
            refused.set(Optional.empty());
        } catch (ConnectorException e) {
            refused.set(Optional.of(Notice.of(e)));
        }
    }

    /// Adds a store under a name made of its own.
    ///
    /// @return whether it is taken; else [#troubleProperty()] says why not
    boolean add(String text) {
        trouble.set(Optional.empty());
        if (text.isBlank()) {
            return false;
        }
        var location = new Location(text.strip());
        if (location.showsPassword()) {
            return refuse(Trouble.SECRET);
        }
        if (WorkspaceFile.isOne(location)) {
            return refuse(Trouble.NESTED);
        }
        if (rows.stream().anyMatch(row -> row.entry().location().equals(location))) {
            return refuse(Trouble.TWICE);
        }
        var taken = rows.stream().map(row -> row.entry().alias()).collect(Collectors.toSet());
        put(rows.size(), new Entry(WorkspaceFile.aliasFor(location, taken), location));
        return true;
    }

    private boolean refuse(Trouble why) {
        trouble.set(Optional.of(why));
        return false;
    }

    void remove(int index) {
        rows.remove(index);
    }

    /// Moves a store up or down: of two events recorded at one instant the earlier store's comes first.
    void move(int index, int by) {
        int to = index + by;
        if (to >= 0 && to < rows.size()) {
            rows.add(to, rows.remove(index));
        }
    }

    /// Calls a store something else.
    boolean rename(int index, String name) {
        trouble.set(Optional.empty());
        Entry entry = rows.get(index).entry();
        if (entry.alias().equals(name)) {
            return true;
        }
        if (!WorkspaceFile.isAlias(name)) {
            return refuse(Trouble.NO_NAME);
        }
        if (rows.stream().anyMatch(row -> row.entry().alias().equals(name))) {
            return refuse(Trouble.NAME_TAKEN);
        }
        var renamed = new Entry(
                name, entry.remarks(), entry.location(), entry.settings(), entry.fold(), entry.passwordVariable());
        rows.set(index, rows.get(index).with(renamed));
        return true;
    }

    /// Says how to get into a store and how to fold it; blank for nothing. What is not among these stays.
    void say(int index, Details details) {
        Entry entry = rows.get(index).entry();
        var settings = new HashMap<>(entry.settings());
        put(settings, "user", details.user());
        put(settings, "mapping", details.mapping());
        var said = new Entry(
                entry.alias(),
                entry.remarks(),
                entry.location(),
                settings,
                Optional.of(details.fold().strip()).filter(path -> !path.isEmpty()).flatMap(path -> new Location(path).path()),
                Optional.of(details.passwordVariable().strip()).filter(name -> !name.isEmpty()));
        if (!said.equals(entry)) {
            put(index, said);
        }
    }

    private static void put(Map<String, String> settings, String name, String value) {
        if (value.isBlank()) {
            settings.remove(name);
        } else {
            settings.put(name, value.strip());
        }
    }

    /// A mapping was kept for a store: it counts instead of a file that was named before.
    public void mapped(OpenRequest request) {
        for (int index = 0; index < rows.size(); index++) {
            Entry entry = rows.get(index).entry();
            if (entry.location().equals(request.location())) {
                var details = Details.of(entry);
                say(index, new Details(details.user(), details.passwordVariable(), details.fold(), ""));
                check(rows.get(index));
            }
        }
    }

    /// What opens a store, with nobody to ask for a password.
    OpenRequest request(int index) {
        return rows.get(index).entry().request(environment, Optional::empty);
    }

    private void put(int index, Entry entry) {
        var row = new StoreRow(entry);
        if (index == rows.size()) {
            rows.add(row);
        } else {
            rows.set(index, row);
        }
        check(row);
    }

    /// A store that was changed since has another row, so that this answer is nobody's.
    private void check(StoreRow row) {
        work.<Entry, Standing>asking(this::tried, row.standingProperty()::set, failure -> {
            Notice why = Notice.of(failure);
            row.standingProperty().set(new Standing.Refused(why.sentence(), why.kind()));
        }).ask(row.entry());
    }

    private Standing tried(Entry entry) {
        try (OpenStore store = opener.open(entry.request(environment, Optional::empty))) {
            return new Standing.Opens(store.info().system(), store.info().layout());
        }
    }

    /// Writes the file; what it says of mappings is taken over.
    ///
    /// @return whether it was written
    boolean save(Path to) {
        trouble.set(Optional.empty());
        try {
            Path named = to.toString().endsWith(WorkspaceFile.ENDING) ? to : Path.of(to + WorkspaceFile.ENDING);
            var workspace = new WorkspaceFile(rows.stream().map(StoreRow::entry).toList());
            WorkspaceFile written = new WorkspaceWriter(opener).write(named, workspace);
            for (int index = 0; index < rows.size(); index++) {
                rows.set(index, rows.get(index).with(written.entries().get(index)));
            }
            file.set(Optional.of(named));
            return true;
        } catch (IOException _) {
            return refuse(Trouble.FILE);
        }
    }

    /// Whether there is enough to save.
    BooleanBinding complete() {
        return Bindings.createBooleanBinding(() -> rows.size() >= LEAST, rows);
    }

    ObservableList<StoreRow> rows() {
        return shown;
    }

    /// The file that was read or written last.
    ReadOnlyObjectProperty<Optional<Path>> fileProperty() {
        return file.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Trouble>> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /// Why a workspace file was not taken.
    ReadOnlyObjectProperty<Optional<Notice>> refusedProperty() {
        return refused.getReadOnlyProperty();
    }
}
