package dev.docket.watermark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.decode.DecodedImage;
import dev.docket.provenance.MetadataReader;
import dev.docket.provenance.ProvenanceReport;
import dev.docket.provenance.ProvenanceReport.MarkState;
import dev.docket.provenance.ProvenanceReport.Origin;
import dev.docket.provenance.ProvenanceReport.Strength;
import dev.docket.provenance.ProvenanceReport.Watermark;
import dev.docket.watermark.WatermarkDetector.State;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatermarksTest {
    private static final DecodedImage PICTURE = PaintedPictures.paint(2000, 320, 240);

    @TempDir
    Path folder;

    @Test
    void aMarkThatIsDetectedIsASignalNoStrongerThanMetadata() throws IOException {
        ProvenanceReport report = reader(new OpenMarks()).read(new byte[0],
                PublicMark.embed(PICTURE, OpenMarks.GENERATORS.get(3).bits(), Method.DWT_DCT_SVD, Colours.F32));

        assertThat(report.watermarks()).singleElement().extracting(Watermark::payload).isEqualTo("FLUX");
        assertThat(report.signals()).singleElement().satisfies(signal -> {
            assertThat(signal.source()).isEqualTo("watermark");
            assertThat(signal.strength()).isEqualTo(Strength.METADATA);
            assertThat(signal.origin()).isEqualTo(Origin.AI_GENERATED);
            assertThat(signal.tool()).isEqualTo("FLUX");
        });
    }

    @Test
    void aPossibleMarkIsInTheDetailOnly() throws IOException {
        ProvenanceReport report = reader(new Canned("faint", MarkState.POSSIBLE)).read(new byte[0], PICTURE);

        assertThat(report.watermarks()).hasSize(1);
        assertThat(report.signals()).isEmpty();
    }

    @Test
    void aPictureWithoutMarksHasTheReportOfItsFile() throws IOException {
        assertThat(reader(new OpenMarks()).read(new byte[0], PICTURE)).isEqualTo(new MetadataReader().read(new byte[0]));
    }

    @Test
    void aDetectorThatFailsKeepsNoOtherFromLooking() throws IOException {
        Watermarks.Look look = Watermarks.of(List.of(new Failing(), new Canned("faint", MarkState.POSSIBLE)), folder).look(PICTURE);

        assertThat(look.found()).hasSize(1);
        assertThat(look.failures()).containsExactly("failing: the service did not answer");
    }

    @Test
    void closedMarksAreListedAsAbsentAndNeverFound() throws IOException {
        try (Watermarks shipped = Watermarks.load(folder)) {
            assertThat(shipped.all().stream().filter(l -> l.readiness().state() == State.ABSENT)).extracting(l -> l.detector().name()).containsExactly("digimarc", "synthid");
            assertThat(shipped.all().stream().filter(l -> l.readiness().state() == State.ABSENT)).allSatisfy(l -> assertThat(l.detector().find(PICTURE)).isEmpty());
        }
    }

    @Test
    void twoDetectorsOfOneNameAreRefused() {
        assertThatThrownBy(() -> Watermarks.of(List.of(new OpenMarks(), new OpenMarks()), folder)).isInstanceOf(IOException.class).hasMessageContaining("called open");
    }

    private MarkedProvenance reader(WatermarkDetector detector) throws IOException {
        return new MarkedProvenance(new MetadataReader(), Watermarks.of(List.of(detector), folder));
    }

    private record Canned(String name, MarkState state) implements WatermarkDetector {
        @Override
        public Readiness prepare(Path folder) {
            return Readiness.ready("canned");
        }

        @Override
        public List<Found> find(DecodedImage picture) {
            return List.of(new Found(new Watermark(name, "x", "m", "", 32, 30, 32, 1e-7, 1e-9, state, ""), Origin.AI_GENERATED));
        }
    }

    private record Failing() implements WatermarkDetector {
        @Override
        public String name() {
            return "failing";
        }

        @Override
        public Readiness prepare(Path folder) {
            return Readiness.ready("fails");
        }

        @Override
        public List<Found> find(DecodedImage picture) throws DetectorException {
            throw new DetectorException("the service did not answer");
        }
    }
}
