package dev.docket.provenance;

import static dev.docket.provenance.Crafted.ascii;
import static dev.docket.provenance.Crafted.exifSegment;
import static dev.docket.provenance.Crafted.gif;
import static dev.docket.provenance.Crafted.gifComment;
import static dev.docket.provenance.Crafted.iptcSegment;
import static dev.docket.provenance.Crafted.jpeg;
import static dev.docket.provenance.Crafted.png;
import static dev.docket.provenance.Crafted.pngXmp;
import static dev.docket.provenance.Crafted.riffChunk;
import static dev.docket.provenance.Crafted.segment;
import static dev.docket.provenance.Crafted.text;
import static dev.docket.provenance.Crafted.tiff;
import static dev.docket.provenance.Crafted.unicodeComment;
import static dev.docket.provenance.Crafted.utf8;
import static dev.docket.provenance.Crafted.webp;
import static dev.docket.provenance.Crafted.xmp;
import static dev.docket.provenance.Crafted.xmpSegment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.docket.provenance.ProvenanceReport.Origin;
import dev.docket.provenance.ProvenanceReport.Signal;
import dev.docket.provenance.ProvenanceReport.Strength;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A file for every way in which every known program signs its pictures. What only Content Credentials tell (OpenAI, Microsoft,
 * Firefly's own) is tested where those are.
 */
class GeneratorTableTest {
    private static final Strength D = Strength.DISCLOSURE;
    private static final Strength G = Strength.METADATA;
    private static final Strength W = Strength.HINT;
    private static final String STEPS = "a lighthouse <lora:rust:0.8>\nNegative prompt: blurry\nSteps: 28, Sampler: Euler a, CFG scale: 7, Seed: 1, Model hash: 31e35c80fc, Model: sdxl_base, Version: v1.10.0";
    private static final String DST = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";
    private static final String UUID = "2f1b3c4d-0000-4000-8000-123456789abc";
    private static final String LABEL = "{\"Label\":\"1\",\"ContentProducer\":\"001191\",\"ProduceID\":\"p-7\",\"ReservedCode1\":\"\",\"ContentPropagator\":\"\",\"PropagateID\":\"\",\"ReservedCode2\":\"\"}";

    private final MetadataReader reader = new MetadataReader();

    @ParameterizedTest(name = "{0}: {1} {2}")
    @MethodSource("rows")
    void eachRowIsKnownAtItsStrength(String row, String tool, Strength strength, byte[] file) {
        ProvenanceReport report = reader.read(file);

        assertThat(report.signals()).as(row).isNotEmpty();
        Signal first = report.signals().getFirst();
        assertThat(first.tool()).as(row).isEqualTo(tool);
        assertThat(first.strength()).as(row).isEqualTo(strength);
        assertThat(first.origin()).as(row).isEqualTo(Origin.AI_GENERATED);
        assertThat(report.contradictions()).as(row).isEmpty();
    }

    static List<Arguments> rows() {
        return List.of(
                row("SD WebUI, PNG text", "Stable Diffusion WebUI", G, png(text("parameters", STEPS))),
                row("SD WebUI, JPEG comment big-endian", "Stable Diffusion WebUI", G, comment(unicodeComment(STEPS))),
                row("SD WebUI, JPEG comment little-endian", "Stable Diffusion WebUI", G,
                        comment(Crafted.join(utf8("UNICODE\0"), STEPS.getBytes(StandardCharsets.UTF_16LE)))),
                row("SD WebUI, WebP", "Stable Diffusion WebUI", G, webp(riffChunk("EXIF", tiff(Map.of(), Map.of(0x9286, unicodeComment(STEPS)), false)))),
                row("StableSwarmUI, PNG text", "StableSwarmUI", G, png(text("parameters", "{\"sui_image_params\": {}}"))),
                row("StableSwarmUI, comment", "StableSwarmUI", G, comment(unicodeComment("{\"sui_image_params\": {}}"))),
                row("StableSwarmUI, legacy", "StableSwarmUI", G, jpeg(exifSegment(tiff(Map.of(0x0110, ascii("{\"sui_image_params\": {}}")), Map.of(), false)))),
                row("RuinedFooocus", "RuinedFooocus", G, png(text("parameters", "{\"software\": \"RuinedFooocus\"}"))),
                row("Fooocus, PNG", "Fooocus", G, png(text("Comment", "{\"prompt\": \"x\", \"base_model\": \"y\"}"))),
                row("Fooocus, JPEG comment", "Fooocus", G, jpeg(segment(0xFE, utf8("{\"prompt\": \"x\", \"full_negative_prompt\": []}")))),
                row("Fooocus, scheme", "Fooocus", G, png(text("fooocus_scheme", "fooocus"))),
                row("ComfyUI, PNG prompt", "ComfyUI", G, png(text("prompt", "{\"3\": {\"class_type\": \"KSampler\"}}"))),
                row("ComfyUI, PNG workflow", "ComfyUI", G, png(text("workflow", "{\"nodes\": []}"))),
                row("ComfyUI, WebP", "ComfyUI", G, webp(riffChunk("EXIF", tiff(Map.of(0x0110, ascii("prompt:{\"3\":{}}"), 0x010F, ascii("workflow:{}")), Map.of(), false)))),
                row("InvokeAI 3", "InvokeAI", G, png(text("invokeai_metadata", "{}"))),
                row("InvokeAI 2", "InvokeAI", G, png(text("sd-metadata", "{}"))),
                row("InvokeAI 1", "InvokeAI", G, png(text("Dream", "a cat -s 50"))),
                row("InvokeAI graph", "InvokeAI", G, png(text("invokeai_graph", "{}"))),
                row("Easy Diffusion, PNG", "Easy Diffusion", G, png(text("negative_prompt", "ugly"))),
                row("Easy Diffusion, PNG, spelt out", "Easy Diffusion", G, png(text("Negative Prompt", "ugly"))),
                row("Easy Diffusion, JPEG", "Easy Diffusion", G, comment(unicodeComment("{\"prompt\": \"x\", \"negative_prompt\": \"ugly\"}"))),
                row("NovelAI, software", "NovelAI", G, png(text("Title", "AI generated image"), text("Software", "NovelAI"), text("Source", "NovelAI Diffusion"))),
                row("NovelAI, signed comment", "NovelAI", G, png(text("Comment", "{\"prompt\": \"x\", \"signed_hash\": \"y\"}"))),
                row("Draw Things", "Draw Things", G, png(pngXmp(xmp("xmp:CreatorTool=\"Draw Things\" xmlns:exif=\"http://ns.adobe.com/exif/1.0/\"", "<exif:UserComment>{\"c\":\"x\"}</exif:UserComment>")))),
                row("Civitai, resources", "Civitai", G, comment(unicodeComment(STEPS + ", Civitai resources: []"))),
                row("Civitai, extra", "Civitai", G, comment(unicodeComment("{\"extraMetadata\": \"{}\"}"))),
                row("Civitai, artist alone", "Civitai", W, jpeg(exifSegment(tiff(Map.of(0x013B, ascii("ai")), Map.of(), false)))),
                row("Midjourney, job", "Midjourney", G, png(text("Description", "a cat --v 6 Job ID: " + UUID))),
                row("Midjourney, job in XMP", "Midjourney", G, jpeg(xmpSegment(xmp("", "<dc:description>a cat --ar 2:3 Job ID: " + UUID + "</dc:description>")))),
                row("Midjourney, flags alone", "Midjourney", W, png(text("Description", "a cat --ar 16:9"))),
                row("Midjourney, source type", "", D, png(text("Description", "a cat Job ID: " + UUID), pngXmp(xmp("Iptc4xmpExt:DigitalSourceType=\"" + DST + "\" Iptc4xmpExt:DigImageGUID=\"" + UUID + "\"", "")))),
                row("Adobe Firefly, creator tool", "Adobe Firefly", W, jpeg(xmpSegment(xmp("xmp:CreatorTool=\"Adobe Firefly\"", "")))),
                row("Google, credit", "Google AI", D, jpeg(xmpSegment(xmp("photoshop:Credit=\"Made with Google AI\"", "")))),
                row("Google, source type", "", D, jpeg(xmpSegment(xmp("photoshop:Credit=\"Made with Google AI\" Iptc4xmpExt:DigitalSourceType=\"" + DST + "\"", "")))),
                row("Meta AI, imagined", "Meta AI", D, jpeg(iptcSegment(110, "Imagined with AI"))),
                row("Meta AI, made", "Meta AI", D, jpeg(xmpSegment(xmp("photoshop:Credit=\"Made with AI\"", "")))),
                row("Meta AI, source type", "", D, jpeg(xmpSegment(xmp("Iptc4xmpExt:DigitalSourceType=\"" + DST + "\"", "")))),
                row("xAI Grok", "xAI Grok", G, jpeg(exifSegment(tiff(Map.of(0x010E, ascii("Signature: abcdEFGH1234=="), 0x013B, ascii(UUID)), Map.of(), false)))),
                row("Ideogram", "Ideogram", G, jpeg(exifSegment(tiff(Map.of(0x010F, ascii("Ideogram AI")), Map.of(), false)))),
                row("HF jobs", "Hugging Face job", W, png(text("hf-job-id", "123"))),
                row("Leonardo, software", "Leonardo.Ai", W, jpeg(exifSegment(tiff(Map.of(0x0131, ascii("Leonardo.Ai")), Map.of(), false)))),
                row("Flux, software", "FLUX.1", W, jpeg(exifSegment(tiff(Map.of(0x0131, ascii("FLUX.1 [dev]")), Map.of(), false)))),
                row("TC260, XMP", "TC260 AIGC label", D, jpeg(xmpSegment(xmp("", "<tc:AIGC>" + LABEL + "</tc:AIGC>")))),
                row("TC260, XMP attribute", "TC260 AIGC label", D, jpeg(xmpSegment(xmp("tc:AIGC='" + LABEL + "'", "")))),
                row("TC260, XMP fields", "TC260 AIGC label", D, png(pngXmp(xmp("", "<tc:AIGC rdf:parseType=\"Resource\"><tc:Label>2</tc:Label><tc:ProduceID>7</tc:ProduceID></tc:AIGC>")))),
                row("TC260, PNG text", "TC260 AIGC label", D, png(text("AIGC", LABEL))),
                row("TC260, PNG text, wrapped", "TC260 AIGC label", D, png(text("AIGC", "{\"AIGC\":" + LABEL + "}"))),
                row("TC260, EXIF comment", "TC260 AIGC label", D, comment(unicodeComment("{\"AIGC\":" + LABEL + "}"))),
                row("TC260, EXIF description", "TC260 AIGC label", D, jpeg(exifSegment(tiff(Map.of(0x010E, ascii(LABEL)), Map.of(), false)))),
                row("TC260, JPEG comment", "TC260 AIGC label", D, jpeg(segment(0xFE, utf8("{\"AIGC\":" + LABEL + "}")))),
                row("TC260, GIF comment", "TC260 AIGC label", D, gif(gifComment("{\"AIGC\":" + LABEL + "}"))),
                row("TC260, WebP", "TC260 AIGC label", D, webp(riffChunk("XMP ", utf8(xmp("", "<tc:AIGC>" + LABEL + "</tc:AIGC>"))))),
                row("TC260, AVIF", "TC260 AIGC label", D, CraftedBoxes.file("avif", CraftedBoxes.Layout.IDAT, 1, xmp("", "<tc:AIGC>" + LABEL + "</tc:AIGC>"), new byte[0])),
                row("IPTC 2025.1, system", "Imagen 4 4.0.1", D, png(pngXmp(xmp("Iptc4xmpExt:AISystemUsed=\"Imagen 4\" Iptc4xmpExt:AISystemVersionUsed=\"4.0.1\"", "")))),
                row("IPTC 2025.1, prompt", "", D, png(pngXmp(xmp("", "<Iptc4xmpExt:AIPromptInformation><rdf:Alt><rdf:li xml:lang=\"x-default\">a cat</rdf:li></rdf:Alt></Iptc4xmpExt:AIPromptInformation>")))),
                row("IPTC 2025.1, prompt writer", "", D, png(pngXmp(xmp("Iptc4xmpExt:AIPromptWriterName=\"somebody\"", "")))));
    }

    /** They write nothing that tells them: whatever else their files say is no statement that AI made them. */
    @Test
    void recraftAndKreaLeaveNoSignal() {
        assertThat(reader.read(webp(riffChunk("VP8L", new byte[12]))).signals()).isEmpty();
        assertThat(reader.read(png(Crafted.chunk("gAMA", new byte[4]), text("Creation Time", "2026"))).signals()).isEmpty();
        assertThat(reader.read(png(text("Creation Time", "2026"))).statesAi()).isFalse();
    }

    @Test
    void otherJsonIsNoLabel() {
        for (String json : List.of("{\"Label\":\"1\"}", "{\"AIGC\":{}}", "{\"AIGC\":\"\"}", "{\"label\":1}", "[" + LABEL + "]", LABEL.substring(0, 60), "{\"ProduceID\":{}}")) {
            assertThat(reader.read(comment(unicodeComment(json))).signals()).as(json).isEmpty();
        }
        assertThat(reader.read(png(text("AIGC", "[1]"))).signals()).isEmpty();
        assertThat(reader.read(png(text("AIGC", "{\"a\":".repeat(100_000)))).signals()).isEmpty();
    }

    @Test
    void theLabelSaysHowSureItIs() {
        assertThat(detail(png(text("AIGC", "{\"Label\":\"3\",\"ContentProducer\":\"001\"}")))).isEqualTo("PNG text 'AIGC': Label 3 (suspected), ContentProducer 001");
        assertThat(detail(png(text("AIGC", "{\"Label\":2}")))).isEqualTo("PNG text 'AIGC': Label 2 (possibly generated)");
    }

    @Test
    void modelAndVersionComeBeforeTheRestOfTheParameters() {
        assertThat(detail(png(text("parameters", STEPS)))).isEqualTo("PNG text 'parameters': Model: sdxl_base, Model hash: 31e35c80fc, Version: v1.10.0, lora:rust");
    }

    @Test
    void synthIdIsOnlyEverANote() {
        List<Signal> signals = reader.read(jpeg(xmpSegment(xmp("photoshop:Credit=\"Made with Google AI\"", "")))).signals();

        assertThat(signals).last().satisfies(note -> {
            assertThat(note.tool()).isEqualTo("SynthID");
            assertThat(note.strength()).isEqualTo(W);
            assertThat(note.origin()).isEqualTo(Origin.OTHER);
            assertThat(note.detail()).contains("not looked for");
        });
        assertThat(reader.read(png(text("parameters", STEPS))).signals()).hasSize(1);
    }

    @Test
    void whatTheFileSaysOfItsMakingIsKeptForAPersonToRead() {
        String steps = "<xmpMM:History xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\" xmlns:stEvt=\"http://ns.adobe.com/xap/1.0/sType/ResourceEvent#\"><rdf:Seq>"
                + "<rdf:li stEvt:action=\"created\" stEvt:softwareAgent=\"Adobe Photoshop 26.0\"/><rdf:li stEvt:softwareAgent=\"Adobe Firefly\"/></rdf:Seq></xmpMM:History>";
        ProvenanceReport report = reader.read(jpeg(xmpSegment(xmp("Iptc4xmpExt:DigImageGUID=\"g-1\"", steps)),
                exifSegment(tiff(Map.of(0x013B, ascii("someone"), 0x010E, ascii("a lighthouse")), Map.of(0x9286, unicodeComment("taken at dawn"), 0xA420, ascii("0123")), false))));

        assertThat(report.camera()).extracting(ProvenanceReport.Fact::name, ProvenanceReport.Fact::value).containsExactly(
                tuple("History", "Adobe Photoshop 26.0 → Adobe Firefly"), tuple("Artist", "someone"),
                tuple("Description", "a lighthouse"), tuple("Comment", "taken at dawn"),
                tuple("Image id", "0123"), tuple("Image id (IPTC)", "g-1"));
        assertThat(report.signals()).extracting(Signal::tool, Signal::strength).containsExactly(tuple("Adobe Firefly", W));
    }

    private String detail(byte[] file) {
        return reader.read(file).signals().getFirst().detail();
    }

    private static byte[] comment(byte[] comment) {
        return jpeg(exifSegment(tiff(Map.of(), Map.of(0x9286, comment), false)));
    }

    private static Arguments row(String row, String tool, Strength strength, byte[] file) {
        return arguments(row, tool, strength, file);
    }
}
