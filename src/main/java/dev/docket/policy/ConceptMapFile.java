package dev.docket.policy;

import dev.docket.classify.vendor.Vendor;
import dev.docket.classify.vendor.VendorScore;
import dev.docket.policy.ConceptMap.Concept;
import dev.docket.policy.ConceptMap.Platt;
import dev.docket.storage.ContentHash;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a map of vendors' concepts from YAML, naming line and field of everything wrong with it. Several threads. */
public final class ConceptMapFile {
    private static final String SHIPPED = "/policies/vendor-concepts.yaml";
    private static final double STEEPEST = 100;

    /** The map that ships with Docket, for the labels of the pack that does. */
    public static ConceptMap shipped() {
        try (InputStream in = ConceptMapFile.class.getResourceAsStream(SHIPPED)) {
            return parse(SHIPPED, new String(in.readAllBytes(), StandardCharsets.UTF_8), Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (PolicyFormatException e) {
            throw new IllegalStateException("The shipped map of concepts is faulty: " + e.getMessage(), e);
        }
    }

    /**
     * @param labels ids that entries may name
     * @throws PolicyFormatException also when the file cannot be read; the message names it
     */
    public static ConceptMap read(Path file, Collection<String> labels) throws PolicyFormatException {
        return parse(file.toString(), PolicyFile.text(file), Optional.of(labels));
    }

    /**
     * @param name the file's name, for messages
     * @param labels ids that entries may name; empty: any
     */
    public static ConceptMap parse(String name, String yaml, Optional<Collection<String>> labels) throws PolicyFormatException {
        Faults faults = new Faults();
        Optional<ConceptMap> map = YamlText.nodes(yaml, faults).map(node -> map(new Fields(node, "", "", faults), yaml, labels));
        if (faults.any()) {
            throw PolicyFile.refusal(name, faults.found());
        }
        return map.orElseThrow();
    }

    private static ConceptMap map(Fields top, String yaml, Optional<Collection<String>> labels) {
        Fields about = top.required("map");
        String id = about.text("id", PackReader.PACK_ID, "an id (small letters, digits and -, at most 60)");
        String version = about.text("version", PackReader.VERSION, "a version such as 1.0.0");
        String notes = about.optionalText("notes", 2000).orElse("");
        about.noMore();
        List<Concept> concepts = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        for (Fields entry : top.each("concepts")) {
            Concept concept = concept(entry, labels);
            Integer before = lines.putIfAbsent(concept.vendor() + "\n" + concept.model() + "\n" + concept.concept(), entry.line());
            if (before != null) {
                entry.fault("concept", "'" + Values.shown(concept.concept()) + "' of " + concept.vendor().word() + " stands here twice; first on line " + before);
            }
            concepts.add(concept);
        }
        top.noMore();
        return new ConceptMap(new PackRef(id, version, ContentHash.of(yaml.getBytes(StandardCharsets.UTF_8))), yaml, notes, concepts);
    }

    private static Concept concept(Fields entry, Optional<Collection<String>> labels) {
        String vendor = entry.oneOf("vendor", Vendor.words(), "vendor");
        String model = entry.optionalText("model", VendorScore.MODEL).orElse("*");
        String word = entry.text("concept", VendorScore.LABEL);
        Optional<String> label = labels.isPresent() ? entry.optionalOneOf("label", labels.get(), "label of the policy")
                : entry.optional("label", PackReader.ID, PackReader.ID_FORM);
        double weight = label.isPresent() ? entry.number("weight", 0, 1) : 0;
        Optional<Double> review = entry.optionalNumber("review", 0, 1);
        String reason = entry.optionalText("reason", 200).orElse("");
        if (label.isEmpty() && review.isPresent()) {
            entry.fault("review", "says when a person looks, but no label is named to look for");
        }
        if (label.isPresent() && word.endsWith("*")) {
            entry.fault("concept", "stands for several concepts, which cannot all mean '" + label.get() + "'; only entries without a label may");
        }
        Optional<Platt> calibration = entry.optional("calibration").map(ConceptMapFile::platt);
        entry.noMore();
        return new Concept(Vendor.of(vendor).orElse(Vendor.CLARIFAI), model, word, label, weight, review, reason, calibration);
    }

    private static Platt platt(Fields fields) {
        Platt platt = new Platt(fields.number("slope", 1e-3, STEEPEST), fields.number("intercept", -STEEPEST, STEEPEST));
        fields.noMore();
        return platt;
    }

    private ConceptMapFile() {}
}
