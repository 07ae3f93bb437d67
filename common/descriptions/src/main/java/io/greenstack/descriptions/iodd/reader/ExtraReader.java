package io.greenstack.descriptions.iodd.reader;

import java.util.ArrayList;
import java.util.List;

import javax.xml.stream.XMLStreamConstants;

import io.greenstack.descriptions.iodd.model.Source.ExtraNode;

/** Reads what the specification does not know, as it stands. */
record ExtraReader(XmlCursor cursor) {

    /** Reads the element whose start tag the cursor is at, with all its content, up to its end tag. */
    ExtraNode readElement(String parentPath) throws IoddException {
        String name = cursor.name();
        String path = parentPath + "/" + name;
        int line = cursor.line();
        List<ExtraNode> content = new ArrayList<>();
        int attributes = cursor.attributeCount();
        for (int i = 0; i < attributes; i++) {
            String attribute = cursor.attributeName(i);
            content.add(new ExtraNode(ExtraNode.Kind.ATTRIBUTE, attribute, cursor.attributeValue(i),
                    path + "/@" + attribute, line, List.of()));
        }
        int event = cursor.next();
        while (event != XMLStreamConstants.END_ELEMENT) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                content.add(readElement(path));
            } else if (event == XMLStreamConstants.CHARACTERS && !cursor.isBlank()) {
                content.add(readText(path));
            }
            event = cursor.next();
        }
        return new ExtraNode(ExtraNode.Kind.ELEMENT, name, null, path, line, content);
    }

    /** The text the cursor is at. */
    ExtraNode readText(String path) throws IoddException {
        StringBuilder text = new StringBuilder();
        cursor.appendTo(text);
        return new ExtraNode(ExtraNode.Kind.TEXT, "", text.toString(), path, cursor.line(), List.of());
    }
}
