package io.hindcast.desktop.marks;

import io.hindcast.audit.journal.Damage;
import io.hindcast.audit.journal.Journals;
import io.hindcast.audit.mark.Checked;
import io.hindcast.audit.mark.Mark;
import io.hindcast.audit.mark.MarkCheck;
import io.hindcast.audit.mark.MarkContent;
import io.hindcast.audit.mark.MarkFailure;
import io.hindcast.audit.mark.Marks;
import io.hindcast.audit.mark.Tick;
import io.hindcast.connector.Location;
import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.focus.Notice;
import io.hindcast.desktop.question.LongJob;
import io.hindcast.desktop.theme.Texts;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The journal of marks of the open store: read and held against the store when it opens, written entry by entry. All of
/// that runs away from the screen's thread; what there is stands in [Focus#marked()].
public final class MarkBook {
    private final Focus focus;
    private final Function<String, Journals> journals;
    private final Person person;
    private final Texts texts = Texts.of(MarkBook.class);
    private final LongJob checking;
    private final Undoing undoing = new Undoing();
    private final ReadOnlyObjectWrapper<Optional<Marks>> marks = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> trouble = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<OpenStore> store = Optional.empty();
    private boolean stepping;

    /// @param journals where they lie for somebody with this name
    public MarkBook(Focus focus, Function<String, Journals> journals, Person person) {
        this.focus = focus;
        this.journals = journals;
        this.person = person;
        this.checking = new LongJob(focus.work());
        focus.storeProperty().subscribe(this::open);
        person.nameProperty().subscribe((_, _) -> open(store));
    }

    private void open(Optional<OpenStore> opened) {
        boolean another = !opened.equals(store);
        store = opened;
        marks.set(Optional.empty());
        if (another) {
            undoing.forget();
            checking.drop();
        }
        opened.ifPresent(it -> {
            var journal = journals.apply(person.nameProperty().get()).of(new Location(it.location()));
            away(it, () -> Marks.of(journal, it.source()), read -> opened(read, another), this::cannot);
        });
    }

    private void opened(Marks read, boolean check) {
        marks.set(Optional.of(read));
        trouble.set(Optional.empty());
        show(read);
        if (!read.reading().isSound()) {
            cannot(texts.text("marks.damaged", read.journal().file(), damage(read.reading().damages().getFirst())));
        }
        if (check && !read.now().all().isEmpty()) {
            check();
        }
    }

    private String damage(Damage damage) {
        return texts.text("marks.damage." + damage.kind(), damage.from(), damage.to());
    }

    private void cannot(String sentence) {
        trouble.set(Optional.of(sentence));
        focus.tell(Notice.warning(sentence));
    }

    private void show(Marks read) {
        focus.marked().show(read.now());
    }

    /// Reads the journal anew, because others may have written into it, and holds all marks against the store.
    public void check() {
        if (marks.get().isEmpty()) {
            open(store);
            return;
        }
        if (store.isEmpty()) {
            return;
        }
        OpenStore open = store.get();
        Marks read = marks.get().get();
        checking.start(
                (progress, cancellation) -> {
                    read.refresh();
                    return MarkCheck.of(open.source(), read.now().all(), progress, cancellation);
                },
                checked -> checked(read, checked),
                failure -> cannot(sentence(failure)));
    }

    private void checked(Marks read, Checked checked) {
        show(read);
        focus.marked().stand(checked);
        if (checked.invalid() > 0) {
            focus.tell(Notice.warning(texts.text("marks.invalid", checked.invalid())));
        } else if (!checked.isComplete()) {
            focus.tell(Notice.warning(texts.text("marks.stopped")));
        }
    }

    /// Binds a mark to what stands there now, and writes it.
    ///
    /// @param done told when it is on the disk
    /// @param failed told a sentence otherwise; nothing is written then
    public void add(Target target, MarkContent content, Runnable done, Consumer<String> failed) {
        store.ifPresent(open -> perform(
                read -> {
                    var binding = target.bind(open, Progress.SILENT, Cancellation.never());
                    return new Step.Add(binding.orElseThrow(Gone::new), content).on(read);
                },
                done,
                failed));
    }

    /// Says something else from now on.
    public void change(Mark mark, MarkContent content, Runnable done, Consumer<String> failed) {
        perform(read -> new Step.Change(mark.id(), content).on(read), done, failed);
    }

    public void remove(Mark mark) {
        perform(read -> new Step.Remove(mark.id()).on(read), () -> {}, this::warn);
    }

    /// Puts a tick mark into the legend; this is not taken back by [#step].
    public void explain(Tick tick, Runnable done, Consumer<String> failed) {
        with(failed, read -> away(
                () -> {
                    read.explain(tick);
                    return read;
                },
                now -> {
                    show(now);
                    done.run();
                },
                failed));
    }

    private void perform(Function<Marks, Step.Done> deed, Runnable done, Consumer<String> failed) {
        with(failed, read -> away(
                () -> deed.apply(read),
                made -> {
                    undoing.did(made);
                    wrote(read, made);
                    done.run();
                },
                failed));
    }

    private void wrote(Marks read, Step.Done done) {
        trouble.set(Optional.empty());
        done.bound().ifPresent(mark -> focus.marked().hold(List.of(mark)));
        show(read);
    }

    /// Takes the last change back, or does again what was taken back.
    public void step(boolean back) {
        Optional<Step> next = undoing.next(back);
        if (stepping || next.isEmpty() || marks.get().isEmpty()) {
            return;
        }
        stepping = true;
        Step step = next.get();
        Marks read = marks.get().get();
        away(
                () -> stepped(step, read),
                made -> {
                    stepping = false;
                    made.ifPresentOrElse(
                            done -> {
                                undoing.moved(back, step, done);
                                wrote(read, done);
                            },
                            () -> {
                                undoing.dropped(back, step);
                                warn(texts.text("marks.lost"));
                            });
                },
                sentence -> {
                    stepping = false;
                    warn(sentence);
                });
    }

    /// Nothing when somebody else has taken the mark away meanwhile.
    private static Optional<Step.Done> stepped(Step step, Marks read) {
        try {
            return Optional.of(step.on(read));
        } catch (MarkFailure _) {
            return Optional.empty();
        }
    }

    private void with(Consumer<String> failed, Consumer<Marks> what) {
        marks.get().ifPresentOrElse(what, () -> failed.accept(trouble.get().orElse(texts.text("marks.reading"))));
    }

    private void warn(String sentence) {
        focus.tell(Notice.warning(sentence));
    }

    private <A> void away(Supplier<A> task, Consumer<A> done, Consumer<String> failed) {
        store.ifPresent(open -> away(open, task, done, failed));
    }

    /// Answers that come when another store is open are dropped.
    private <A> void away(OpenStore open, Supplier<A> task, Consumer<A> done, Consumer<String> failed) {
        focus.work().start(() -> {
            try {
                A answer = task.get();
                focus.work().show(() -> ifOpen(open, () -> done.accept(answer)));
            } catch (RuntimeException failure) {
                String sentence = sentence(failure);
                focus.work().show(() -> ifOpen(open, () -> failed.accept(sentence)));
            }
        });
    }

    private void ifOpen(OpenStore open, Runnable what) {
        if (store.filter(open::equals).isPresent()) {
            what.run();
        }
    }

    /// What a mark was to stand beside is not in the store.
    private static final class Gone extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private String sentence(Throwable failure) {
        return switch (failure) {
            case Gone _ -> texts.text("marks.gone");
            default -> Notice.of(failure).sentence();
        };
    }

    /// What is wrong with the journal, absent while all is well.
    /// The marks of the open store; absent while they are read, and where they cannot be.
    public Optional<Marks> marks() {
        return marks.get();
    }

    public ReadOnlyObjectProperty<Optional<String>> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    Undoing undoing() {
        return undoing;
    }

    LongJob checking() {
        return checking;
    }

    Person person() {
        return person;
    }

    Focus focus() {
        return focus;
    }
}
