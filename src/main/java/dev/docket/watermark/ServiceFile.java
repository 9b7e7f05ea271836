package dev.docket.watermark;

import dev.docket.provenance.ProvenanceReport.Origin;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonPointer;

/**
 * How a vendor's service is asked: {@code service.json}. It holds no secret.
 *
 * @param on whether it is asked at all
 * @param vendor whose marks it finds
 * @param tokenFile whose first line lets Docket in there
 * @param found where in an answer it says true or false
 * @param detail where in an answer there are words on the mark
 */
record ServiceFile(boolean on, String vendor, URI address, Path tokenFile, JsonPointer found, Optional<JsonPointer> detail, Origin says) {
    static final String NAME = "service.json";
    private static final List<String> FIELDS = List.of("on", "vendor", "url", "token_file", "found", "detail", "says");

    /**
     * Empty where there is none.
     *
     * @param scheme that the address must have
     * @throws IOException naming file and field
     */
    static Optional<ServiceFile> in(Path folder, String scheme) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        JsonFile json = JsonFile.read(file, FIELDS);
        String vendor = json.text("vendor");
        if (!vendor.matches("[\\p{L}\\p{N} ._+-]{1,40}")) {
            throw json.fault("vendor", "must be 1 to 40 letters, digits, spaces and . _ + -");
        }
        return Optional.of(new ServiceFile(json.has("on") && json.flag("on"), vendor, address(json, scheme), tokenFile(json, folder),
                pointer(json, "found"), json.has("detail") ? Optional.of(pointer(json, "detail")) : Optional.empty(), json.says()));
    }

    private static URI address(JsonFile json, String scheme) throws IOException {
        try {
            URI address = URI.create(json.text("url"));
            if (scheme.equals(address.getScheme()) && address.getHost() != null && address.getUserInfo() == null && address.getFragment() == null) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw json.fault("url", "must be an address that begins with " + scheme + ":// and names no user");
    }

    private static Path tokenFile(JsonFile json, Path folder) throws IOException {
        try {
            return folder.resolve(json.text("token_file"));
        } catch (InvalidPathException e) {
            throw json.fault("token_file", "is no path");
        }
    }

    private static JsonPointer pointer(JsonFile json, String field) throws IOException {
        try {
            return JsonPointer.compile(json.text(field));
        } catch (IllegalArgumentException e) {
            throw json.fault(field, "must be a JSON pointer, such as /result/detected");
        }
    }
}
