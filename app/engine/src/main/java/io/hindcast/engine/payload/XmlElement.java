package io.hindcast.engine.payload;

import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;

/// One XML element while it is read, and the value it becomes.
final class XmlElement {
    /// What XStream calls the items of a list: its short names for types.
    private static final Set<String> ITEM_NAMES = Set.of(
            "string", "int", "long", "short", "byte", "char", "float", "double", "boolean", "big-decimal", "big-int",
            "date", "sql-timestamp", "sql-date", "uuid", "url", "null", "list", "set", "map", "linked-list",
            "linked-hash-map", "linked-hash-set", "tree-map", "tree-set", "vector", "object-array", "string-array",
            "java-class", "local-date", "local-time", "local-date-time", "instant", "duration", "offset-date-time",
            "zoned-date-time", "year", "year-month", "enum", "optional", "singleton-list", "empty-list");

    private final String name;
    private final Map<String, StateValue> attributes = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder();
    private final List<XmlElement> children = new ArrayList<>();
    private StateValue value = Absent.ABSENT;

    private XmlElement(String name) {
        this.name = name;
    }

    static XmlElement begun(XMLStreamReader reader) {
        var element = new XmlElement(reader.getLocalName());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            element.attributes.put("@" + reader.getAttributeLocalName(i), new Text(reader.getAttributeValue(i)));
        }
        return element;
    }

    void text(String piece) {
        text.append(piece);
    }

    void child(XmlElement child) {
        child.value = child.value();
        child.children.clear();
        children.add(child);
    }

    StateValue value() {
        if (children.isEmpty()) {
            return leaf();
        }
        if (!text.toString().isBlank()) {
            return fields();
        }
        if (children.stream().allMatch(XmlElement::isEntry)) {
            return map();
        }
        return isPair() || children.stream().allMatch(XmlElement::isItem) ? items() : fields();
    }

    private Fields map() {
        var fields = Fields.builder(children.size());
        for (XmlElement entry : children) {
            if (entry.value instanceof Items pair && pair.values().getFirst() instanceof Text(String key)) {
                fields.put(key, pair.values().getLast());
            }
        }
        return fields.build();
    }

    private Fields fields() {
        var grouped = new LinkedHashMap<String, List<StateValue>>();
        attributes.forEach((attribute, content) -> grouped.put(attribute, List.of(content)));
        for (XmlElement child : children) {
            grouped.computeIfAbsent(plainName(child.name), _ -> new ArrayList<>()).add(child.value);
        }
        var fields = Fields.builder(grouped.size() + 1);
        grouped.forEach((field, values) ->
                fields.put(field, values.size() == 1 ? values.getFirst() : new Items(values)));
        if (!text.toString().isBlank()) {
            fields.put("#text", new Text(text.toString().strip()));
        }
        return fields.build();
    }

    /// XStream writes `$` as `_-` and `_` as `__`.
    private static String plainName(String name) {
        return name.indexOf('_') < 0 ? name : name.replace("__", "\0").replace("_-", "$").replace('\0', '_');
    }

    private StateValue leaf() {
        if (name.equals("null") && text.isEmpty()) {
            return Null.NULL;
        }
        if (attributes.isEmpty()) {
            return new Text(text.toString());
        }
        var fields = new LinkedHashMap<>(attributes);
        if (!text.isEmpty()) {
            fields.put("#text", new Text(text.toString()));
        }
        return Fields.of(fields);
    }

    private boolean isItem() {
        return ITEM_NAMES.contains(name) || name.indexOf('.') > 0;
    }

    private Items items() {
        return new Items(children.stream().map(child -> child.value).toList());
    }

    /// `<entry><string>key</string><anything/></entry>`.
    private boolean isPair() {
        return name.equals("entry") && children.size() == 2 && children.getFirst().isItem();
    }

    /// A pair whose key is a text; read as a list of two by now.
    private boolean isEntry() {
        return name.equals("entry")
                && value instanceof Items pair
                && pair.size() == 2
                && pair.values().getFirst() instanceof Text;
    }
}
