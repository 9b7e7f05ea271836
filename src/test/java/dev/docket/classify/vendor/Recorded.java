package dev.docket.classify.vendor;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers written by us after each vendor's documented format; none was ever given by a service. */
public final class Recorded {
    public static final String CLARIFAI = """
            {"status": {"code": 10000, "description": "Ok", "req_id": "0123456789abcdef"},
             "outputs": [{"id": "a1", "status": {"code": 10000, "description": "Ok"}, "created_at": "2026-11-20T10:00:00Z",
               "model": {"id": "moderation-recognition", "name": "Moderation", "app_id": "main",
                         "model_version": {"id": "aa8be956dbaa4b7a858826a84253cab9", "status": {"code": 21100}}},
               "input": {"id": "b2"},
               "data": {"concepts": [
                 {"id": "ai_1", "name": "safe", "value": 0.03125, "app_id": "main"},
                 {"id": "ai_2", "name": "gore", "value": 0.875, "app_id": "main"},
                 {"id": "ai_3", "name": "paper hats", "value": 0.5, "app_id": "main"}]}}]}""";

    public static final String REKOGNITION = """
            {"ModerationLabels": [
               {"Confidence": 99.5, "Name": "Violence", "ParentName": "", "TaxonomyLevel": 1},
               {"Confidence": 75.0, "Name": "Graphic Violence", "ParentName": "Violence", "TaxonomyLevel": 2},
               {"Confidence": 62.5, "Name": "Confetti", "ParentName": "Graphic Violence", "TaxonomyLevel": 3}],
             "ModerationModelVersion": "7.0", "ContentTypes": [{"Confidence": 90.0, "Name": "Illustrated"}]}""";

    public static final String AZURE = """
            {"categoriesAnalysis": [{"category": "Hate", "severity": 0}, {"category": "SelfHarm", "severity": 2},
               {"category": "Sexual", "severity": 0}, {"category": "Violence", "severity": 6}]}""";

    public static final String HIVE = """
            {"id": "t1", "code": 200, "project_id": 1, "user_id": 2, "created_on": "2026-11-20T10:00:00Z",
             "status": [{"status": {"code": "0", "message": "SUCCESS"},
               "response": {"input": {"id": "t1", "model": "visual_moderation", "model_version": 1, "media": {"type": "PHOTO", "width": 512}},
                 "output": [{"time": 0, "classes": [{"class": "very_bloody", "score": 0.9375}, {"class": "no_blood", "score": 0.0625},
                   {"class": "yes_paper_hats", "score": 0.75}]}]}}]}""";

    public static final String HIVE_V3 = """
            {"task_id": "t2", "model": "hive/visual-moderation", "version": "3",
             "input": [{"media_url": "", "media_type": "photo"}],
             "output": [{"classes": [{"class": "very_bloody", "value": 0.25}]}, {"classes": [{"class": "very_bloody", "value": 0.5}]}]}""";

    public static final String SIGHTENGINE = """
            {"status": "success", "request": {"id": "req_1", "timestamp": 1763632800.5, "operations": 4},
             "nudity": {"sexual_activity": 0.01, "suggestive_classes": {"bikini": 0.02, "cleavage_categories": {"very_revealing": 0.03}}, "none": 0.97},
             "gore": {"prob": 0.875, "classes": {"very_bloody": 0.8125, "skull": 0.01}, "type": {"animated": 0.01, "fake": 0.01, "real": 0.98}},
             "type": {"ai_generated": 0.55}, "faces": [{"x1": 0.1, "y1": 0.2}], "media": {"id": "med_1", "uri": "image.png"}}""";

    public static final String OPENAI = """
            {"id": "modr-1", "model": "omni-moderation-2024-09-26", "results": [{"flagged": true,
               "categories": {"violence": true, "harassment": false, "violence/graphic": true},
               "category_scores": {"violence": 0.75, "harassment": 0.5, "violence/graphic": 0.625},
               "category_applied_input_types": {"violence": ["image"], "harassment": [], "violence/graphic": ["image"]}}]}""";

    private Recorded() {}

    public static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    /** The documented answer of each vendor. */
    public static String of(Vendor vendor) {
        return switch (vendor) {
            case CLARIFAI -> CLARIFAI;
            case REKOGNITION -> REKOGNITION;
            case AZURE -> AZURE;
            case HIVE -> HIVE;
            case SIGHTENGINE -> SIGHTENGINE;
            case OPENAI -> OPENAI;
        };
    }
}
