package io.hindcast.house.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/// Lays the story out as the Python library eventsourcing does: category and type in one text, and bodies of which every
/// value that is no plain JSON says what it was in Python. That cannot follow from the layout alone.
final class PythonStory {
    static final String LAYOUT = "pyeventsourcing";

    private static final String MODULE = "bank:";
    private static final String ACTOR = "user_id";
    private static final String CORRELATION = "correlation_id";

    private PythonStory() {}

    static LaidOut lay(Story story) {
        var laid = new LaidOut();
        story.events().forEach(event -> laid.add("story_events", row(event)));
        story.snapshots().forEach(kept -> laid.add("story_snapshots", row(kept)));
        laid.extras().add(ACTOR);
        laid.extras().add(CORRELATION);
        return laid;
    }

    private static Map<String, Object> row(Story.Happening event) {
        ObjectNode body = begun(event.at());
        body.put(ACTOR, event.actor());
        body.put(CORRELATION, event.correlation());
        body.setAll(tagged(event.data()));
        var row = row(event.stream(), event.version(), Story.CATEGORY + "." + event.type(), body);
        row.put("notification_id", (long) event.number());
        return row;
    }

    private static Map<String, Object> row(Story.Kept kept) {
        ObjectNode body = begun(kept.at());
        body.put("topic", MODULE + Story.CATEGORY);
        body.set("state", tagged(kept.state()));
        return row(kept.stream(), kept.version(), "eventsourcing.domain:Snapshot", body);
    }

    private static Map<String, Object> row(String stream, long version, String topic, ObjectNode body) {
        var row = new LinkedHashMap<String, Object>();
        row.put("originator_id", stream);
        row.put("originator_version", version);
        row.put("topic", topic.contains(":") ? topic : MODULE + topic);
        row.put("state", body.toString());
        return row;
    }

    private static ObjectNode begun(Instant at) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("timestamp", tag("datetime_iso", DateTimeFormatter.ISO_INSTANT.format(at).replace("Z", "+00:00")));
        return body;
    }

    /// Decimals are Python's, exact to the last digit; texts and null are JSON's.
    private static ObjectNode tagged(ObjectNode plain) {
        ObjectNode tagged = JsonNodeFactory.instance.objectNode();
        plain.properties().forEach(one -> tagged.set(one.getKey(), tagged(one.getValue())));
        return tagged;
    }

    private static JsonNode tagged(JsonNode value) {
        return value.isNumber() ? tag("decimal_str", value.decimalValue().toPlainString()) : value;
    }

    private static ObjectNode tag(String type, String data) {
        return JsonNodeFactory.instance.objectNode().put("_type_", type).put("_data_", data);
    }
}
