package dev.docket.provenance;

import static dev.docket.provenance.Crafted.ascii;
import static dev.docket.provenance.Crafted.chunk;
import static dev.docket.provenance.Crafted.exifSegment;
import static dev.docket.provenance.Crafted.gif;
import static dev.docket.provenance.Crafted.gifXmp;
import static dev.docket.provenance.Crafted.jpeg;
import static dev.docket.provenance.Crafted.jumbfSegment;
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

import dev.docket.provenance.ProvenanceReport.Fact;
import dev.docket.provenance.ProvenanceReport.Origin;
import dev.docket.provenance.ProvenanceReport.Signal;
import dev.docket.provenance.ProvenanceReport.State;
import dev.docket.provenance.ProvenanceReport.Strength;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetadataReaderTest {
    private static final String A1111 = "a lighthouse\nNegative prompt: blurry\nSteps: 28, Sampler: Euler a, CFG scale: 7, Seed: 1, Model: sdxl_base, Version: v1.10.0";
    private static final String DST = "http://cv.iptc.org/newscodes/digitalsourcetype/";

    private final MetadataReader reader = new MetadataReader();

    @Test
    void aPlainFileSaysNothing() {
        assertThat(reader.read(png())).isEqualTo(ProvenanceReport.NONE);
        assertThat(reader.read(jpeg())).isEqualTo(ProvenanceReport.NONE);
        assertThat(reader.read(new byte[0])).isEqualTo(ProvenanceReport.NONE);
        assertThat(reader.read(utf8("not a picture"))).isEqualTo(ProvenanceReport.NONE);
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
    void aTiffIsReadLikeTheBlockThatItIs() {
        byte[] file = tiff(Map.of(0x010F, ascii("Canon"), 0x0110, ascii("EOS R5"), 0x02BC, utf8(xmp("Iptc4xmpExt:DigitalSourceType=\"" + DST + "trainedAlgorithmicMedia\"", ""))),
                Map.of(0x9286, unicodeComment("x\nSteps: 2, Sampler: y, Seed: 3")), true);

        ProvenanceReport report = reader.read(file);

        assertThat(report.signals()).extracting(Signal::source).containsExactly("iptc", "generator", "exif");
        assertThat(report.gps()).isTrue();
        assertThat(report.c2pa().state()).isEqualTo(State.NONE);
        assertThat(reader.read(tiff(Map.of(0xCD41, utf8("no store")), Map.of(), false)).c2pa().state()).isEqualTo(State.NOT_CHECKED);
    }

    @Test
    void ofATiffOfMoreDirectoriesThanTheValidatorLooksThroughNothingIsRuledOut() {
        assertThat(reader.read(tiff(Map.of(0x014A, new byte[1000]), Map.of(), false)).c2pa().state()).isEqualTo(State.NONE);
        assertThat(reader.read(tiff(Map.of(0x014A, new byte[1001]), Map.of(), false)).c2pa().state()).isEqualTo(State.NOT_CHECKED);
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
