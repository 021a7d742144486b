package io.hindcast.engine.payload;

import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import io.hindcast.event.ByteSlice;
import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads XML, as XStream and others write it, into a value. Document types are refused, so no entity is ever declared;
/// nothing outside the text is opened.
///
/// - The name of the root element is dropped; its content is the value.
/// - An element with text only is text. Numbers are text too: XML does not say which texts are numbers.
/// - Child elements are fields; a name that repeats is one field with items.
/// - An element whose children are all named after item types (`long`, `string`, `list`, any name with a dot) is items.
/// - An element whose children are all `entry` with a key and a value is fields by those keys.
/// - Attributes are fields `@name`; text beside them or beside elements is the field `#text`. The `class` of a list or
///   map is left out.
/// - XStream's `_-` and `__` in names are `$` and `_`.
final class XmlReader {
    private static final int MAX_DEPTH = 100_000;
    private static final int LARGE = 1 << 20;

    // Making a factory costs more than reading a small document. It keeps its last reader alive, so no large one is
    // read through it.
    private final XMLInputFactory factory = factory();

    /// For one thread.
    StateValue read(ByteSlice bytes) {
        try {
            var input = new ByteArrayInputStream(bytes.array(), bytes.offset(), bytes.length());
            XMLStreamReader reader = (bytes.length() > LARGE ? factory() : factory).createXMLStreamReader(input);
            try {
                return tree(reader, bytes);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            return Unreadable.because("not XML" + place(e), bytes);
        }
    }

    private static StateValue tree(XMLStreamReader reader, ByteSlice bytes) throws XMLStreamException {
        var open = new ArrayDeque<XmlElement>();
        StateValue root = new Text("");
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD -> {
                    return Unreadable.because("XML with a document type, which is never read", bytes);
                }
                case XMLStreamConstants.START_ELEMENT -> {
                    if (open.size() == MAX_DEPTH) {
                        return Unreadable.because("XML nested more than " + MAX_DEPTH + " deep", bytes);
                    }
                    open.push(XmlElement.begun(reader));
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (!open.isEmpty()) {
                        open.getFirst().text(reader.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    XmlElement done = open.pop();
                    if (open.isEmpty()) {
                        root = done.value();
                    } else {
                        open.getFirst().child(done);
                    }
                }
                default -> {
                    // Comments, processing instructions and the end say nothing about the data.
                }
            }
        }
        return root;
    }

    private static String place(XMLStreamException e) {
        return e.getLocation() == null
                ? ""
                : " (line %d, column %d)"
                        .formatted(
                                e.getLocation().getLineNumber(), e.getLocation().getColumnNumber());
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setXMLResolver((_, _, _, _) -> new ByteArrayInputStream(new byte[0]));
        factory.setProperty("jdk.xml.maxElementDepth", Integer.toString(MAX_DEPTH + 1));
        return factory;
    }
}
