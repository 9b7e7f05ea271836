package dev.docket.watermark;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Marks that somebody added: one JSON file each, in a folder; docs/watermarks.md has their fields. */
final class PayloadFile {
    /** More would take the intake's time. */
    static final int MOST = 64;
    private static final String ENDING = ".mark.json";
    private static final List<String> FIELDS = List.of("name", "bits", "methods", "colours", "detected", "possible", "says");

    private PayloadFile() {}

    /**
     * Of all files {@code *.mark.json} of the folder, by file name.
     *
     * @throws IOException naming file and field when one cannot be understood
     */
    static List<Payload> in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "*" + ENDING)) {
            for (Path file : all) {
                files.add(file);
                if (files.size() > MOST) {
                    throw new IOException(folder + " holds more than " + MOST + " payload files; take some out");
                }
            }
        }
        files.sort(null);
        List<Payload> payloads = new ArrayList<>();
        Set<String> names = new HashSet<>();
        OpenMarks.GENERATORS.forEach(known -> names.add(known.name().toLowerCase(Locale.ROOT)));
        for (Path file : files) {
            Payload payload = read(file);
            if (!names.add(payload.name().toLowerCase(Locale.ROOT))) {
                throw new IOException(file + ": name '" + payload.name() + "' is taken by another payload; give it one of its own");
            }
            payloads.add(payload);
        }
        return payloads;
    }

    /** @throws IOException naming file and field */
    static Payload read(Path file) throws IOException {
        JsonFile json = JsonFile.read(file, FIELDS);
        String bits = bits(json.text("bits"));
        int detected = json.whole("detected");
        try {
            return new Payload(json.text("name"), bits, all(json, "methods", Method::of, "dwtDct and dwtDctSvd"), all(json, "colours", Colours::of, "u8 and f32"),
                    detected, json.has("possible") ? json.whole("possible") : detected, json.says());
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    /** Of hexadecimal digits after 0x, four each; else as they stand. */
    private static String bits(String text) {
        if (!text.matches("0x[0-9A-Fa-f]{1," + Payload.LONGEST / 4 + "}")) {
            return text;
        }
        String digits = text.substring(2);
        String bits = new BigInteger(digits, 16).toString(2);
        return "0".repeat(4 * digits.length() - bits.length()) + bits;
    }

    private static <T> Set<T> all(JsonFile json, String field, Function<String, Optional<T>> known, String those) throws IOException {
        Set<T> all = new HashSet<>();
        for (String word : json.texts(field)) {
            all.add(known.apply(word).orElseThrow(() -> json.fault(field, "must be a list of " + those)));
        }
        return all;
    }
}
