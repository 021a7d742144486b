package io.hindcast.audit.integrity;

import io.hindcast.connector.SourceInfo.Capability;
import io.hindcast.engine.work.Cancellation;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Streams that are marked as deleted or archived, and events that are such marks by the name of their type.
final class Tombstones implements HeaderCheck {
    @Override
    public void run(Examination examination, Cancellation cancellation) {
        Set<Integer> types = types(examination);
        if (!examination.can(Capability.DELETION_MARKS) && types.isEmpty()) {
            examination.notApplicable(Check.TOMBSTONES, Statement.of("reason.no-deletion-marks"));
            return;
        }
        for (String stream : new TreeSet<>(examination.store.source().deletedStreams())) {
            var ordinal = examination.index.streamNamed(stream);
            String category = ordinal.isPresent()
                    ? examination.index.streamEntry(ordinal.getAsInt()).category()
                    : "";
            examination.found(Check.TOMBSTONES, Place.of(stream, category), Statement.of("tombstones.marked"));
        }
        for (int event = 0; event < examination.inventory.events() && !types.isEmpty(); event++) {
            if (HeaderCheck.stops(event, cancellation)) {
                return;
            }
            int type = examination.index.type(event);
            if (types.contains(type)) {
                examination.found(
                        Check.TOMBSTONES,
                        event,
                        Statement.of("tombstones.event", examination.index.typeName(type)));
            }
        }
        examination.finish(Check.TOMBSTONES);
    }

    private static Set<Integer> types(Examination examination) {
        var names = examination.index.typeNames();
        return IntStream.range(0, names.size())
                .filter(type -> isTombstone(names.get(type)))
                .boxed()
                .collect(Collectors.toSet());
    }

    static boolean isTombstone(String type) {
        String plain = type.toLowerCase(Locale.ROOT);
        return plain.endsWith("tombstone") || plain.equals("$streamdeleted") || plain.endsWith("tombstoned");
    }
}
