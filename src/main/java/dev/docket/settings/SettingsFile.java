package dev.docket.settings;

import dev.docket.settings.Settings.Theme;
import dev.docket.storage.CanonicalJson;
import dev.docket.storage.DurableFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * {@code settings.json} in the profile: one flat object with the fields of {@link Settings}, each of which may be left
 * out. A relative {@code policyPack} is looked for beside the file.
 */
public final class SettingsFile {
    private static final long MAX_BYTES = 1 << 20;

    private final Path file;
    private final JsonParser json;
    private Settings settings = Settings.DEFAULT;

    private SettingsFile(Path file, JsonParser json) {
        this.file = file;
        this.json = json;
    }

    /** Defaults where there is no file. @throws IOException naming file and field when it cannot be understood */
    public static Settings read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Settings.DEFAULT;
        }
        if (!Files.isRegularFile(file) || Files.size(file) > MAX_BYTES) {
            throw new IOException(file + " is no settings file: a JSON file of at most " + MAX_BYTES + " bytes is expected");
        }
        try (JsonParser json = CanonicalJson.MAPPER.createParser(Files.readAllBytes(file))) {
            return new SettingsFile(file, json).settings();
        } catch (JacksonException e) {
            throw new IOException(file + ":" + Math.max(1, e.getLocation() == null ? 1 : e.getLocation().getLineNr())
                    + ": not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** Written beside and moved into place. */
    public static void write(Path file, Settings settings) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("theme", settings.theme().name().toLowerCase(Locale.ROOT));
        fields.put("blindShare", settings.blindShare());
        fields.put("window", settings.window());
        settings.policyPack().ifPresent(pack -> fields.put("policyPack", pack.toString()));
        String text = CanonicalJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(fields) + "\n";
        DurableFile.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private Settings settings() throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw fault("the file", "must be one JSON object, such as {\"theme\": \"dark\"}");
        }
        Set<String> seen = new HashSet<>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String field = json.currentName();
            if (!seen.add(field)) {
                throw fault(field, "stands there twice; keep one");
            }
            json.nextToken();
            settings = with(field);
        }
        if (json.nextToken() != null) {
            throw fault("the file", "goes on after its closing brace");
        }
        return settings;
    }

    private Settings with(String field) throws IOException {
        Settings s = settings;
        return switch (field) {
            case "theme" -> new Settings(theme(), s.blindShare(), s.window(), s.policyPack());
            case "blindShare" -> new Settings(s.theme(), share(), s.window(), s.policyPack());
            case "window" -> new Settings(s.theme(), s.blindShare(), window(), s.policyPack());
            case "policyPack" -> new Settings(s.theme(), s.blindShare(), s.window(), pack());
            default -> throw fault(field, "is no setting; there are theme, blindShare, window and policyPack");
        };
    }

    private Theme theme() throws IOException {
        String given = json.currentToken() == JsonToken.VALUE_STRING ? json.getString() : "";
        return Arrays.stream(Theme.values()).filter(theme -> theme.name().equalsIgnoreCase(given)).findFirst()
                .orElseThrow(() -> fault("theme", "must be \"system\", \"light\" or \"dark\""));
    }

    private double share() throws IOException {
        if (json.currentToken().isNumeric() && json.getDoubleValue() >= 0 && json.getDoubleValue() <= 1) {
            return json.getDoubleValue();
        }
        throw fault("blindShare", "must be a number from 0 to 1");
    }

    private int window() throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NUMBER_INT && json.getDoubleValue() >= 1 && json.getDoubleValue() <= 64) {
            return json.getIntValue();
        }
        throw fault("window", "must be a whole number from 1 to 64");
    }

    private Optional<Path> pack() throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return Optional.empty();
        }
        if (json.currentToken() != JsonToken.VALUE_STRING || json.getString().isBlank()) {
            throw fault("policyPack", "must be the path of a pack file, or null for the one that ships");
        }
        try {
            return Optional.of(file.toAbsolutePath().resolveSibling(json.getString()).normalize());
        } catch (InvalidPathException e) {
            throw fault("policyPack", "is no path: " + e.getReason());
        }
    }

    private IOException fault(String field, String what) {
        return new IOException(file + ":" + Math.max(1, json.currentTokenLocation().getLineNr()) + ": " + field + " " + what);
    }
}
