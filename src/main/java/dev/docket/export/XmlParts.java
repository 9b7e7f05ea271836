package dev.docket.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML 1.0 in UTF-8, an element a line. Markup in values is escaped; characters that XML has no form for become U+FFFD. One thread. */
final class XmlParts implements AutoCloseable {
    private final OutputStream out;
    private final XMLStreamWriter xml;
    private final Deque<String> open = new ArrayDeque<>();

    XmlParts(OutputStream out) throws XMLStreamException {
        this.out = out;
        xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    }

    /** @param attributes name and value in turn */
    XmlParts start(String element, String... attributes) throws XMLStreamException {
        line();
        xml.writeStartElement(element);
        attributes(attributes);
        open.push(element);
        return this;
    }

    XmlParts end() throws XMLStreamException {
        open.pop();
        line();
        xml.writeEndElement();
        return this;
    }

    XmlParts empty(String element, String... attributes) throws XMLStreamException {
        line();
        xml.writeEmptyElement(element);
        attributes(attributes);
        return this;
    }

    XmlParts text(String element, String text) throws XMLStreamException {
        line();
        xml.writeStartElement(element);
        xml.writeCharacters(safe(text));
        xml.writeEndElement();
        return this;
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], safe(attributes[i + 1]));
        }
    }

    private void line() throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(open.size()));
    }

    /** XML 1.0, section 2.2: no control characters but tab and line ends, no half surrogate pairs. */
    private static String safe(String text) {
        return text.codePoints().map(c -> c == '\t' || c == '\n' || c >= 0x20 && c < 0xd800 || c > 0xdfff && c != 0xfffe && c != 0xffff ? c : 0xfffd)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    @Override
    public void close() throws IOException {
        try (out) {
            xml.writeCharacters("\n");
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }
}
