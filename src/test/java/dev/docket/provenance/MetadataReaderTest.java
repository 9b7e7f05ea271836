package dev.docket.provenance;

import static dev.docket.provenance.Crafted.ascii;
import static dev.docket.provenance.Crafted.chunk;
import static dev.docket.provenance.Crafted.exifSegment;
import static dev.docket.provenance.Crafted.gif;
import static dev.docket.provenance.Crafted.gifComment;
import static dev.docket.provenance.Crafted.gifXmp;
import static dev.docket.provenance.Crafted.internationalText;
import static dev.docket.provenance.Crafted.iptcSegment;
import static dev.docket.provenance.Crafted.jpeg;
import static dev.docket.provenance.Crafted.jumbfSegment;
import static dev.docket.provenance.Crafted.packedText;
import static dev.docket.provenance.Crafted.png;
import static dev.docket.provenance.Crafted.pngXmp;
import static dev.docket.provenance.Crafted.riffChunk;
import static dev.docket.provenance.Crafted.text;
import static dev.docket.provenance.Crafted.tiff;
import static dev.docket.provenance.Crafted.unicodeComment;
import static dev.docket.provenance.Crafted.utf8;
import static dev.docket.provenance.Crafted.webp;
import static dev.docket.provenance.Crafted.xmp;
import static dev.docket.provenance.Crafted.xmpSegment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.docket.provenance.ProvenanceReport.Fact;
import dev.docket.provenance.ProvenanceReport.Origin;
import dev.docket.provenance.ProvenanceReport.Signal;
import dev.docket.provenance.ProvenanceReport.State;
import dev.docket.provenance.ProvenanceReport.Strength;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MetadataReaderTest {
    private static final String A1111 = "a lighthouse\nNegative prompt: blurry\nSteps: 28, Sampler: Euler a, CFG scale: 7, Seed: 1, Model: sdxl_base, Version: v1.10.0";
    private static final String DST = "http://cv.iptc.org/newscodes/digitalsourcetype/";
    private static final String UUID = "2f1b3c4d-0000-4000-8000-123456789abc";

    private final MetadataReader reader = new MetadataReader();

    @Test
    void aPlainFileSaysNothing() {
        assertThat(reader.read(png())).isEqualTo(ProvenanceReport.NONE);
        assertThat(reader.read(jpeg())).isEqualTo(ProvenanceReport.NONE);
        assertThat(reader.read(new byte[0])).isEqualTo(ProvenanceReport.NONE);
        assertThat(reader.read(utf8("not a picture"))).isEqualTo(ProvenanceReport.NONE);
    }

    @ParameterizedTest
    @MethodSource("generators")
    void eachGeneratorIsKnownByItsMark(String tool, Strength strength, byte[] file) {
        List<Signal> signals = reader.read(file).signals();

        assertThat(signals).isNotEmpty().first().satisfies(signal -> {
            assertThat(signal.tool()).isEqualTo(tool);
            assertThat(signal.strength()).isEqualTo(strength);
            assertThat(signal.origin()).isEqualTo(Origin.AI_GENERATED);
        });
        assertThat(reader.read(file).contradictions()).isEmpty();
    }

    static List<Arguments> generators() {
        return List.of(
                arguments("Stable Diffusion WebUI", Strength.METADATA, png(text("parameters", A1111))),
                arguments("Stable Diffusion WebUI", Strength.METADATA, png(internationalText("parameters", A1111))),
                arguments("Stable Diffusion WebUI", Strength.METADATA, png(packedText("parameters", utf8(A1111)))),
                arguments("Stable Diffusion WebUI", Strength.METADATA, jpeg(exifSegment(tiff(Map.of(), Map.of(0x9286, unicodeComment(A1111)), false)))),
                arguments("Stable Diffusion WebUI", Strength.METADATA, webp(riffChunk("VP8X", new byte[10]), riffChunk("EXIF", tiff(Map.of(), Map.of(0x9286, unicodeComment(A1111)), false)))),
                arguments("Stable Diffusion WebUI", Strength.METADATA, gif(gifComment(A1111))),
                arguments("StableSwarmUI", Strength.METADATA, png(text("parameters", "{\"sui_image_params\": {\"prompt\": \"x\"}}"))),
                arguments("RuinedFooocus", Strength.METADATA, png(text("parameters", "{\"software\": \"RuinedFooocus\"}"))),
                arguments("Fooocus", Strength.METADATA, png(text("Comment", "{\"prompt\": \"x\", \"full_negative_prompt\": \"y\"}"))),
                arguments("ComfyUI", Strength.METADATA, png(text("prompt", "{\"3\": {\"class_type\": \"KSampler\"}}"), text("workflow", "{\"nodes\": []}"))),
                arguments("ComfyUI", Strength.METADATA, webp(riffChunk("EXIF", tiff(Map.of(0x0110, ascii("prompt:{\"3\":{}}"), 0x010F, ascii("workflow:{}")), Map.of(), false)))),
                arguments("InvokeAI", Strength.METADATA, png(text("invokeai_metadata", "{}x"))),
                arguments("Easy Diffusion", Strength.METADATA, png(text("Negative Prompt", "ugly"))),
                arguments("NovelAI", Strength.METADATA, png(text("Software", "NovelAI"), text("Comment", "{\"prompt\":\"x\",\"uc\":\"y\"}"))),
                arguments("Draw Things", Strength.METADATA, png(pngXmp(xmp("xmp:CreatorTool=\"Draw Things\"", "")))),
                arguments("Civitai", Strength.METADATA, jpeg(exifSegment(tiff(Map.of(), Map.of(0x9286, unicodeComment(A1111 + ", Civitai resources: []")), false)))),
                arguments("Midjourney", Strength.METADATA, png(text("Description", "a cat --v 6 Job ID: " + UUID))),
                arguments("Midjourney", Strength.HINT, png(text("Description", "a cat --ar 16:9"))),
                arguments("xAI Grok", Strength.METADATA, jpeg(exifSegment(tiff(Map.of(0x010E, ascii("Signature: abcdEFGH1234=="), 0x013B, ascii(UUID)), Map.of(), false)))),
                arguments("Ideogram", Strength.METADATA, jpeg(exifSegment(tiff(Map.of(0x010F, ascii("Ideogram AI")), Map.of(), false)))),
                arguments("Adobe Firefly", Strength.HINT, jpeg(xmpSegment(xmp("xmp:CreatorTool=\"Adobe Firefly\"", "")))),
                arguments("Hugging Face job", Strength.HINT, png(text("hf-job-id", "123"))),
                arguments("Google AI", Strength.DISCLOSURE, jpeg(xmpSegment(xmp("photoshop:Credit=\"Made with Google AI\"", "")))),
                arguments("Meta AI", Strength.DISCLOSURE, jpeg(iptcSegment(110, "Imagined with AI"))),
                arguments("TC260 AIGC label", Strength.DISCLOSURE, jpeg(xmpSegment(xmp("", "<tc:AIGC>{\"Label\":\"1\",\"ContentProducer\":\"001\"}</tc:AIGC>")))),
                arguments("TC260 AIGC label", Strength.DISCLOSURE, png(text("AIGC", "{\"AIGC\":{\"Label\":\"1\"}}"))),
                arguments("TC260 AIGC label", Strength.DISCLOSURE, png(pngXmp(xmp("tc:Label=\"1\"", "")))),
                arguments("Imagen 4", Strength.DISCLOSURE, png(pngXmp(xmp("Iptc4xmpExt:AISystemUsed=\"Imagen 4\"", "")))));
    }

    @ParameterizedTest
    @CsvSource({
        "trainedAlgorithmicMedia, AI_GENERATED, DISCLOSURE", "compositeWithTrainedAlgorithmicMedia, AI_EDITED, DISCLOSURE",
        "compositeSynthetic, AI_EDITED, DISCLOSURE", "algorithmicallyEnhanced, AI_EDITED, DISCLOSURE",
        "algorithmicMedia, PROCEDURAL, METADATA", "dataDrivenMedia, PROCEDURAL, METADATA",
        "digitalCapture, CAMERA, METADATA", "computationalCapture, CAMERA, METADATA", "multiFrameComputationalCapture, CAMERA, METADATA",
        "negativeFilm, OTHER, METADATA", "positiveFilm, OTHER, METADATA", "print, OTHER, METADATA", "minorHumanEdits, OTHER, METADATA",
        "humanEdits, OTHER, METADATA", "compositeCapture, OTHER, METADATA", "digitalArt, OTHER, METADATA", "digitalCreation, OTHER, METADATA",
        "virtualRecording, OTHER, METADATA", "composite, OTHER, METADATA", "screenCapture, OTHER, METADATA",
    })
    void everyDigitalSourceTypeIsRead(String term, Origin origin, Strength strength) {
        Signal attribute = only(jpeg(xmpSegment(xmp("Iptc4xmpExt:DigitalSourceType=\"" + DST + term + "\"", ""))));
        Signal element = only(png(pngXmp(xmp("", "<Iptc4xmpExt:DigitalSourceType rdf:resource=\"" + DST + term + "\"/>"))));
        Signal gifElement = only(gif(gifXmp(xmp("", "<Iptc4xmpExt:DigitalSourceType>" + DST + term + "</Iptc4xmpExt:DigitalSourceType>"))));

        assertThat(attribute).isEqualTo(new Signal("iptc", strength, origin, "", "Digital source type " + term));
        assertThat(element).isEqualTo(attribute);
        assertThat(gifElement).isEqualTo(attribute);
    }

    @Test
    void spellingsOfTheSourceTypeAreAcceptedAndTold() {
        Signal https = only(png(pngXmp(xmp("Iptc4xmpExt:DigitalSourceType=\"https://cv.iptc.org/newscodes/digitalsourcetype/TRAINEDalgorithmicMedia/\"", ""))));
        Signal misspelt = only(png(pngXmp(xmp("Iptc4xmpExt:DigitalSourceType=\"" + DST + "compositedWithTrainedAlgorithmicMedia\"", ""))));
        Signal unknown = only(png(pngXmp(xmp("Iptc4xmpExt:DigitalSourceType=\"" + DST + "dreamt\"", ""))));

        assertThat(https.origin()).isEqualTo(Origin.AI_GENERATED);
        assertThat(https.detail()).contains("written as https://");
        assertThat(misspelt.origin()).isEqualTo(Origin.AI_EDITED);
        assertThat(misspelt.detail()).isEqualTo("Digital source type compositeWithTrainedAlgorithmicMedia (nonstandard spelling: compositedWithTrainedAlgorithmicMedia)");
        assertThat(unknown.origin()).isEqualTo(Origin.OTHER);
        assertThat(unknown.strength()).isEqualTo(Strength.HINT);
    }

    @Test
    void cameraFactsAreReadAndCoordinatesOnlyCounted() {
        byte[] file = jpeg(exifSegment(tiff(
                Map.of(0x010F, ascii("Canon"), 0x0110, ascii("Canon EOS R5"), 0x0131, ascii("darktable 4.8")),
                Map.of(0x9003, ascii("2026:05:01 10:11:12"), 0x9011, ascii("+02:00"), 0xA434, ascii("RF50mm")), true)));

        ProvenanceReport report = reader.read(file);

        assertThat(report.camera()).containsExactly(
                new Fact("Make", "Canon"), new Fact("Model", "Canon EOS R5"), new Fact("Lens", "RF50mm"),
                new Fact("Taken", "2026-05-01 10:11:12 +02:00"), new Fact("Software", "darktable 4.8"));
        assertThat(report.gps()).isTrue();
        assertThat(report.signals()).containsExactly(new Signal("exif", Strength.HINT, Origin.CAMERA, "Canon EOS R5", "EXIF names a camera"));
        assertThat(report.statesAi()).isFalse();
    }

    @Test
    void aCameraAndAGeneratorContradictEachOther() {
        byte[] exif = exifSegment(tiff(Map.of(0x010F, ascii("Canon"), 0x0110, ascii("EOS R5")), Map.of(), false));
        String stated = xmp("Iptc4xmpExt:DigitalSourceType=\"" + DST + "trainedAlgorithmicMedia\"", "");
        String edited = xmp("Iptc4xmpExt:DigitalSourceType=\"" + DST + "compositeWithTrainedAlgorithmicMedia\"", "");

        assertThat(reader.read(jpeg(exif, xmpSegment(stated))).contradictions())
                .containsExactly("EXIF (Canon EOS R5) says a camera took it, the digital source type says AI made it.");
        assertThat(reader.read(jpeg(exif, xmpSegment(edited))).contradictions()).isEmpty();
        assertThat(reader.read(png(text("Software", "NovelAI"), pngXmp(xmp("Iptc4xmpExt:DigitalSourceType=\"" + DST + "digitalCapture\"", "")))).contradictions())
                .containsExactly("the digital source type says a camera took it, generator metadata (NovelAI) says AI made it.");
        assertThat(reader.read(png(text("Software", "NovelAI"), text("parameters", A1111))).contradictions())
                .containsExactly("Different makers are named: NovelAI, Stable Diffusion WebUI.");
    }

    @Test
    void theStrongestStatementComesFirst() {
        byte[] file = png(text("hf-job-id", "1"), text("parameters", A1111),
                pngXmp(xmp("Iptc4xmpExt:DigitalSourceType=\"" + DST + "trainedAlgorithmicMedia\"", "")));

        assertThat(reader.read(file).signals()).extracting(Signal::strength).containsExactly(Strength.DISCLOSURE, Strength.METADATA, Strength.HINT);
    }

    @Test
    void presenceOfCredentialsIsToldAndNeverJudged() {
        byte[] uuid = Crafted.join(Crafted.int32(24), utf8("uuid"), java.util.HexFormat.of().parseHex("d8fec3d61b0e483c92975828877ec481"));
        byte[] avif = Crafted.join(Crafted.int32(16), utf8("ftypavif"), Crafted.int32(0), uuid);

        assertThat(state(jpeg(jumbfSegment("c2pa")))).isEqualTo(State.NOT_CHECKED);
        assertThat(state(jpeg(jumbfSegment("acme")))).isEqualTo(State.NONE);
        assertThat(state(png(chunk("caBX", new byte[40])))).isEqualTo(State.NOT_CHECKED);
        assertThat(state(webp(riffChunk("C2PA", new byte[40])))).isEqualTo(State.NOT_CHECKED);
        assertThat(state(avif)).isEqualTo(State.NOT_CHECKED);
        assertThat(state(png(pngXmp(xmp("dcterms:provenance=\"https://example.invalid/m.c2pa\"", ""))))).isEqualTo(State.REMOTE);
        assertThat(state(png(chunk("caBX", new byte[40]), pngXmp(xmp("dcterms:provenance=\"https://example.invalid/m.c2pa\"", ""))))).isEqualTo(State.NOT_CHECKED);
    }

    @Test
    void aPrefixOfTheFilesOwnChoosingIsNotBelieved() {
        String forged = """
                <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description xmlns:Iptc4xmpExt="http://example.invalid/" Iptc4xmpExt:DigitalSourceType="%strainedAlgorithmicMedia"/></rdf:RDF></x:xmpmeta>""".formatted(DST);

        assertThat(reader.read(png(pngXmp(forged)))).isEqualTo(ProvenanceReport.NONE);
    }

    private State state(byte[] file) {
        return reader.read(file).c2pa().state();
    }

    private Signal only(byte[] file) {
        List<Signal> signals = reader.read(file).signals();
        assertThat(signals).hasSize(1);
        return signals.getFirst();
    }
}
