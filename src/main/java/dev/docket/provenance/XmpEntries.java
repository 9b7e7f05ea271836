package dev.docket.provenance;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads an XMP packet as a flat list of names and texts, streaming. No DTD, no entities, no outside file, limited depth and
 * number; xmpcore is not used because it keeps every namespace it ever met in a static table. Several threads.
 */
final class XmpEntries {
    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static final int MAX_DEPTH = 60;
    private static final int MAX_ENTRIES = 2_000;
    /** Prefixes are the file's own choice; these are the usual ones of the namespaces that matter here. */
    private static final Map<String, String> PREFIXES = Map.of(
            "http://iptc.org/std/Iptc4xmpExt/2008-02-29/", "Iptc4xmpExt",
            "http://purl.org/dc/elements/1.1/", "dc",
            "http://purl.org/dc/terms/", "dcterms",
            "http://ns.adobe.com/xap/1.0/", "xmp",
            "http://ns.adobe.com/photoshop/1.0/", "photoshop",
            "http://ns.adobe.com/exif/1.0/", "exif",
            "http://ns.adobe.com/tiff/1.0/", "tiff",
            "http://www.tc260.org.cn/ns/AIGC/1.0/", "TC260",
            "http://ns.adobe.com/xap/1.0/sType/ResourceEvent#", "stEvt");

    /** Adds what stands before the first fault in the packet. */
    static void read(byte[] packet, List<Entry> entries) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            // decoded here: of wrong bytes the parser would complain on the console
            XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(new String(packet, StandardCharsets.UTF_8)));
            try {
                read(xml, entries);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException | RuntimeException e) {
            // damaged, or padding that is no XML: what was read before it still counts
        }
    }

    private static void read(XMLStreamReader xml, List<Entry> entries) throws XMLStreamException {
        int limit = entries.size() + MAX_ENTRIES;
        Deque<String> names = new ArrayDeque<>();
        while (xml.hasNext() && entries.size() < limit && names.size() < MAX_DEPTH) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                names.push(RDF.equals(xml.getNamespaceURI()) ? names.isEmpty() ? "" : names.peek() : name(xml.getNamespaceURI(), xml.getLocalName()));
                attributes(xml, names.peek(), entries);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                names.pop();
            } else if (event == XMLStreamConstants.CHARACTERS && !xml.isWhiteSpace() && !names.isEmpty() && !names.peek().isEmpty()) {
                entries.add(new Entry(Entry.Place.XMP, names.peek(), xml.getText().strip()));
            }
        }
    }

    /** Simple properties may stand as attributes, and a URI as the resource of its element. */
    private static void attributes(XMLStreamReader xml, String element, List<Entry> entries) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String namespace = xml.getAttributeNamespace(i);
            boolean resource = RDF.equals(namespace) && xml.getAttributeLocalName(i).equals("resource");
            if (resource && !element.isEmpty()) {
                entries.add(new Entry(Entry.Place.XMP, element, xml.getAttributeValue(i)));
            } else if (namespace != null && !namespace.isEmpty() && !RDF.equals(namespace)) {
                entries.add(new Entry(Entry.Place.XMP, name(namespace, xml.getAttributeLocalName(i)), xml.getAttributeValue(i)));
            }
        }
    }

    /** With the usual prefix; names of other namespaces stand alone, so that no file can choose a known one. */
    private static String name(String namespace, String local) {
        String prefix = PREFIXES.get(namespace == null ? "" : namespace);
        return prefix == null ? local : prefix + ":" + local;
    }

    private XmpEntries() {}
}
