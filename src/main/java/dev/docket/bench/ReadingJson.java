package dev.docket.bench;

import dev.docket.bench.measure.Machine;
import dev.docket.bench.measure.Reading;
import dev.docket.bench.measure.Reference;
import dev.docket.storage.CanonicalJson;
import java.util.Map;
import java.util.TreeMap;

/** Readings for programs: a JSON object a line. */
final class ReadingJson {
    private ReadingJson() {}

    static String of(Machine machine) {
        return CanonicalJson.write(Map.of("machine", machine));
    }

    static String of(String bench, Reading reading) {
        Map<String, Object> line = new TreeMap<>();
        line.put("bench", bench);
        line.put("what", reading.what());
        line.put("unit", reading.unit());
        line.put("value", reading.value());
        line.put("median", reading.median());
        line.put("samples", reading.samples());
        switch (reading.reference()) {
            case Reference.Measured measured -> line.put("reference", measured);
            case Reference.Missing missing -> line.put("missing", missing);
            case Reference.None _ -> { }
        }
        reading.ratio().ifPresent(ratio -> line.put("ratio", ratio));
        reading.limit().ifPresent(limit -> line.put("limit", Map.of(
                "of", limit.ofRatio() ? "ratio" : "value", limit.upper() ? "atMost" : "atLeast", limit.bound())));
        reading.holds().ifPresent(holds -> line.put("holds", holds));
        return CanonicalJson.write(line);
    }

    static String missing(String bench, String what, String why) {
        return CanonicalJson.write(Map.of("bench", bench, "what", what, "notMeasured", why));
    }

    static String failed(String bench, String reason) {
        return CanonicalJson.write(Map.of("bench", bench, "failed", reason));
    }
}
