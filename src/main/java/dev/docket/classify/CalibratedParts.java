package dev.docket.classify;

import dev.docket.registry.ModelCard;
import dev.docket.registry.ModelParts;
import dev.docket.registry.ModelVersion;
import dev.docket.storage.CanonicalJson;
import dev.docket.storage.ContentHash;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A model's files with calibrations of its scores: another version of it, whose name says by which. The graph stays byte for byte; thresholds are moved as the scores
 * are, so that what was flagged still is.
 */
public record CalibratedParts(ModelParts parts, byte[] settings) implements ModelParts {
    private static final String FILE = "docket.json";
    private static final String MARK = "+cal.";
    private static final int LONGEST = 40;

    /**
     * @param byLabel of some of its labels, at least one
     * @param card of the calibrated version
     * @throws ModelRejectedException when it is calibrated already, or its version is too long a word to be lengthened
     */
    public static CalibratedParts of(ModelVersion version, ModelParts parts, Map<String, ScoreCalibration> byLabel, ModelCard card) throws ModelRejectedException {
        if (isCalibrated(version)) {
            throw new ModelRejectedException(version.name() + " is calibrated already: calibrate the version that it was made of");
        }
        String name = version.version() + suffix(byLabel);
        if (name.length() > LONGEST) {
            throw new ModelRejectedException("docket.json: version " + version.version() + " is too long for a calibrated version to be named after it");
        }
        Map<String, Double> thresholds = new LinkedHashMap<>(version.thresholds());
        byLabel.forEach((label, calibration) -> thresholds.computeIfPresent(label, (_, threshold) -> calibration.of(threshold)));
        // nothing else is carried over: a report of training was measured on the scores as they were
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", version.id());
        fields.put("version", name);
        fields.put("parent", version.name());
        version.dataset().ifPresent(dataset -> fields.put("dataset", dataset.hex()));
        fields.put("thresholds", thresholds);
        fields.put("calibration", CanonicalJson.MAPPER.readTree(ScoreCalibration.bytes(byLabel)));
        fields.put("card", card);
        return new CalibratedParts(parts, CanonicalJson.bytes(fields));
    }

    public static boolean isCalibrated(ModelVersion version) {
        return version.version().contains(MARK);
    }

    /** @throws ModelRejectedException when the calibration is not the one that the version is named after */
    static void check(ModelVersion version, Map<String, ScoreCalibration> byLabel) throws ModelRejectedException {
        if (isCalibrated(version) && !version.version().endsWith(suffix(byLabel))) {
            throw new ModelRejectedException("docket.json: the calibration of " + version.name() + " was changed after it was added");
        }
    }

    private static String suffix(Map<String, ScoreCalibration> byLabel) {
        return MARK + ContentHash.of(ScoreCalibration.bytes(byLabel)).hex().substring(0, 12);
    }

    @Override
    public String place() {
        return parts.place();
    }

    @Override
    public List<String> names() throws IOException {
        return Stream.concat(parts.names().stream(), Stream.of(FILE)).distinct().sorted().toList();
    }

    @Override
    public boolean has(String name) {
        return name.equals(FILE) || parts.has(name);
    }

    @Override
    public long size(String name) throws IOException {
        return name.equals(FILE) ? settings.length : parts.size(name);
    }

    @Override
    public InputStream open(String name) throws IOException {
        return name.equals(FILE) ? new ByteArrayInputStream(settings) : parts.open(name);
    }
}
