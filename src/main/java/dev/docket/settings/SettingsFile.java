package dev.docket.settings;

import dev.docket.storage.CanonicalJson;
import dev.docket.storage.DurableFile;
import dev.docket.storage.VeiledFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * {@code settings.json} in the profile: one object with the fields of {@link Settings}, each of which may be left
 * out. A relative {@code policyPack} or {@code trustList} is looked for beside the file.
 */
public final class SettingsFile {
    /** Of the file in a profile. */
    public static final String NAME = "settings.json";
    private static final long MAX_BYTES = 1 << 20;

    /**
     * What was taken over from a file.
     *
     * @param left fields of the file that were not
     */
    public record Taken(Settings settings, List<String> left) {
        public Taken {
            left = List.copyOf(left);
        }
    }

    private record Reading(Settings settings, Set<String> fields) {}

    private final Path file;
    private final JsonParser json;
    private final Set<String> seen = new LinkedHashSet<>();
    private Settings settings = Settings.DEFAULT;

    private SettingsFile(Path file, JsonParser json) {
        this.file = file;
        this.json = json;
    }

    /** Defaults where there is no file. @throws IOException naming file and field when it cannot be understood */
    public static Settings read(Path file) throws IOException {
        return Files.exists(file) ? reading(file).settings() : Settings.DEFAULT;
    }

    private static Reading reading(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > MAX_BYTES) {
            throw new IOException(file + " is no settings file: a JSON file of at most " + MAX_BYTES + " bytes is expected");
        }
        return reading(file, Files.readAllBytes(file));
    }

    private static Reading reading(Path file, byte[] content) throws IOException {
        try (JsonParser json = CanonicalJson.MAPPER.createParser(content)) {
            return new SettingsFile(file, json).reading();
        } catch (JacksonException e) {
            throw new IOException(file + ":" + Math.max(1, e.getLocation() == null ? 1 : e.getLocation().getLineNr())
                    + ": not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** Of the profile, wherever its passphrase has them lie. */
    public static Settings read(VeiledFile file) throws IOException {
        Optional<byte[]> content = file.read();
        return content.isPresent() ? reading(file.path(), content.get()).settings() : Settings.DEFAULT;
    }

    /** To the profile. */
    public static void write(VeiledFile file, Settings settings) throws IOException {
        file.write(content(settings, _ -> true));
    }

    /** How the window looks before anybody has signed in, and nothing else; in clear. */
    public static void writeAppearance(Path file, Settings settings) throws IOException {
        write(file, settings, Setting::isAppearance);
    }

    /**
     * Reads a file from elsewhere: it says how this desk is set up, but nothing of what is the reviewer's alone.
     *
     * @param mine whose own settings stay
     * @throws IOException naming file and field when it cannot be understood
     */
    public static Taken take(Path file, Settings mine) throws IOException {
        Reading reading = reading(file);
        return new Taken(reading.settings().withOwn(mine), Stream.of(Setting.values())
                .filter(s -> s.isOwn() && reading.fields().contains(s.field())).map(Setting::field).toList());
    }

    /** Written beside and moved into place. */
    public static void write(Path file, Settings settings) throws IOException {
        write(file, settings, _ -> true);
    }

    /** As {@link #write}, for others: without what is the reviewer's alone. */
    public static void share(Path file, Settings settings) throws IOException {
        write(file, settings, setting -> !setting.isOwn());
    }

    private static void write(Path file, Settings settings, Predicate<Setting> which) throws IOException {
        DurableFile.write(file, content(settings, which));
    }

    private static byte[] content(Settings settings, Predicate<Setting> which) {
        Map<String, Object> fields = new LinkedHashMap<>();
        Stream.of(Setting.values()).filter(which).forEach(setting -> {
            Object value = setting.written(settings);
            if (value != null) {
                fields.put(setting.field(), value);
            }
        });
        String text = CanonicalJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(fields) + "\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Reading reading() throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw fault("the file", "must be one JSON object, such as {\"theme\": \"dark\"}");
        }
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
        return new Reading(settings, seen);
    }

    private Settings with(String field) throws IOException {
        Setting setting = Setting.named(field).orElseThrow(() -> fault(field, "is no setting; there are " + Setting.fields()));
        try {
            return setting.with(settings, new Field(json, file));
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
