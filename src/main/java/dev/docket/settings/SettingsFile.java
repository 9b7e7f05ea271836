package dev.docket.settings;

import dev.docket.storage.CanonicalJson;
import dev.docket.storage.DurableFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * {@code settings.json} in the profile: one object with the fields of {@link Settings}, each of which may be left
 * out. A relative {@code policyPack} is looked for beside the file.
 */
public final class SettingsFile {
    /** Of the file in a profile. */
    public static final String NAME = "settings.json";
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
        for (Setting setting : Setting.values()) {
            Object value = setting.written(settings);
            if (value != null) {
                fields.put(setting.field(), value);
            }
        }
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
        Setting setting = Setting.named(field).orElseThrow(() -> fault(field, "is no setting; there are " + Setting.fields()));
        try {
            return setting.with(settings, json, file);
        } catch (InvalidPathException e) {
            throw fault(field, "is no path: " + e.getReason());
        } catch (FaultInField e) {
            throw fault(field + "." + e.part(), e.getMessage());
        } catch (IllegalArgumentException e) {
            throw fault(field, setting.form());
        }
    }

    private IOException fault(String field, String what) {
        return new IOException(file + ":" + Math.max(1, json.currentTokenLocation().getLineNr()) + ": " + field + " " + what);
    }
}
