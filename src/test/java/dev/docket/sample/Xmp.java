package dev.docket.sample;

/** XMP packets as picture programs write them. */
final class Xmp {
    private static final String SOURCE_TYPE = "http://cv.iptc.org/newscodes/digitalsourcetype/";

    private Xmp() {}

    /** IPTC's digital source type, and further properties as ready attributes. */
    static String sourceType(String term, String... attributes) {
        return packet("Iptc4xmpExt:DigitalSourceType=\"" + SOURCE_TYPE + term + "\" " + String.join(" ", attributes));
    }

    /** The label of the Chinese rules on generated content (GB 45438-2025): JSON in one property. */
    static String aigc(String producer) {
        return packet("TC260:AIGC='{\"Label\":\"1\",\"ContentProducer\":\"" + producer + "\",\"ProduceID\":\"sample-7\"}'");
    }

    private static String packet(String attributes) {
        return """
                <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" \
                xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" \
                xmlns:TC260="http://www.tc260.org.cn/ns/AIGC/1.0/" %s/>
                </rdf:RDF></x:xmpmeta>
                <?xpacket end="r"?>""".formatted(attributes.strip());
    }
}
