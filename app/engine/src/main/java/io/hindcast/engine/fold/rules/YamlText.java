package io.hindcast.engine.fold.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads YAML as nodes with places, straight from the parser's events: nothing is resolved, bound or expanded.
///
/// Anchors, aliases and tags are refused; a file is at most 1 MiB long, 32 levels deep and 100,000 nodes large.
public final class YamlText {
    private static final int LONGEST = 1 << 20;
    private static final int DEEPEST = 32;
    private static final int MOST_NODES = 100_000;

    private final Iterator<Event> events;
    private final Diagnostics diagnostics;
    private int nodes;

    private YamlText(Iterator<Event> events, Diagnostics diagnostics) {
        this.events = events;
        this.diagnostics = diagnostics;
    }

    /// The documents of a text; what is wrong with it is added to the diagnostics.
    public static List<Node> read(String text, Diagnostics diagnostics) {
        if (text.length() > LONGEST) {
            diagnostics.error(Node.Place.START, "the file is longer than 1 MiB");
            return List.of();
        }
        var settings = LoadSettings.builder().setCodePointLimit(LONGEST).build();
        try {
            return new YamlText(new Parse(settings).parseString(text).iterator(), diagnostics).documents();
        } catch (MarkedYamlEngineException e) {
            diagnostics.error(place(e.getProblemMark()), "this is not YAML: " + firstLine(e.getProblem()));
        } catch (YamlEngineException e) {
            diagnostics.error(Node.Place.START, "this is not YAML: " + firstLine(String.valueOf(e.getMessage())));
        } catch (Refused e) {
            diagnostics.error(e.place, e.reason);
        }
        return List.of();
    }

    private List<Node> documents() {
        var documents = new ArrayList<Node>();
        while (events.hasNext()) {
            if (events.next() instanceof DocumentStartEvent) {
                Node node = node(events.next(), 1);
                if (!(node instanceof Node.Scalar scalar && scalar.isBlank())) {
                    documents.add(node);
                }
            }
        }
        return documents;
    }

    private Node node(Event event, int depth) {
        Node.Place place = place(event.getStartMark());
        if (depth > DEEPEST) {
            throw new Refused(place, "nested more than " + DEEPEST + " levels deep");
        }
        if (++nodes > MOST_NODES) {
            throw new Refused(place, "more than " + MOST_NODES + " entries");
        }
        return switch (event) {
            case AliasEvent _ -> throw new Refused(place, "aliases (*name) are not used in rules: write it out");
            case ScalarEvent scalar -> {
                plain(place, scalar.getTag(), scalar.getAnchor().isPresent());
                yield new Node.Scalar(place, scalar.getValue(), scalar.isPlain());
            }
            case MappingStartEvent start -> mapping(plain(place, start), depth);
            case SequenceStartEvent start -> listing(plain(place, start), depth);
            default -> throw new Refused(place, "this cannot stand here");
        };
    }

    private Node mapping(Node.Place place, int depth) {
        var entries = new ArrayList<Node.Entry>();
        var names = new HashSet<String>();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            Node key = node(event, depth + 1);
            Node value = node(events.next(), depth + 1);
            if (!(key instanceof Node.Scalar name)) {
                diagnostics.error(key.place(), "a name was expected before the colon");
            } else if (!names.add(name.text())) {
                diagnostics.error(name.place(), "`" + name.text() + "` is here twice");
            } else {
                entries.add(new Node.Entry(name, value));
            }
        }
        return new Node.Mapping(place, entries);
    }

    private Node listing(Node.Place place, int depth) {
        var items = new ArrayList<Node>();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            items.add(node(event, depth + 1));
        }
        return new Node.Listing(place, items);
    }

    private static Node.Place plain(Node.Place place, CollectionStartEvent start) {
        plain(place, start.getTag(), start.getAnchor().isPresent());
        return place;
    }

    private static void plain(Node.Place place, Optional<String> tag, boolean anchored) {
        if (tag.isPresent()) {
            throw new Refused(place, "tags (!name) are not used in rules");
        }
        if (anchored) {
            throw new Refused(place, "anchors (&name) are not used in rules");
        }
    }

    private static Node.Place place(Optional<Mark> mark) {
        return mark.map(at -> new Node.Place(at.getLine() + 1, at.getColumn() + 1)).orElse(Node.Place.START);
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("unreadable");
    }

    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Node.Place place;
        private final String reason;

        Refused(Node.Place place, String reason) {
            super(reason, null, false, false);
            this.place = place;
            this.reason = reason;
        }
    }
}
