package dev.docket.export;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a decision set is written down. Several can stand side by side in one folder. */
public enum Format {
    /** {@code data.jsonl}: one canonical JSON object a row. */
    JSONL,
    /** {@code data.csv}: one line a row, safe to open in a spreadsheet. */
    CSV,
    /** {@code train/LABEL/HASH.jpg} and {@code train/metadata.jsonl}: what Hugging Face calls an image folder. */
    IMAGEFOLDER;

    public static final Set<Format> ALL = EnumSet.allOf(Format.class);

    /** As the command line and the manifest spell it: {@code jsonl}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws SelectionException naming the word that is no format, and the formats there are */
    public static Set<Format> parse(List<String> words) throws SelectionException {
        Set<Format> formats = EnumSet.noneOf(Format.class);
        for (String word : words) {
            formats.add(Stream.of(values()).filter(f -> f.word().equals(word.strip())).findFirst()
                    .orElseThrow(() -> new SelectionException("--format: no format '" + SelectionText.plain(word) + "'; there are "
                            + Stream.of(values()).map(Format::word).collect(Collectors.joining(", ")))));
        }
        return formats;
    }
}
