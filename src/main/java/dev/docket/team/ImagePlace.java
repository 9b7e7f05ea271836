package dev.docket.team;

import dev.docket.storage.CanonicalJson;
import dev.docket.storage.bucket.BucketPlace;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Where a team's images lie, as its setting {@link TeamSettings#IMAGES} says: a folder's path, or a bucket as JSON. Nothing secret. */
public sealed interface ImagePlace {

    /** The same on every desk. */
    record Folder(Path path) implements ImagePlace {
        @Override
        public String setting() {
            return path.toString();
        }

        @Override
        public String text() {
            return path.toString();
        }
    }

    record Bucket(BucketPlace place) implements ImagePlace {
        @Override
        public String setting() {
            Map<String, Object> fields = new TreeMap<>(Map.of("bucket", place.bucket(), "prefix", place.prefix(), "region", place.region(), "path_style", place.pathStyle()));
            place.endpoint().ifPresent(endpoint -> fields.put("endpoint", endpoint.toString()));
            place.ca().ifPresent(pem -> fields.put("ca", pem));
            return CanonicalJson.write(fields);
        }

        @Override
        public String text() {
            return place.where();
        }
    }

    /** @throws IllegalArgumentException when it is neither */
    static ImagePlace read(String setting) {
        if (!setting.startsWith("{")) {
            return new Folder(Path.of(setting));
        }
        try {
            JsonNode json = CanonicalJson.MAPPER.readTree(setting);
            return new Bucket(new BucketPlace(json.path("bucket").asString(""), json.path("prefix").asString(""), json.path("region").asString(""),
                    Optional.ofNullable(json.path("endpoint").asString(null)).map(URI::create), json.path("path_style").asBoolean(false), Optional.ofNullable(json.path("ca").asString(null))));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("it is no JSON", e);
        }
    }

    /** As it is kept. */
    String setting();

    /** For people. */
    String text();
}
