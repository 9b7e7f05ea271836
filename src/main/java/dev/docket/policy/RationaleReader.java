package dev.docket.policy;

import dev.docket.policy.Rationale.Parameter;
import dev.docket.policy.Rationale.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a label's reasons and holds the rules between their text and their parameters. */
final class RationaleReader {
    private static final int TEXT_CHARS = 500;
    private static final double TEXT_CHARS_UNLESS_SAID = 80;
    private static final double MOST = 1e12;
    private static final List<String> TYPES = Stream.of(Type.values()).map(RationaleReader::wordOf).toList();

    private RationaleReader() {}

    static Map<String, Rationale> read(Fields section) {
        Map<String, Rationale> rationales = new LinkedHashMap<>();
        section.named(id -> PackReader.ID.matcher(id).matches(), PackReader.ID_FORM, "text").forEach((id, fields) -> {
            Rationale rationale = new Rationale(id, fields.text("text", TEXT_CHARS),
                    fields.optional("parameters").map(RationaleReader::parameters).orElse(Map.of()));
            fields.noMore();
            rules(fields, rationale);
            rationales.put(id, rationale);
        });
        return rationales;
    }

    private static Map<String, Parameter> parameters(Fields section) {
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        section.named(name -> PackReader.ID.matcher(name).matches(), PackReader.ID_FORM).forEach((name, fields) -> {
            parameters.put(name, parameter(name, fields));
            fields.noMore();
        });
        return parameters;
    }

    private static Parameter parameter(String name, Fields fields) {
        String word = fields.oneOf("type", TYPES, "type");
        Type type = Stream.of(Type.values()).filter(t -> wordOf(t).equals(word)).findFirst().orElse(Type.TEXT);
        Optional<Double> min = fields.optionalNumber("min", -MOST, MOST);
        Optional<Double> max = fields.optionalNumber("max", type == Type.TEXT ? 1 : -MOST, type == Type.TEXT ? Parameter.TEXT_CHARS : MOST);
        List<String> choices = fields.texts("choices", 60);
        if (min.isPresent() && type != Type.NUMBER) {
            fields.fault("min", "is for numbers only");
        }
        if (max.isPresent() && type != Type.NUMBER && type != Type.TEXT) {
            fields.fault("max", "is for numbers and texts only");
        }
        if (min.isPresent() && max.isPresent() && min.get() > max.get()) {
            fields.fault("min", "is above max");
        }
        if ((type == Type.CHOICE) == choices.isEmpty()) {
            fields.fault("choices", type == Type.CHOICE ? "names nothing to choose from" : "is for a choice only");
        }
        return type == Type.TEXT
                ? new Parameter(name, type, 1, max.orElse(TEXT_CHARS_UNLESS_SAID), choices)
                : new Parameter(name, type, min.orElse(-MOST), max.orElse(MOST), choices);
    }

    private static String wordOf(Type type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    private static void rules(Fields fields, Rationale rationale) {
        for (String place : rationale.places()) {
            if (!rationale.parameters().containsKey(place)) {
                fields.fault("text", "has the place {" + place + "}, which is none of its parameters");
            }
        }
        for (String name : rationale.parameters().keySet()) {
            if (fields.has("text") && !rationale.places().contains(name)) {
                fields.fault("parameters", "'" + name + "' has no place in the text; write {" + name + "} where it belongs");
            }
        }
    }
}
