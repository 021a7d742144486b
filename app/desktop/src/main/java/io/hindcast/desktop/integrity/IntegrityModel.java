package io.hindcast.desktop.integrity;

import io.hindcast.audit.integrity.CheckResult;
import io.hindcast.audit.integrity.Criteria;
import io.hindcast.audit.integrity.Finding;
import io.hindcast.audit.integrity.Integrity;
import io.hindcast.audit.integrity.IntegrityResult;
import io.hindcast.audit.integrity.Place;
import io.hindcast.desktop.focus.Destination;
import io.hindcast.desktop.focus.Evidence.Findings;
import io.hindcast.desktop.focus.Focus;
import io.hindcast.desktop.focus.FoldInUse;
import io.hindcast.desktop.focus.Notice;
import io.hindcast.desktop.question.LongJob;
import io.hindcast.desktop.work.Asking;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.engine.replay.Moment;
import io.hindcast.engine.session.OpenStore;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// A run of all checks, away from the screen's thread, and one page of findings of one check. Forgotten with the store.
public final class IntegrityModel {
    /// Findings a page.
    static final int ROWS = 500;

    private final Focus focus;
    private final LongJob job;
    private final ReadOnlyObjectWrapper<Optional<IntegrityResult>> result =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Page> page = new ReadOnlyObjectWrapper<>(Page.NONE);
    private final Asking<Wish, Page> paging;

    /// Some findings of a check.
    ///
    /// @param from the place of the first among all of the check, 0-based
    record Page(Optional<CheckResult> of, long from, List<Finding> findings) {
        static final Page NONE = new Page(Optional.empty(), 0, List.of());
    }

    private record Wish(CheckResult of, long from) {}

    public IntegrityModel(Focus focus) {
        this.focus = focus;
        this.job = new LongJob(focus.work());
        this.paging = focus.work().asking(
                wish -> new Page(
                        Optional.of(wish.of()), wish.from(), wish.of().findings().page(wish.from(), ROWS)),
                page::set,
                failure -> focus.tell(Notice.of(failure)));
        focus.storeProperty().subscribe((_, _) -> forget());
    }

    private void forget() {
        job.drop();
        paging.drop();
        page.set(Page.NONE);
        Optional<IntegrityResult> before = result.get();
        result.set(Optional.empty());
        before.ifPresent(it -> focus.work().start(it::close));
    }

    /// Runs all checks anew.
    void run() {
        Optional<OpenStore> opened = focus.storeProperty().get();
        if (opened.isEmpty()) {
            return;
        }
        forget();
        OpenStore store = opened.get();
        Fold fold = focus.recordedFold().map(FoldInUse::fold).orElseGet(store::defaultFold);
        var criteria = new Criteria(
                Criteria.USUAL.lateCommit(),
                Criteria.USUAL.lateDays(),
                focus.zoneProperty().get());
        job.start(
                (progress, cancellation) -> new Integrity(criteria).examine(store, fold, progress, cancellation),
                this::end,
                failure -> focus.tell(Notice.of(failure)));
    }

    private void end(IntegrityResult found) {
        result.set(Optional.of(found));
        Map<String, Findings> byStream = new HashMap<>();
        found.badges().forEach((stream, badge) -> byStream.put(stream, new Findings(badge.defects(), badge.notes())));
        focus.evidence().found(byStream);
    }

    /// Shows findings of a check.
    void show(CheckResult of, long from) {
        paging.ask(new Wish(of, from));
    }

    /// The page before or behind the one that is shown; nothing where there is none.
    void turn(boolean forward) {
        Page here = page.get();
        here.of().ifPresent(of -> {
            long from = here.from() + (forward ? ROWS : -ROWS);
            if (from >= 0 && from < of.findings().kept()) {
                show(of, from);
            }
        });
    }

    /// Moves the focus to where a finding lies.
    void goTo(Finding finding) {
        Place place = finding.place();
        if (!place.stream().isEmpty()) {
            focus.goTo(place.stream(), destination(place));
        }
    }

    /// By version; where events have none, by the place in the stream.
    private Destination destination(Place place) {
        Optional<HeaderIndex> index = focus.storeProperty().get().map(OpenStore::index);
        if (place.version().isPresent()) {
            return new Destination.AtMoment(new Moment.AtVersion(place.version().getAsLong()));
        }
        if (place.ordinal() >= 0 && index.isPresent()) {
            int[] events = index.get().eventsOf(index.get().stream(place.ordinal()));
            int at = Arrays.binarySearch(events, place.ordinal());
            return at >= 0 ? new Destination.AtIndex(at) : Destination.head();
        }
        return Destination.head();
    }

    ReadOnlyObjectProperty<Optional<IntegrityResult>> resultProperty() {
        return result.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Page> pageProperty() {
        return page.getReadOnlyProperty();
    }

    LongJob job() {
        return job;
    }

    Focus focus() {
        return focus;
    }
}
