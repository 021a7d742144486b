package io.hindcast.house.story;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/// The story with one event that somebody changed behind everybody's back.
///
/// @param story as it stands in the tables afterwards
/// @param victim the event that was meant
record TamperedStory(Story story, Story.Happening victim) {
    /// What somebody can do to an event.
    enum Deed {
        EDIT,
        DELETE,
        INSERT,
        REORDER,
        TRUNCATE,
        BACKDATE
    }

    /// The story with room between the positions of its events, so that one can be put between.
    static Story roomy(Story story) {
        return new Story(
                story.events().stream().map(event -> numbered(event, event.number() * 10)).toList(), story.snapshots());
    }

    /// @param story a roomy one
    static TamperedStory after(Deed deed, Story story, Random random) {
        var events = new ArrayList<>(story.events());
        String stream = events.get(random.nextInt(events.size())).stream();
        List<Story.Happening> own = events.stream().filter(event -> event.stream().equals(stream)).toList();
        Story.Happening victim = deed == Deed.TRUNCATE ? own.getLast() : own.get(1 + random.nextInt(own.size() - 3));
        int place = events.indexOf(victim);
        switch (deed) {
            case EDIT -> events.set(place, saying(victim, edited(victim), victim));
            case DELETE, TRUNCATE -> events.remove(place);
            case BACKDATE -> events.set(place, dated(victim));
            case INSERT -> insert(events, place, random);
            case REORDER -> {
                Story.Happening next = own.get(own.indexOf(victim) + 1);
                events.set(place, saying(victim, next.data(), next));
                events.set(events.indexOf(next), saying(next, victim.data(), victim));
            }
        }
        return new TamperedStory(new Story(List.copyOf(events), story.snapshots()), victim);
    }

    /// All later events of the stream move up by one version, as somebody would do who hides the new one.
    private static void insert(List<Story.Happening> events, int place, Random random) {
        Story.Happening victim = events.get(place);
        for (int i = place; i < events.size(); i++) {
            Story.Happening one = events.get(i);
            if (one.stream().equals(victim.stream())) {
                events.set(i, versioned(one, one.version() + 1));
            }
        }
        String id = new UUID(random.nextLong(), random.nextLong()).toString();
        events.add(place, new Story.Happening(
                victim.number() - 5, victim.stream(), victim.version(), "MoneyDeposited", victim.at().minusMillis(1), id,
                victim.actor(), victim.correlation(), edited(victim)));
    }

    private static ObjectNode edited(Story.Happening event) {
        return event.data().deepCopy().put("note", "nothing happened here");
    }

    private static Story.Happening dated(Story.Happening event) {
        return new Story.Happening(
                event.number(), event.stream(), event.version(), event.type(), event.at().minusSeconds(3), event.id(),
                event.actor(), event.correlation(), event.data());
    }

    private static Story.Happening numbered(Story.Happening event, int number) {
        return new Story.Happening(
                number, event.stream(), event.version(), event.type(), event.at(), event.id(), event.actor(),
                event.correlation(), event.data());
    }

    private static Story.Happening versioned(Story.Happening event, long version) {
        return new Story.Happening(
                event.number(), event.stream(), version, event.type(), event.at(), event.id(), event.actor(),
                event.correlation(), event.data());
    }

    /// The place of one event with the content of another.
    private static Story.Happening saying(Story.Happening place, ObjectNode data, Story.Happening other) {
        return new Story.Happening(
                place.number(), place.stream(), place.version(), other.type(), other.at(), other.id(), other.actor(),
                other.correlation(), data);
    }
}
