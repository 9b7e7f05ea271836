package dev.docket.watermark;

import dev.docket.decode.DecodedImage;
import java.nio.file.Path;
import java.util.List;

/** Marks that nobody but their maker can look for. Says so, and never finds one. */
abstract class ClosedMarks implements WatermarkDetector {
    private final String name;
    private final String because;

    ClosedMarks(String name, String because) {
        this.name = name;
        this.because = because;
    }

    /** Of Digimarc, which has no public detector. */
    public static final class Digimarc extends ClosedMarks {
        public Digimarc() {
            super("digimarc", "Digimarc's detector is sold under a licence and does not ship with Docket. Whoever has it can add it as a detector or a service; docs/watermarks.md says how.");
        }
    }

    /** Of Google, which has no public detector for pictures. */
    public static final class SynthId extends ClosedMarks {
        public SynthId() {
            super("synthid", "SynthID's detector for pictures is not public: no program but Google's can tell whether a picture carries it.");
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Readiness prepare(Path folder) {
        return Readiness.absent(because);
    }

    @Override
    public List<Found> find(DecodedImage picture) {
        return List.of();
    }
}
