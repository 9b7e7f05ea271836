package dev.docket.team;

import dev.docket.storage.CanonicalJson;
import dev.docket.storage.DurableFile;
import dev.docket.storage.VeiledFile;
import dev.docket.team.ServerAddress.Tls;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What somebody is given to join a team, with a password by another way: one JSON file, which holds nothing secret.
 *
 * @param team what it calls itself
 */
public record ConnectionFile(String team, ServerAddress address, String login) {
    /** Of the copy in a profile that has joined. */
    public static final String NAME = "team.json";

    private static final String FORMAT = "docket-team-1";
    private static final long MAX_BYTES = 100_000;

    /** @throws IOException naming file and field when it cannot be understood */
    public static ConnectionFile read(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > MAX_BYTES) {
            throw new IOException(file + " is no connection file: a JSON file of at most " + MAX_BYTES + " bytes is expected");
        }
        return read(file, Files.readAllBytes(file));
    }

    /** Of the profile. Empty when it has joined no team. */
    public static Optional<ConnectionFile> read(VeiledFile file) throws IOException {
        Optional<byte[]> content = file.read();
        return content.isPresent() ? Optional.of(read(file.path(), content.get())) : Optional.empty();
    }

    private static ConnectionFile read(Path file, byte[] content) throws IOException {
        try {
            JsonNode json = CanonicalJson.MAPPER.readTree(content);
            if (!text(json, "format").equals(FORMAT)) {
                throw new IllegalArgumentException("its field 'format' is not " + FORMAT);
            }
            Tls tls = Arrays.stream(Tls.values()).filter(mode -> mode.word().equals(json.path("tls").asString(""))).findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("its field 'tls' is none of verify-full, verify-ca and disable"));
            if (!json.path("port").isInt()) {
                throw new IllegalArgumentException("its field 'port' is no number");
            }
            return new ConnectionFile(text(json, "team"),
                    new ServerAddress(text(json, "host"), json.path("port").asInt(), text(json, "database"), tls, Optional.ofNullable(json.path("ca").asString(null))), text(json, "login"));
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IOException(file + " is no connection file: " + (e instanceof JacksonException ? "it is not JSON" : e.getMessage()) + ". Ask whoever added you to the team for a new one.", e);
        }
    }

    public void write(Path file) throws IOException {
        DurableFile.write(file, content());
    }

    /** To the profile. */
    public void write(VeiledFile file) throws IOException {
        file.write(content());
    }

    private byte[] content() {
        Map<String, Object> fields = new TreeMap<>(Map.of("format", FORMAT, "team", team, "host", address.host(), "port", address.port(),
                "database", address.database(), "tls", address.tls().word(), "login", login));
        address.ca().ifPresent(pem -> fields.put("ca", pem));
        return (CanonicalJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(fields) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String text(JsonNode json, String field) {
        String found = json.path(field).asString("");
        if (found.isBlank() || found.length() > 400 || found.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("its field '" + field + "' is missing, empty or no plain text");
        }
        return found;
    }
}
