package io.hindcast.audit.integrity;

import io.hindcast.engine.work.Cancellation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Event types that the fold has no rule for: one finding for each type of a category, at its first event.
final class UnknownTypes implements HeaderCheck {
    private record Kind(String category, int type) {}

    private static final class Seen {
        final int first;
        long events;

        Seen(int first) {
            this.first = first;
        }
    }

    @Override
    public void run(Examination examination, Cancellation cancellation) {
        if (examination.fold.isGuess()) {
            examination.notApplicable(Check.UNKNOWN_TYPES, Statement.of("reason.no-rules"));
            return;
        }
        Map<Kind, Seen> kinds = kinds(examination, cancellation);
        if (cancellation.isCancelled()) {
            return;
        }
        kinds.forEach((kind, seen) -> {
            String type = examination.index.typeName(kind.type);
            if (!examination.fold.knows(kind.category, type)) {
                examination.found(
                        Check.UNKNOWN_TYPES,
                        seen.first,
                        Statement.of("unknown-types.unknown", type, kind.category, seen.events));
            }
        });
        examination.finish(Check.UNKNOWN_TYPES);
    }

    private static Map<Kind, Seen> kinds(Examination examination, Cancellation cancellation) {
        var kinds = new LinkedHashMap<Kind, Seen>();
        var index = examination.index;
        int[] category = new int[examination.inventory.streams()];
        List<String> categories = categories(examination, category);
        var known = new HashMap<Long, Seen>();
        for (int event = 0; event < examination.inventory.events(); event++) {
            if (HeaderCheck.stops(event, cancellation)) {
                break;
            }
            int here = category[index.stream(event)];
            int type = index.type(event);
            int first = event;
            known.computeIfAbsent(((long) here << Integer.SIZE) | type, _ -> {
                        var seen = new Seen(first);
                        kinds.put(new Kind(categories.get(here), type), seen);
                        return seen;
                    })
                    .events++;
        }
        return kinds;
    }

    private static List<String> categories(Examination examination, int... categoryOf) {
        var names = new ArrayList<String>();
        var numbers = new HashMap<String, Integer>();
        for (int stream = 0; stream < categoryOf.length; stream++) {
            categoryOf[stream] = numbers.computeIfAbsent(
                    examination.index.streamEntry(stream).category(), name -> {
                        names.add(name);
                        return names.size() - 1;
                    });
        }
        return names;
    }
}
