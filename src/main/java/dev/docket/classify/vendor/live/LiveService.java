package dev.docket.classify.vendor.live;

import dev.docket.classify.vendor.Vendor;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a vendor's service is asked: {@code vendors/VENDOR.json} of the profile. It holds no secret.
 *
 * @param on whether it is asked at all
 * @param address https alone
 * @param keyFile lines: the key, and where the vendor gives two parts, the second on the next line
 * @param perMinute most requests a minute, 1..600
 * @param budget most requests in all that this desk may make, until somebody raises it
 * @param models which of the vendor's models, where the request has to say
 */
public record LiveService(Vendor vendor, boolean on, URI address, Path keyFile, int perMinute, long budget, Optional<String> models) {
    /** Folder of the profile where the files are. */
    public static final String FOLDER = "vendors";

    private static final List<String> FIELDS = List.of("on", "url", "key_file", "per_minute", "budget", "models");
    private static final int MOST_BYTES = 10_000;
    private static final int MOST_PER_MINUTE = 600;
    private static final long MOST_BUDGET = 1_000_000_000L;

    /** The file that would say it. */
    public static Path file(Path profile, Vendor vendor) {
        return profile.resolve(FOLDER).resolve(vendor.word() + ".json");
    }

    /**
     * Empty where there is none.
     *
     * @throws IOException naming file and field
     */
    public static Optional<LiveService> in(Path profile, Vendor vendor) throws IOException {
        Path file = file(profile, vendor);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        JsonNode json = json(file);
        for (String name : json.propertyNames()) {
            if (!FIELDS.contains(name)) {
                throw fault(file, name, "is no field of it; they are " + String.join(", ", FIELDS));
            }
        }
        if (json.hasNonNull("on") && !json.get("on").isBoolean()) {
            throw fault(file, "on", "must be true or false");
        }
        return Optional.of(new LiveService(vendor, json.path("on").asBoolean(false), address(file, json, vendor), keyFile(file, json),
                (int) whole(file, json, "per_minute", MOST_PER_MINUTE), whole(file, json, "budget", MOST_BUDGET), models(file, json, vendor)));
    }

    private static JsonNode json(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException(file + ": is larger than " + MOST_BYTES + " bytes");
        }
        try {
            JsonNode json = JsonMapper.shared().readTree(Files.readString(file));
            if (json.isObject()) {
                return json;
            }
        } catch (JacksonException e) {
            throw new IOException(file + ": is not JSON: " + e.getOriginalMessage(), e);
        }
        throw new IOException(file + ": must be one JSON object");
    }

    private static URI address(Path file, JsonNode json, Vendor vendor) throws IOException {
        Optional<String> usual = VendorRequest.usualAddress(vendor);
        if (!json.hasNonNull("url") && usual.isEmpty()) {
            throw fault(file, "url", "is missing; " + vendor.title() + " has an address for each customer or region");
        }
        try {
            URI address = URI.create(json.hasNonNull("url") ? json.get("url").asString() : usual.get());
            if ("https".equals(address.getScheme()) && address.getHost() != null && address.getUserInfo() == null && address.getFragment() == null) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw fault(file, "url", "must be an address that begins with https:// and names no user");
    }

    private static Path keyFile(Path file, JsonNode json) throws IOException {
        if (!json.path("key_file").isString()) {
            throw fault(file, "key_file", "must name the file whose first line is the key; a key itself never stands here");
        }
        try {
            return file.resolveSibling(json.get("key_file").stringValue());
        } catch (InvalidPathException e) {
            throw fault(file, "key_file", "is no path");
        }
    }

    private static Optional<String> models(Path file, JsonNode json, Vendor vendor) throws IOException {
        if (!json.hasNonNull("models")) {
            return vendor == Vendor.SIGHTENGINE ? Optional.of("nudity-2.1,gore-2.0,self-harm,offensive-2.0,genai") : Optional.empty();
        }
        String models = json.get("models").asString();
        if (!models.matches("[A-Za-z0-9.,_-]{1,200}")) {
            throw fault(file, "models", "must be 1 to 200 letters, digits and . , _ -");
        }
        return Optional.of(models);
    }

    private static long whole(Path file, JsonNode json, String field, long most) throws IOException {
        JsonNode value = json.path(field);
        if (!value.isIntegralNumber() || value.longValue() < 1 || value.longValue() > most) {
            throw fault(file, field, "must be a whole number from 1 to " + most);
        }
        return value.longValue();
    }

    private static IOException fault(Path file, String field, String what) {
        return new IOException(file + ": " + field + ": " + what);
    }
}
