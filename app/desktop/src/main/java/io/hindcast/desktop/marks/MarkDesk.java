package io.hindcast.desktop.marks;

import io.hindcast.audit.mark.Legend;
import io.hindcast.audit.mark.Mark;
import io.hindcast.audit.mark.MarkContent;
import io.hindcast.audit.mark.MarkKind;
import io.hindcast.audit.mark.Tick;
import io.hindcast.desktop.focus.Notice;
import io.hindcast.desktop.theme.Texts;
import io.hindcast.engine.session.OpenStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;

/// Where marks are written: what keys, menus and buttons do. What somebody has written and not yet put into the journal stays
/// here when its editor is closed.
public final class MarkDesk {
    private final MarksModel model;
    private final Consumer<Node> show;
    private final Runnable hide;
    private final Texts texts = Texts.of(MarkDesk.class);
    private final Map<Subject, MarkEditor> editors = new HashMap<>();

    /// What an editor is about.
    ///
    /// @param store its location: what was begun beside one store waits while another is open
    /// @param id of the mark that is changed, "" for a new one
    record Subject(String store, MarkKind kind, String id, Target target) {}

    /// @param show puts a dialog over the window
    /// @param hide takes it away
    public MarkDesk(MarksModel model, Consumer<Node> show, Runnable hide) {
        this.model = model;
        this.show = show;
        this.hide = hide;
    }

    /// Puts a bookmark at the focused event, or takes it away.
    public void bookmark() {
        onEvent(target -> {
            Optional<Mark> there =
                    model.ofFocus().stream().filter(mark -> mark.kind() == MarkKind.BOOKMARK).findFirst();
            there.ifPresentOrElse(model.book()::remove, () -> add(target, new MarkContent.Bookmark("")));
        });
    }

    /// Puts a tick mark of the usual legend at the focused event, or takes it away.
    ///
    /// @param number from 1
    public void tick(int number) {
        String name = Legend.USUAL.ticks().get(number - 1).name();
        model.focus().marked().now().legend().find(name).ifPresent(this::tick);
    }

    void tick(Tick tick) {
        onEvent(target -> {
            Optional<Mark> there = model.ofFocus().stream()
                    .filter(mark -> mark.content() instanceof MarkContent.Tick(String name, _) && name.equals(tick.name()))
                    .findFirst();
            there.ifPresentOrElse(model.book()::remove, () -> add(target, new MarkContent.Tick(tick.name(), "")));
        });
    }

    private void onEvent(Consumer<Target> what) {
        model.focusedEvent()
                .ifPresentOrElse(
                        event -> what.accept(Target.OfEvent.of(event)),
                        () -> model.focus().tell(Notice.warning(texts.text("marks.noEvent"))));
    }

    private void add(Target target, MarkContent content) {
        model.book().add(target, content, () -> {}, sentence -> model.focus().tell(Notice.warning(sentence)));
    }

    /// Lets the person write a note on the focused event.
    public void note() {
        write(MarkKind.NOTE);
    }

    /// Lets the person write a finding on the focused event.
    public void finding() {
        write(MarkKind.FINDING);
    }

    private void write(MarkKind kind) {
        if (model.focus().storeProperty().get().isEmpty()) {
            return;
        }
        List<Target> targets = model.focusedEvent()
                .<List<Target>>map(event -> List.of(
                        Target.OfEvent.of(event), new Target.OfStream(event.stream()), new Target.OfStore()))
                .orElse(List.of(new Target.OfStore()));
        open(new Subject(store(), kind, "", targets.getFirst()), Optional.empty(), targets);
    }

    /// Lets the person say something else.
    void edit(Mark mark) {
        open(new Subject(store(), mark.kind(), mark.id(), new Target.OfStore()), Optional.of(mark), List.of());
    }

    private String store() {
        return model.focus().storeProperty().get().map(OpenStore::location).orElse("");
    }

    private void open(Subject subject, Optional<Mark> mark, List<Target> targets) {
        MarkEditor editor = editors.computeIfAbsent(
                subject, key -> new MarkEditor(model, key.kind(), mark, targets, saved -> close(key, saved)));
        show.accept(editor);
        editor.takeKeys();
    }

    private void close(Subject subject, boolean forget) {
        if (forget) {
            editors.remove(subject);
        }
        hide.run();
    }

    /// Shows all tick marks, and lets the person add one.
    public void legend() {
        show.accept(new LegendView(model, hide));
    }

    /// Lets the person say who writes.
    public void person() {
        show.accept(new PersonView(model.book().person(), hide));
    }

    /// Takes the last change of marks back.
    public void undo() {
        model.book().step(true);
    }

    /// Does again what was taken back.
    public void redo() {
        model.book().step(false);
    }
}
