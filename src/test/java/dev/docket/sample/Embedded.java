package dev.docket.sample;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a file carries beside its pixels. {@code text} goes into PNG text chunks. */
record Embedded(Optional<Exif> exif, Optional<String> xmp, Map<String, String> text) {
    static final Embedded NOTHING = new Embedded(Optional.empty(), Optional.empty(), Map.of());

    private static final String SETTINGS = """
            %s, detailed, evening light, <lora:example-style:0.7>
            Negative prompt: blurry, text, watermark
            Steps: 28, Sampler: DPM++ 2M Karras, CFG scale: 6.5, Seed: %d, Size: 512x384, Model hash: 0a1b2c3d4e, Model: exampleDiffusion_v15, Version: v1.10.1""";

    static Embedded of(Exif exif) {
        return new Embedded(Optional.of(exif), Optional.empty(), Map.of());
    }

    static Embedded of(String xmp) {
        return new Embedded(Optional.empty(), Optional.of(xmp), Map.of());
    }

    Embedded with(String newXmp) {
        return new Embedded(exif, Optional.of(newXmp), text);
    }

    private static Embedded texts(String... pairs) {
        Map<String, String> text = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            text.put(pairs[i], pairs[i + 1]);
        }
        return new Embedded(Optional.empty(), Optional.empty(), text);
    }

    static String settings(String subject, int seed) {
        return SETTINGS.formatted(subject, seed);
    }

    static Embedded webUi(String subject, int seed) {
        return texts("parameters", settings(subject, seed));
    }

    static Embedded comfy(String subject, int seed) {
        return texts(
                "prompt", """
                        {"3":{"class_type":"KSampler","inputs":{"seed":%d,"steps":20,"cfg":7.0,"sampler_name":"euler","model":["4",0]}},\
                        "4":{"class_type":"CheckpointLoaderSimple","inputs":{"ckpt_name":"exampleDiffusion_v15.safetensors"}},\
                        "6":{"class_type":"CLIPTextEncode","inputs":{"text":"%s","clip":["4",1]}}}""".formatted(seed, subject),
                "workflow", "{\"last_node_id\":6,\"nodes\":[{\"id\":3,\"type\":\"KSampler\"},{\"id\":4,\"type\":\"CheckpointLoaderSimple\"}],\"version\":0.4}");
    }

    static Embedded novelAi(String subject, int seed) {
        return texts("Title", "AI generated image", "Description", subject, "Software", "NovelAI", "Source", "Example Diffusion 4F1A2B3C",
                "Comment", "{\"steps\": 28, \"sampler\": \"k_euler\", \"seed\": " + seed + ", \"scale\": 11.0}");
    }

    static Embedded aigc() {
        return texts("AIGC", "{\"Label\":\"1\",\"ContentProducer\":\"example-producer\",\"ProduceID\":\"sample-%d\"}".formatted(12));
    }
}
