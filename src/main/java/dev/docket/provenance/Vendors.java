package dev.docket.provenance;

import dev.docket.provenance.ProvenanceReport.Signal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Who makes the program that a signal names, to tell whether two programs contradict each other. By their names as they are written. */
final class Vendors {
    private static final Map<String, Pattern> NAMES = names();

    /** Empty when the name is nobody's that is known. */
    static Optional<String> of(Signal signal) {
        return NAMES.entrySet().stream().filter(vendor -> vendor.getValue().matcher(signal.tool()).find()).map(Map.Entry::getKey).findFirst();
    }

    /** Open tools share models and formats, and read each other's files. */
    private static Map<String, Pattern> names() {
        Map<String, String> words = new LinkedHashMap<>();
        // what Microsoft offers runs on OpenAI's models, and names both
        words.put("OpenAI", "openai|chatgpt|gpt-?\\d|gpt-image|dall[-.·]?e|microsoft|bing|copilot");
        words.put("Google", "google|gemini|imagen");
        words.put("Meta", "meta ai|meta platforms");
        words.put("Adobe Firefly", "firefly");
        words.put("Midjourney", "midjourney");
        words.put("NovelAI", "novelai");
        words.put("xAI", "xai|grok");
        words.put("Ideogram", "ideogram");
        words.put("Leonardo", "leonardo");
        words.put("open tools", "stable ?diffusion|stable-diffusion|swarmui|fooocus|comfyui|invokeai|civitai|easy diffusion|draw things|flux|sdxl|sdv2|sd ?[12]|stealth png");
        Map<String, Pattern> patterns = new LinkedHashMap<>();
        words.forEach((vendor, any) -> patterns.put(vendor, Pattern.compile("(?i)\\b(?:" + any + ")")));
        return patterns;
    }

    private Vendors() {}
}
