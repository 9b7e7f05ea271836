package dev.docket.watermark;

import dev.docket.decode.DecodedImage;
import dev.docket.provenance.ProvenanceReport;
import dev.docket.provenance.ProvenanceReport.MarkState;
import dev.docket.provenance.ProvenanceReport.Signal;
import dev.docket.provenance.ProvenanceReport.Strength;
import dev.docket.provenance.ProvenanceReport.Watermark;
import dev.docket.watermark.WatermarkDetector.Found;
import dev.docket.watermark.WatermarkDetector.Readiness;
import dev.docket.watermark.WatermarkDetector.State;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All detectors there are. Several threads. */
public final class Watermarks implements AutoCloseable {
    /** Of the folder in a profile in which detectors find their settings. */
    public static final String FOLDER = "watermarks";
    private static final Logger LOG = LoggerFactory.getLogger(Watermarks.class);
    /** What one detector may say of one picture. */
    private static final int MOST_FOUND = 8;

    /** A detector and whether it can be asked. */
    public record Listed(WatermarkDetector detector, Readiness readiness) {
        boolean ready() {
            return readiness.state() == State.READY;
        }
    }

    /** What a look found. @param failures of detectors that could not look, each a sentence that begins with its name */
    public record Look(List<Found> found, List<String> failures) {}

    private final List<Listed> all;

    private Watermarks(List<Listed> all) {
        this.all = List.copyOf(all);
    }

    /**
     * Those that ship and those on the class path.
     *
     * @param folder with their settings; need not exist
     * @throws IOException naming file and field when a detector's settings cannot be understood
     */
    public static Watermarks load(Path folder) throws IOException {
        return of(ServiceLoader.load(WatermarkDetector.class).stream().map(ServiceLoader.Provider::get).toList(), folder);
    }

    static Watermarks of(List<WatermarkDetector> detectors, Path folder) throws IOException {
        List<Listed> listed = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (WatermarkDetector detector : detectors) {
            if (!detector.name().matches("[a-z0-9-]{1,40}") || !names.add(detector.name())) {
                throw new IOException("Two watermark detectors are called " + detector.name() + ", or that is no name for one: take one off the class path");
            }
            listed.add(new Listed(detector, detector.prepare(folder)));
        }
        listed.sort(Comparator.comparing((Listed l) -> l.readiness().state()).thenComparing(l -> l.detector().name()));
        return new Watermarks(listed);
    }

    /** Those that can be asked first. */
    public List<Listed> all() {
        return all;
    }

    /** Of those that intake asks, each {@code name@version}. */
    List<String> versions() {
        return all.stream().filter(each -> each.ready() && each.detector().isForIntake()).map(each -> each.detector().name() + "@" + each.detector().version()).toList();
    }

    /** Asks every detector that can be asked. */
    public Look look(DecodedImage picture) {
        return look(picture, all);
    }

    private static Look look(DecodedImage picture, List<Listed> asked) {
        List<Found> found = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        for (Listed each : asked) {
            if (each.ready()) {
                try {
                    each.detector().find(picture).stream().limit(MOST_FOUND).forEach(found::add);
                } catch (DetectorException e) {
                    failures.add(each.detector().name() + ": " + e.getMessage());
                }
            }
        }
        return new Look(List.copyOf(found), List.copyOf(failures));
    }

    /** The report and what intake's detectors find; a detector that fails is as if it were not there, and is logged. */
    public ProvenanceReport added(ProvenanceReport report, DecodedImage picture) {
        Look look = look(picture, all.stream().filter(each -> each.detector().isForIntake()).toList());
        look.failures().forEach(failure -> LOG.warn("A watermark detector could not look: {}", failure));
        return look.found().isEmpty() ? report : report.withMarks(
                look.found().stream().map(Found::mark).toList(),
                look.found().stream().filter(f -> f.mark().state() == MarkState.DETECTED).map(Watermarks::signal).toList());
    }

    /** Anybody can embed what is public: no more than metadata. */
    private static Signal signal(Found found) {
        Watermark mark = found.mark();
        String how = mark.colours().isEmpty() ? mark.method() : mark.method() + ", " + mark.colours();
        return new Signal("watermark", Strength.METADATA, found.says(), mark.payload(), "Invisible watermark, " + mark.matched() + " of " + mark.bits() + " bits (" + how + ")");
    }

    @Override
    public void close() {
        all.forEach(each -> each.detector().close());
    }
}
