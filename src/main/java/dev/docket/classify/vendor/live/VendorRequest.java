package dev.docket.classify.vendor.live;

import dev.docket.classify.vendor.Vendor;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** The request by which a vendor is asked about one PNG; the formats' sources are with the answers' and in docs/vendor-scores.md. */
final class VendorRequest {
    private static final String JSON = "application/json";

    private VendorRequest() {}

    /** Empty where every customer or region has one of its own. */
    static Optional<String> usualAddress(Vendor vendor) {
        return switch (vendor) {
            case CLARIFAI -> Optional.of("https://api.clarifai.com/v2/users/clarifai/apps/main/models/moderation-recognition/outputs");
            case HIVE -> Optional.of("https://api.thehive.ai/api/v2/task/sync");
            case SIGHTENGINE -> Optional.of("https://api.sightengine.com/1.0/check.json");
            case OPENAI -> Optional.of("https://api.openai.com/v1/moderations");
            case AZURE, REKOGNITION -> Optional.empty();
        };
    }

    /** How many parts its key has. */
    static int keyParts(Vendor vendor) {
        return vendor == Vendor.REKOGNITION || vendor == Vendor.SIGHTENGINE ? 2 : 1;
    }

    /** @param clock for Rekognition's signature, which is good for minutes */
    static HttpRequest.Builder of(LiveService service, VendorKey key, byte[] png, Clock clock) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.address());
        String text = Base64.getEncoder().encodeToString(png);
        return switch (service.vendor()) {
            case CLARIFAI -> json(request.header("Authorization", "Key " + key.first()),
                    Map.of("inputs", List.of(Map.of("data", Map.of("image", Map.of("base64", text))))));
            case AZURE -> json(request.header("Ocp-Apim-Subscription-Key", key.first()), Map.of("image", Map.of("content", text)));
            case OPENAI -> json(request.header("Authorization", "Bearer " + key.first()), Map.of(
                    "model", service.models().orElse("omni-moderation-latest"),
                    "input", List.of(Map.of("type", "image_url", "image_url", Map.of("url", "data:image/png;base64," + text)))));
            case HIVE -> form(request.header("Authorization", "token " + key.first()), Map.of(), png);
            case SIGHTENGINE -> {
                Map<String, String> fields = new LinkedHashMap<>();
                fields.put("models", service.models().orElseThrow());
                fields.put("api_user", key.first());
                fields.put("api_secret", key.second());
                yield form(request, fields, png);
            }
            case REKOGNITION -> signed(request, service.address(), key, bytes(Map.of("Image", Map.of("Bytes", text), "MinConfidence", 0)), clock);
        };
    }

    private static HttpRequest.Builder signed(HttpRequest.Builder request, URI address, VendorKey key, byte[] body, Clock clock) {
        AwsSignature.of(address, key, "RekognitionService.DetectModerationLabels", body, clock.instant()).forEach(request::header);
        return request.POST(BodyPublishers.ofByteArray(body));
    }

    private static HttpRequest.Builder json(HttpRequest.Builder request, Object body) {
        return request.header("Content-Type", JSON).POST(BodyPublishers.ofByteArray(bytes(body)));
    }

    private static byte[] bytes(Object body) {
        return JsonMapper.shared().writeValueAsBytes(body);
    }

    /** RFC 7578; the boundary cannot stand in a field, as none has a line end, nor in a PNG as a line of its own that begins with two dashes and this word. */
    private static HttpRequest.Builder form(HttpRequest.Builder request, Map<String, String> fields, byte[] png) {
        String boundary = "docket-" + java.util.UUID.randomUUID();
        StringBuilder head = new StringBuilder();
        fields.forEach((name, value) -> head.append("--").append(boundary).append("\r\nContent-Disposition: form-data; name=\"").append(name)
                .append("\"\r\n\r\n").append(value).append("\r\n"));
        head.append("--").append(boundary).append("\r\nContent-Disposition: form-data; name=\"media\"; filename=\"image.png\"\r\nContent-Type: image/png\r\n\r\n");
        return request.header("Content-Type", "multipart/form-data; boundary=" + boundary).POST(BodyPublishers.ofByteArrays(List.of(
                head.toString().getBytes(StandardCharsets.UTF_8), png, ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8))));
    }
}
