package dev.docket.provenance;

import static dev.docket.provenance.GeneratorRule.Condition.at;

import dev.docket.provenance.Entry.Place;
import dev.docket.provenance.GeneratorRule.Condition;
import dev.docket.provenance.ProvenanceReport.Origin;
import dev.docket.provenance.ProvenanceReport.Signal;
import dev.docket.provenance.ProvenanceReport.Strength;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The programs that are known by what they write into files, the surer first. Anyone can write such texts and anyone can
 * strip them: they say what a file claims. Known from the sources of stable-diffusion-prompt-reader and civitai, samples of
 * Grok and Ideogram, and TC260-PG-20259A; Midjourney, Meta, Google and Firefly from memory, not from real files.
 */
final class Generators {
    private static final Set<Place> PNG = Set.of(Place.PNG);
    private static final Set<Place> EXIF = Set.of(Place.EXIF);
    private static final Set<Place> XMP = Set.of(Place.XMP);
    private static final Set<Place> ANY = Set.of(Place.values());
    private static final String COMMENT = "UserComment|exif:UserComment";
    private static final String UUID = "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";
    /** They share models and formats, and read each other's files. */
    private static final String OPEN = "open tools";

    private static final List<GeneratorRule> RULES = List.of(
            // disclosure labels
            label("TC260 AIGC label", "", at(ANY, "TC260:AIGC|AIGC|" + COMMENT + "|ImageDescription", "\"(Label|ContentProducer|ProduceID|ContentPropagator|PropagateID)\"\\s*:")),
            label("TC260 AIGC label", "", at(XMP, "TC260:(Label|ContentProducer|ProduceID|ContentPropagator|PropagateID)", ".")),
            label("Google AI", "Google", at(ANY, "photoshop:Credit|Credit", "Made with Google AI")),
            edited("Google AI", "Google", at(ANY, "photoshop:Credit|Credit", "Edited with Google AI")),
            label("Meta AI", "Meta", at(ANY, "photoshop:Credit|Credit", "^(Made|Imagined) with AI")),
            new GeneratorRule("", "", "iptc", Strength.DISCLOSURE, Origin.AI_GENERATED, List.of(at(XMP, "Iptc4xmpExt:AISystemUsed", "^.{1,100}"))),
            new GeneratorRule("", "", "iptc", Strength.DISCLOSURE, Origin.AI_GENERATED, List.of(at(XMP, "Iptc4xmpExt:AIPromptInformation", "^.{0}"))),
            // generator metadata
            made("NovelAI", "NovelAI", at(PNG, "Software", "^NovelAI")),
            made("StableSwarmUI", OPEN, at(Set.of(Place.PNG, Place.EXIF, Place.XMP), "parameters|Model|" + COMMENT, "sui_image_params")),
            made("RuinedFooocus", OPEN, at(PNG, "parameters", "\"software\"\\s*:\\s*\"RuinedFooocus\"")),
            made("Fooocus", OPEN, at(PNG, "fooocus_scheme", "")),
            made("Fooocus", OPEN, at(Set.of(Place.PNG, Place.COMMENT), "Comment|", "^\\s*\\{"),
                    at(Set.of(Place.PNG, Place.COMMENT), "Comment|", "\"(full_negative_prompt|base_model|base_model_name|fooocus_v2_expansion)\"")),
            made("ComfyUI", OPEN, at(PNG, "prompt", "\"class_type\"")),
            made("ComfyUI", OPEN, at(PNG, "workflow", "\"nodes\"")),
            made("ComfyUI", OPEN, at(EXIF, "Model", "^prompt:\\s*\\{")),
            made("ComfyUI", OPEN, at(EXIF, "Make", "^[Ww]orkflow:\\s*\\{")),
            made("InvokeAI", OPEN, at(PNG, "invokeai_metadata|invokeai_graph|sd-metadata|Dream", "")),
            made("Civitai", OPEN, at(EXIF, "UserComment", "extraMetadata|Civitai resources:")),
            made("Stable Diffusion WebUI", OPEN, at(ANY, "parameters|" + COMMENT + "|", "(?:^|\n)Steps: ?\\d"), at(ANY, "parameters|" + COMMENT + "|", "(?:Sampler|Seed): ")),
            new GeneratorRule("Stable Diffusion WebUI", OPEN, "generator", Strength.METADATA, Origin.AI_EDITED,
                    List.of(at(PNG, "postprocessing|extras", "(?i)upscale|GFPGAN|CodeFormer"))),
            made("Easy Diffusion", OPEN, at(PNG, "negative_prompt|Negative Prompt", "")),
            made("Easy Diffusion", OPEN, at(EXIF, "UserComment", "^\\s*\\{"), at(EXIF, "UserComment", "\"(?:negative_prompt|Negative Prompt)\"")),
            made("Draw Things", OPEN, at(XMP, "xmp:CreatorTool", "Draw Things")),
            made("Midjourney", "Midjourney", at(ANY, "Description|dc:description|ImageDescription", "Job ID: " + UUID)),
            made("xAI Grok", "xAI", at(EXIF, "ImageDescription", "^Signature: [A-Za-z0-9+/=]{8}"), at(EXIF, "Artist", "^" + UUID + "$")),
            made("Ideogram", "Ideogram", at(EXIF, "Make", "^Ideogram AI")),
            // weak hints
            hint("Midjourney", "Midjourney", at(ANY, "Description|dc:description|ImageDescription", " --(?:v|ar|stylize|niji) ")),
            hint("Adobe Firefly", "Adobe", at(XMP, "xmp:CreatorTool", "Adobe Firefly")),
            hint("Civitai", OPEN, at(EXIF, "Artist", "^ai$")),
            hint("Hugging Face job", "", at(PNG, "hf-job-id", "")),
            hint("", "", at(ANY, "Software|Make|ImageDescription|xmp:CreatorTool|OriginatingProgram",
                    "(?i)\\b(?:leonardo\\.?ai|leonardo ai|flux\\.[12]|dall[-.·]?e|stable diffusion|stable-diffusion|midjourney|imagen [1-9]|playground ai)\\b")));

    /** Each program once, by its strongest statement, in the order of the rules. */
    static List<Signal> find(List<Entry> entries) {
        List<Signal> signals = new ArrayList<>();
        for (GeneratorRule rule : RULES) {
            rule.apply(entries).filter(signal -> signals.stream().noneMatch(s -> s.tool().equalsIgnoreCase(signal.tool()))).ifPresent(signals::add);
        }
        return signals;
    }

    /** Who makes the program of a signal; empty when no rule says. */
    static Optional<String> vendorOf(Signal signal) {
        return RULES.stream().filter(rule -> !rule.vendor().isEmpty() && rule.tool().equals(signal.tool())).map(GeneratorRule::vendor).findFirst();
    }

    private static GeneratorRule label(String tool, String vendor, Condition... all) {
        return new GeneratorRule(tool, vendor, "label", Strength.DISCLOSURE, Origin.AI_GENERATED, List.of(all));
    }

    private static GeneratorRule edited(String tool, String vendor, Condition... all) {
        return new GeneratorRule(tool, vendor, "label", Strength.DISCLOSURE, Origin.AI_EDITED, List.of(all));
    }

    private static GeneratorRule made(String tool, String vendor, Condition... all) {
        return new GeneratorRule(tool, vendor, "generator", Strength.METADATA, Origin.AI_GENERATED, List.of(all));
    }

    private static GeneratorRule hint(String tool, String vendor, Condition... all) {
        return new GeneratorRule(tool, vendor, "generator", Strength.HINT, Origin.AI_GENERATED, List.of(all));
    }

    private Generators() {}
}
