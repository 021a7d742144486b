package io.hindcast.audit.integrity;

import io.hindcast.connector.SourceInfo.Capability;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.index.HeaderIndex;
import io.hindcast.engine.index.StreamEntry;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.event.EventPage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// A run under way: what is looked at, and what was found so far. One thread.
final class Examination {
    private static final long MICROS = 1_000_000;

    final OpenStore store;
    final Fold fold;
    final Criteria criteria;
    final HeaderIndex index;
    final Inventory inventory;
    private final Map<Check, FindingList> found = new EnumMap<>(Check.class);
    private final Map<Check, Statement> notApplicable = new EnumMap<>(Check.class);
    private final Map<Check, Boolean> finished = new EnumMap<>(Check.class);
    private final EventIds eventIds = new EventIds();
    private final Map<String, Badge> badges = new HashMap<>();

    Examination(OpenStore store, Fold fold, Criteria criteria) {
        this.store = store;
        this.fold = fold;
        this.criteria = criteria;
        this.index = store.index();
        this.inventory = Inventory.of(index);
        Arrays.stream(Check.values()).forEach(check -> found.put(check, new FindingList(check, eventIds)));
    }

    boolean can(Capability capability) {
        return store.info().capabilities().contains(capability);
    }

    void found(Check check, Place place, Statement evidence) {
        list(check).add(new Finding(check, place, evidence));
        if (!place.stream().isEmpty()) {
            badges.merge(place.stream(), Badge.NONE.with(check.severity()), (old, _) -> old.with(check.severity()));
        }
    }

    void found(Check check, int event, Statement evidence) {
        eventIds.want(event);
        found(check, place(event), evidence);
    }

    FindingList list(Check check) {
        return found.computeIfAbsent(check, it -> new FindingList(it, eventIds));
    }

    EventIds eventIds() {
        return eventIds;
    }

    void notApplicable(Check check, Statement reason) {
        notApplicable.put(check, reason);
    }

    /// Everything was looked at for this check.
    void finish(Check... checks) {
        Arrays.stream(checks).forEach(check -> finished.put(check, true));
    }

    Place place(int event) {
        StreamEntry stream = index.streamEntry(index.stream(event));
        return new Place(
                stream.name(), stream.category(), versionOf(event), index.position(event), Optional.empty(), event);
    }

    OptionalLong versionOf(int event) {
        long version = index.version(event);
        return version == EventPage.NO_VERSION ? OptionalLong.empty() : OptionalLong.of(version);
    }

    /// How an event is called in evidence: its version, else its position, else its place in the order of reading.
    String name(int event) {
        if (index.version(event) != EventPage.NO_VERSION) {
            return "v" + index.version(event);
        }
        return "#" + index.position(event).map(Object::toString).orElseGet(() -> Integer.toString(event));
    }

    Optional<Instant> recordedAt(int event) {
        long micros = index.micros(event);
        return micros == HeaderIndex.NO_TIME
                ? Optional.empty()
                : Optional.of(Instant.ofEpochSecond(
                        Math.floorDiv(micros, MICROS),
                        Math.floorMod(micros, MICROS) * 1_000L + index.nanosOfMicro(event)));
    }

    /// Events of a stream that are of the inventory.
    int[] eventsOf(int stream) {
        return Arrays.stream(index.eventsOf(stream))
                .filter(event -> event < inventory.events())
                .toArray();
    }

    IntegrityResult result(Coverage coverage) {
        List<CheckResult> results = new ArrayList<>();
        found.forEach((check, list) -> results.add(new CheckResult(check, standing(check, list.size()), list)));
        return new IntegrityResult(inventory, criteria, coverage, results, badges);
    }

    private Standing standing(Check check, long findings) {
        Statement reason = notApplicable.get(check);
        if (reason != null) {
            return new Standing.NotApplicable(reason);
        }
        if (!finished.containsKey(check)) {
            return new Standing.Stopped(findings);
        }
        return findings == 0 ? new Standing.Clean() : new Standing.Found(findings);
    }
}
