package dev.docket.provenance;

import static dev.docket.provenance.GeneratorRule.Condition.at;

import dev.docket.provenance.Entry.Place;
import dev.docket.provenance.GeneratorRule.Condition;
import dev.docket.provenance.ProvenanceReport.Origin;
import dev.docket.provenance.ProvenanceReport.Signal;
import dev.docket.provenance.ProvenanceReport.Strength;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The programs that are known by what they write into files, the surer first. Anyone can write such texts and anyone can
 * strip them: they say what a file claims. Known from the sources of stable-diffusion-prompt-reader and civitai, samples of
 * Grok and Ideogram, and TC260-PG-20259A; Midjourney, Meta, Google and Firefly from memory, not from real files.
 */
final class Generators {
    private static final Set<Place> PNG = Set.of(Place.PNG, Place.PIXELS);
    private static final Set<Place> EXIF = Set.of(Place.EXIF);
    private static final Set<Place> XMP = Set.of(Place.XMP);
    private static final Set<Place> ANY = Set.of(Place.values());
    private static final String COMMENT = "UserComment|exif:UserComment";
    /** Where the web interfaces' parameters stand; hidden ones have the name of their hiding place. */
    private static final String TEXTS = "parameters|" + COMMENT + "|stealth_pnginfo|stealth_pngcomp|stealth_rgbinfo|stealth_rgbcomp|";
    private static final String UUID = "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";

    private static final List<GeneratorRule> RULES = List.of(
            // disclosure labels
            label("Google AI", at(ANY, "photoshop:Credit|Credit", "Made with Google AI")),
            edited("Google AI", at(ANY, "photoshop:Credit|Credit", "Edited with Google AI")),
            label("Meta AI", at(ANY, "photoshop:Credit|Credit", "^(Made|Imagined) with AI")),
            // generator metadata
            made("NovelAI", at(PNG, "Software", "^NovelAI")),
            made("NovelAI", at(PNG, "Comment", "\"signed_hash\"\\s*:"), at(PNG, "Comment", "\"(?:uc|prompt)\"\\s*:")),
            made("StableSwarmUI", at(ANY, "parameters|Model|" + COMMENT, "sui_image_params")),
            made("RuinedFooocus", at(ANY, "parameters|" + COMMENT, "\"software\"\\s*:\\s*\"RuinedFooocus\"")),
            made("Fooocus", at(PNG, "fooocus_scheme", "")),
            made("Fooocus", at(Set.of(Place.PNG, Place.COMMENT), "Comment|", "^\\s*\\{"),
                    at(Set.of(Place.PNG, Place.COMMENT), "Comment|", "\"(full_negative_prompt|base_model|base_model_name|fooocus_v2_expansion)\"")),
            made("ComfyUI", at(PNG, "prompt", "\"class_type\"")),
            made("ComfyUI", at(PNG, "workflow", "\"nodes\"")),
            made("ComfyUI", at(EXIF, "Model", "^prompt:\\s*\\{")),
            made("ComfyUI", at(EXIF, "Make", "^[Ww]orkflow:\\s*\\{")),
            made("InvokeAI", at(PNG, "invokeai_metadata|invokeai_graph|sd-metadata|Dream", "")),
            made("Civitai", at(EXIF, "UserComment", "extraMetadata|Civitai resources:")),
            made(WebUiText.TOOL, at(ANY, TEXTS, "(?:^|\n)Steps: ?\\d"), at(ANY, TEXTS, "(?:Sampler|Seed): ")),
            new GeneratorRule(WebUiText.TOOL, "generator", Strength.METADATA, Origin.AI_EDITED,
                    List.of(at(PNG, "postprocessing|extras", "(?i)upscale|GFPGAN|CodeFormer"))),
            made("Easy Diffusion", at(PNG, "negative_prompt|Negative Prompt", "")),
            made("Easy Diffusion", at(EXIF, "UserComment", "^\\s*\\{"), at(EXIF, "UserComment", "\"(?:negative_prompt|Negative Prompt)\"")),
            made("Draw Things", at(XMP, "xmp:CreatorTool", "Draw Things")),
            made("Midjourney", at(ANY, "Description|dc:description|ImageDescription", "Job ID: " + UUID)),
            made("xAI Grok", at(EXIF, "ImageDescription", "^Signature: [A-Za-z0-9+/=]{8}"), at(EXIF, "Artist", "^" + UUID + "$")),
            made("Ideogram", at(EXIF, "Make", "^Ideogram AI")),
            // weak hints
            hint("Midjourney", at(ANY, "Description|dc:description|ImageDescription", " --(?:v|ar|stylize|niji) ")),
            hint("Adobe Firefly", at(XMP, "xmp:CreatorTool|stEvt:softwareAgent", "Adobe Firefly")),
            hint("Civitai", at(EXIF, "Artist", "^ai$")),
            hint("Hugging Face job", at(PNG, "hf-job-id", "")),
            hint("Stealth PNG info", at(Set.of(Place.PIXELS), "stealth_(?:png|rgb)(?:info|comp)", "")),
            hint("", at(ANY, "Software|Make|ImageDescription|xmp:CreatorTool|OriginatingProgram",
                    "(?i)\\b(?:leonardo\\.?ai|leonardo ai|flux\\.[12]|dall[-.·]?e|stable diffusion|stable-diffusion|midjourney|imagen [1-9]|playground ai)\\b")));

    /** Labels first, then each program once, by its strongest statement, in the order of the rules. */
    static List<Signal> find(List<Entry> entries) {
        List<Signal> signals = new ArrayList<>();
        AigcLabel.find(entries).ifPresent(signals::add);
        IptcAiFields.find(entries).ifPresent(signals::add);
        for (GeneratorRule rule : RULES) {
            rule.apply(entries).filter(signal -> signals.stream().noneMatch(s -> s.tool().equalsIgnoreCase(signal.tool()))).ifPresent(signals::add);
        }
        return signals;
    }

    private static GeneratorRule label(String tool, Condition... all) {
        return new GeneratorRule(tool, "label", Strength.DISCLOSURE, Origin.AI_GENERATED, List.of(all));
    }

    private static GeneratorRule edited(String tool, Condition... all) {
        return new GeneratorRule(tool, "label", Strength.DISCLOSURE, Origin.AI_EDITED, List.of(all));
    }

    private static GeneratorRule made(String tool, Condition... all) {
        return new GeneratorRule(tool, "generator", Strength.METADATA, Origin.AI_GENERATED, List.of(all));
    }

    private static GeneratorRule hint(String tool, Condition... all) {
        return new GeneratorRule(tool, "generator", Strength.HINT, Origin.AI_GENERATED, List.of(all));
    }

    private Generators() {}
}
